import { randomUUID } from 'node:crypto';
import type { enrolments as contract } from '@shared/contract/enrolments';
import { localDate } from '@shared/domain/dates';
import { enrolmentMoves, moveProblem } from '@shared/domain/enrolment-moves';
import { refuse } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { conflictsOf, enrolmentRows, stepsOf, theEnrolment } from '../../data/queries/enrolments';
import { enrolmentOutcomes, enrolmentSteps, enrolments } from '../../data/schema/enrolments';
import type { Handlers } from '../context';
import { audited, confirmConflicts } from './rules';

const entry = audited('enrolment');

/** Where an enrolment stands: on, back and out, each with its day, and the last one taken back. */
export const moveHandlers: Pick<Handlers<typeof contract>, 'move' | 'undoMove'> = {
  move(context, { id, state, onDate, reason }) {
    const stepId = randomUUID();
    return context.write(entry('moved', id, ['state', 'onDate', 'reason']), (db) => {
      const now = theEnrolment(db, id);
      const underWay = stepsOf(db, id).findLast((step) => step.state === 'underWay');
      const problem = moveProblem(
        { state: now.state, underWayOn: underWay?.onDate ?? null },
        { to: state, onDate, reason },
        localDate(context.now()),
      );
      if (problem) throw refuse('invalid', problem.text, { [problem.field]: problem.text });
      if (now.state === 'completed') refuseWithOutcomes(db, id);
      // Money and days are bound when somebody approves and when somebody enrols; after that it has happened.
      const isBinding = state === 'enrolled' || state === 'approved';
      const goesOn = enrolmentMoves[now.state].some((way) => way.to === state && way.direction === 'on');
      if (isBinding && goesOn) confirmConflicts(conflictsOf(db, enrolmentRows(db)).get(id) ?? [], reason);
      db.update(enrolments).set({ state }).where(eq(enrolments.id, id)).run();
      db.insert(enrolmentSteps)
        .values({ id: stepId, enrolmentId: id, state, onDate, reason, at: context.now().toISOString() })
        .run();
      return { stepId };
    });
  },

  undoMove(context, { id, stepId }) {
    return context.write(entry('move-undone', id, ['state']), (db) => {
      const { state } = theEnrolment(db, id);
      const steps = stepsOf(db, id);
      const before = steps.at(-2);
      if (steps.at(-1)?.id !== stepId || !before) {
        throw refuse('conflict', {
          da: 'Der er sket mere siden. Gå tilbage et trin ad gangen med en begrundelse.',
          en: 'More has happened since. Go back one step at a time with a reason.',
        });
      }
      if (state === 'completed' && before.state !== 'completed') refuseWithOutcomes(db, id);
      db.delete(enrolmentSteps).where(eq(enrolmentSteps.id, stepId)).run();
      db.update(enrolments).set({ state: before.state }).where(eq(enrolments.id, id)).run();
      return {};
    });
  },
};

/** What a completed activity added must be taken back before it is undone or removed: nothing goes silently. */
export function refuseWithOutcomes(db: Database, id: string): void {
  const added = db
    .select({ kind: enrolmentOutcomes.kind })
    .from(enrolmentOutcomes)
    .where(eq(enrolmentOutcomes.enrolmentId, id))
    .all()
    .filter(({ kind }) => kind !== 'nothing');
  if (added.length === 0) return;
  throw refuse('conflict', {
    da: 'Aktiviteten har givet en kompetence eller point. Tag det tilbage først.',
    en: 'The activity has given a qualification or points. Take that back first.',
  });
}
