import { randomUUID } from 'node:crypto';
import type { Input } from '@shared/contract/core';
import type { enrolments as contract } from '@shared/contract/enrolments';
import { newConflicts } from '@shared/domain/conflict-words';
import { localDate } from '@shared/domain/dates';
import { isCounting } from '@shared/domain/enrolment-moves';
import { inOrder } from '@shared/domain/in-order';
import { refuse, refuseField } from '@shared/domain/text';
import { and, eq, isNull } from 'drizzle-orm';
import { audited } from '../../data/audit';
import type { Database } from '../../data/open';
import { conflictsOf, enrolmentGone, enrolmentRows, theEnrolment } from '../../data/queries/enrolments';
import { refuseWithOutcomes } from '../../data/queries/move-enrolment';
import { theEmployee } from '../../data/queries/staff';
import { budgets, enrolmentSteps, enrolments } from '../../data/schema/enrolments';
import { courseRuns, programmeItems } from '../../data/schema/programme';
import { priorities } from '../../data/schema/school';
import { agreements } from '../../data/schema/talks';
import type { Handlers } from '../context';
import { confirmConflicts, halfDays } from './rules';

type Own = 'save' | 'remove' | 'restore';
type Written = Omit<Input<typeof contract.save>, 'id' | 'completedOn' | 'reason'>;

const entry = audited('enrolment');

/** One enrolment as a person writes it down. Where it stands is changed by moves alone. */
export const writeHandlers: Pick<Handlers<typeof contract>, Own> = {
  save(context, { id: given, completedOn, reason, ...values }) {
    const id = given ?? randomUUID();
    const now = context.now().toISOString();
    const today = localDate(context.now());
    halfDays(values.substituteDays);
    inOrder('endsOn', values.startsOn, values.endsOn);
    if (completedOn !== null && completedOn > today) {
      refuseField('completedOn', {
        da: 'Dagen ligger i fremtiden. Er det ikke gennemført endnu, så skriv det ind som et ønske.',
        en: 'The day lies in the future. If it is not completed yet, write it down as a wish.',
      });
    }
    return context.write(entry('saved', id, Object.keys(values)), (db) => {
      theEmployee(db, values.employeeId);
      const before = given ? theEnrolment(db, given) : null;
      if (before && before.employeeId !== values.employeeId) throw enrolmentGone;
      refuseUnknown(db, values, before);
      if (!before) {
        const state = completedOn === null ? 'wished' : 'completed';
        const endsOn = values.endsOn ?? (values.startsOn === null ? completedOn : null);
        db.insert(enrolments)
          .values({ id, ...values, endsOn, state, certificateId: null, createdAt: now })
          .run();
        db.insert(enrolmentSteps)
          .values({
            ...{ id: randomUUID(), enrolmentId: id, state, at: now, reason },
            onDate: completedOn ?? today,
          })
          .run();
        return { id };
      }
      const had = conflictsOf(db, enrolmentRows(db)).get(id) ?? [];
      db.update(enrolments).set(values).where(eq(enrolments.id, id)).run();
      if (!isCounting(before.state)) return { id };
      const broken = newConflicts(had, conflictsOf(db, enrolmentRows(db)).get(id) ?? []);
      confirmConflicts(broken, reason);
      if (broken.length > 0) {
        db.insert(enrolmentSteps)
          .values({ id: randomUUID(), enrolmentId: id, state: before.state, onDate: today, reason, at: now })
          .run();
      }
      return { id };
    });
  },

  remove(context, { id }) {
    return context.write(entry('removed', id), (db) => {
      theEnrolment(db, id);
      refuseWithOutcomes(db, id);
      db.update(enrolments)
        .set({ removedAt: context.now().toISOString() })
        .where(eq(enrolments.id, id))
        .run();
      return {};
    });
  },

  restore(context, { id }) {
    return context.write(entry('restored', id), (db) => {
      const { changes } = db.update(enrolments).set({ removedAt: null }).where(eq(enrolments.id, id)).run();
      if (changes === 0) throw enrolmentGone;
      return {};
    });
  },
};

/** What it points at is there, and belongs together. What it pointed at before may have been removed since. */
function refuseUnknown(db: Database, values: Written, before: Written | null): void {
  const { employeeId, itemId, runId, agreementId, budgetId, priorityId } = values;
  if (itemId !== null && itemId !== before?.itemId) {
    const item = db
      .select({ id: programmeItems.id })
      .from(programmeItems)
      .where(and(eq(programmeItems.id, itemId), isNull(programmeItems.removedAt)))
      .get();
    if (!item) {
      refuseField('itemId', {
        da: 'Aktiviteten findes ikke længere i udviklingsprogrammet. Vælg en anden.',
        en: 'The activity is no longer in the development programme. Choose another.',
      });
    }
  }
  if (runId !== null && (runId !== before?.runId || itemId !== before.itemId)) {
    const run = db
      .select({ itemId: courseRuns.itemId })
      .from(courseRuns)
      .where(and(eq(courseRuns.id, runId), isNull(courseRuns.removedAt)))
      .get();
    if (!run || run.itemId !== itemId) {
      refuseField('runId', {
        da: 'Holdet findes ikke længere. Vælg et andet.',
        en: 'The holding no longer exists. Choose another.',
      });
    }
  }
  if (agreementId !== null) {
    const line = db
      .select({ employeeId: agreements.employeeId })
      .from(agreements)
      .where(eq(agreements.id, agreementId))
      .get();
    if (line?.employeeId !== employeeId) {
      refuseField('agreementId', {
        da: 'Linjen findes ikke længere i planen. Vælg en anden.',
        en: 'The line is no longer in the plan. Choose another.',
      });
    }
  }
  if (budgetId !== null && budgetId !== before?.budgetId) theBudget(db, budgetId);
  if (priorityId !== null) {
    const goal = db.select({ id: priorities.id }).from(priorities).where(eq(priorities.id, priorityId)).get();
    if (!goal) {
      refuseField('priorityId', {
        da: 'Målet findes ikke længere. Vælg et andet.',
        en: 'The goal no longer exists. Choose another.',
      });
    }
  }
}

/** A budget that can be chosen; refuses `not-found`. */
export function theBudget(db: Database, id: string) {
  const found = db
    .select()
    .from(budgets)
    .where(and(eq(budgets.id, id), isNull(budgets.removedAt)))
    .get();
  if (found) return found;
  throw refuse('not-found', {
    da: 'Budgettet findes ikke længere. Vælg et andet.',
    en: 'The budget no longer exists. Choose another.',
  });
}
