import { randomUUID } from 'node:crypto';
import type { enrolments as contract } from '@shared/contract/enrolments';
import { netOre } from '@shared/domain/enrolment-costs';
import { isCounting } from '@shared/domain/enrolment-moves';
import { refuse, refuseField } from '@shared/domain/text';
import { and, eq, isNull } from 'drizzle-orm';
import { audited } from '../../data/audit';
import { budgetRows } from '../../data/queries/budgets';
import { enrolmentRows } from '../../data/queries/enrolments';
import { teamsInOrder, theTeam } from '../../data/queries/subjects';
import { budgets, enrolments } from '../../data/schema/enrolments';
import type { Handlers } from '../context';
import { priorityRows, yearOf } from './list';
import { halfDays } from './rules';
import { theBudget } from './write';

type Own = 'budgets' | 'saveBudget' | 'removeBudget' | 'restoreBudget';

const entry = audited('budget');

/** What a department, or a goal, may spend in a school year, and what is used of it (R002-02). */
export const budgetHandlers: Pick<Handlers<typeof contract>, Own> = {
  budgets({ db }, { schoolYear }) {
    const without = enrolmentRows(db, isNull(enrolments.budgetId)).filter(
      (row) => isCounting(row.state) && yearOf(row) === schoolYear && netOre(row, row.grantedOre) > 0,
    );
    return {
      budgets: budgetRows(db, eq(budgets.schoolYear, schoolYear)),
      without: {
        count: without.length,
        netOre: without.reduce((sum, row) => sum + netOre(row, row.grantedOre), 0),
      },
      teams: teamsInOrder(db),
      priorities: priorityRows(db),
    };
  },

  saveBudget(context, { id: given, ...values }) {
    const id = given ?? randomUUID();
    if (values.substituteDays !== null) halfDays(values.substituteDays);
    return context.write(entry('saved', id, Object.keys(values)), (db) => {
      const before = given ? theBudget(db, given) : null;
      const { teamId, priorityId } = values;
      if (teamId !== null && teamId !== before?.teamId) theTeam(db, teamId);
      if (priorityId !== null && !priorityRows(db).some((one) => one.id === priorityId)) {
        refuseField('priorityId', {
          da: 'Målet findes ikke længere. Vælg et andet.',
          en: 'The goal no longer exists. Choose another.',
        });
      }
      if (before) db.update(budgets).set(values).where(eq(budgets.id, id)).run();
      else
        db.insert(budgets)
          .values({ id, ...values })
          .run();
      return { id };
    });
  },

  removeBudget(context, { id }) {
    return context.write(entry('removed', id), (db) => {
      const { name } = theBudget(db, id);
      const used = db
        .select({ id: enrolments.id })
        .from(enrolments)
        .where(and(eq(enrolments.budgetId, id), isNull(enrolments.removedAt)))
        .all().length;
      if (used > 0) {
        throw refuse('conflict', {
          da: `${used === 1 ? 'Én tilmelding betales' : `${used} tilmeldinger betales`} af ${name}. Giv ${used === 1 ? 'den' : 'dem'} et andet budget først.`,
          en: `${used === 1 ? 'One enrolment is' : `${used} enrolments are`} paid by ${name}. Give ${used === 1 ? 'it' : 'them'} another budget first.`,
        });
      }
      db.update(budgets).set({ removedAt: context.now().toISOString() }).where(eq(budgets.id, id)).run();
      return {};
    });
  },

  restoreBudget(context, { id }) {
    return context.write(entry('restored', id), (db) => {
      const { changes } = db.update(budgets).set({ removedAt: null }).where(eq(budgets.id, id)).run();
      if (changes === 0) {
        throw refuse('not-found', {
          da: 'Budgettet findes ikke længere.',
          en: 'The budget no longer exists.',
        });
      }
      return {};
    });
  },
};
