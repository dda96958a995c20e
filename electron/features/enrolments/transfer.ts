import { randomUUID } from 'node:crypto';
import type { enrolments as contract } from '@shared/contract/enrolments';
import { localDate } from '@shared/domain/dates';
import { refuse } from '@shared/domain/text';
import { suggestTransfer } from '@shared/domain/transfer';
import { and, eq, inArray, isNull, max } from 'drizzle-orm';
import { audited } from '../../data/audit';
import type { Database } from '../../data/open';
import { theEnrolment } from '../../data/queries/enrolments';
import { leaderOf } from '../../data/queries/leaders';
import { teamIdsOn, theEmployee } from '../../data/queries/staff';
import { theTeam } from '../../data/queries/subjects';
import { transferRows } from '../../data/queries/transfer';
import { teams } from '../../data/schema/employees';
import { transferSteps } from '../../data/schema/enrolments';
import type { Handlers } from '../context';

type Own = 'suggestTransfer' | 'saveStep' | 'markStep' | 'removeSteps' | 'restoreSteps';

const entry = audited('transferStep');

/** What is done before, during and after a longer activity so that it comes to use (R001-08, R001-09). */
export const transferHandlers: Pick<Handlers<typeof contract>, Own> = {
  suggestTransfer(context, { id: enrolmentId }) {
    const language = context.language();
    const today = localDate(context.now());
    return context.write(entry('suggested', enrolmentId), (db) => {
      const enrolment = theEnrolment(db, enrolmentId);
      if (transferRows(db, eq(transferSteps.enrolmentId, enrolmentId)).length > 0) {
        throw refuse('conflict', {
          da: 'Der er allerede en tjekliste. Tilføj trin til den.',
          en: 'There is a checklist already. Add steps to it.',
        });
      }
      const { employeeId } = enrolment;
      const leaderId = leaderOf(db, employeeId, today).id;
      const teamId = shareBackTeam(db, employeeId, today);
      const stepIds = suggestTransfer(enrolment, today).map((step, index) => {
        const stepId = randomUUID();
        db.insert(transferSteps)
          .values({
            id: stepId,
            enrolmentId,
            phase: step.phase,
            text: step.text[language],
            dueOn: step.dueOn,
            responsibleId: step.responsible === 'leader' ? leaderId : employeeId,
            teamId: step.isShareBack ? teamId : null,
            position: index + 1,
            doneAt: null,
          })
          .run();
        return stepId;
      });
      return { stepIds };
    });
  },

  saveStep(context, { id: given, enrolmentId, ...values }) {
    const id = given ?? randomUUID();
    return context.write(entry('saved', id, Object.keys(values)), (db) => {
      theEnrolment(db, enrolmentId);
      const before = given ? theStep(db, given) : null;
      if (before && before.enrolmentId !== enrolmentId) throw stepGone;
      const { responsibleId, teamId } = values;
      if (responsibleId !== null && responsibleId !== before?.responsibleId) theEmployee(db, responsibleId);
      if (teamId !== null && teamId !== before?.teamId) theTeam(db, teamId);
      if (before) db.update(transferSteps).set(values).where(eq(transferSteps.id, id)).run();
      else {
        const last = db
          .select({ position: max(transferSteps.position) })
          .from(transferSteps)
          .where(eq(transferSteps.enrolmentId, enrolmentId))
          .get();
        const position = (last?.position ?? 0) + 1;
        db.insert(transferSteps)
          .values({ id, enrolmentId, ...values, position, doneAt: null })
          .run();
      }
      return { id };
    });
  },

  markStep(context, { id, isDone }) {
    return context.write(entry(isDone ? 'done' : 'not-done', id, ['doneAt']), (db) => {
      theStep(db, id);
      const doneAt = isDone ? context.now().toISOString() : null;
      db.update(transferSteps).set({ doneAt }).where(eq(transferSteps.id, id)).run();
      return {};
    });
  },

  removeSteps(context, { ids }) {
    return context.write(entry('removed', ids[0] ?? ''), (db) => {
      for (const id of ids) theStep(db, id);
      const removedAt = context.now().toISOString();
      db.update(transferSteps).set({ removedAt }).where(inArray(transferSteps.id, ids)).run();
      return {};
    });
  },

  restoreSteps(context, { ids }) {
    return context.write(entry('restored', ids[0] ?? ''), (db) => {
      const { changes } = db
        .update(transferSteps)
        .set({ removedAt: null })
        .where(inArray(transferSteps.id, ids))
        .run();
      if (changes < new Set(ids).size) throw stepGone;
      return {};
    });
  },
};

/** Her year-group or subject team, else another team of hers; null without one (R001-09). */
function shareBackTeam(db: Database, employeeId: string, day: string): string | null {
  const ids = teamIdsOn(db, employeeId, day);
  const own = db
    .select({ id: teams.id, type: teams.type })
    .from(teams)
    .where(and(inArray(teams.id, ids), isNull(teams.removedAt)))
    .all();
  for (const type of ['yearGroupTeam', 'subjectTeam', 'team', 'network', 'department']) {
    const found = own.find((team) => team.type === type);
    if (found) return found.id;
  }
  return null;
}

function theStep(db: Database, id: string) {
  const found = db
    .select()
    .from(transferSteps)
    .where(and(eq(transferSteps.id, id), isNull(transferSteps.removedAt)))
    .get();
  if (!found) throw stepGone;
  return found;
}

const stepGone = refuse('not-found', {
  da: 'Trinnet findes ikke længere på tjeklisten.',
  en: 'The step is no longer on the checklist.',
});
