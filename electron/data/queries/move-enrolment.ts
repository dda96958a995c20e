import { randomUUID } from 'node:crypto';
import { localDate } from '@shared/domain/dates';
import { moveProblem } from '@shared/domain/enrolment-moves';
import type { EnrolmentState } from '@shared/domain/enrolment-states';
import { refuse, refuseField } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import type { Database } from '../open';
import { enrolmentOutcomes, enrolmentSteps, enrolments } from '../schema/enrolments';
import { stepsOf, theEnrolment } from './enrolments';

type Move = {
  readonly id: string;
  readonly state: EnrolmentState;
  readonly onDate: string;
  readonly reason: string;
};

/**
 * Moves an enrolment and answers the id of its new step. Refuses `invalid` what the rule of moves does not allow, and
 * `conflict` where something it gave would go silently; conflicts with days, seats and money are the caller’s to look
 * at, since they depend on all that moves at once.
 */
export function moveEnrolment(db: Database, { id, state, onDate, reason }: Move, now: Date): string {
  const from = theEnrolment(db, id).state;
  const underWay = stepsOf(db, id).findLast((step) => step.state === 'underWay');
  const problem = moveProblem(
    { state: from, underWayOn: underWay?.onDate ?? null },
    { to: state, onDate, reason },
    localDate(now),
  );
  if (problem) refuseField(problem.field, problem.text);
  if (from === 'completed') refuseWithOutcomes(db, id);
  const stepId = randomUUID();
  db.update(enrolments).set({ state }).where(eq(enrolments.id, id)).run();
  db.insert(enrolmentSteps)
    .values({ id: stepId, enrolmentId: id, state, onDate, reason, at: now.toISOString() })
    .run();
  return stepId;
}

/** Takes the newest step of an enrolment back; refuses `conflict` when it is not the newest any more. */
export function undoEnrolmentMove(db: Database, { id, stepId }: { id: string; stepId: string }): void {
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
}

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
