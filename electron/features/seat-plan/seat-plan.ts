import type { InputOf } from '@shared/contract';
import type { seatPlan as contract } from '@shared/contract/seat-plan';
import { breaksRule, type Conflict, conflictText, newConflicts } from '@shared/domain/conflict-words';
import { localDate } from '@shared/domain/dates';
import { planSeats } from '@shared/domain/seat-plan/seat-model';
import { possibleSeats, type Seat, seatScore } from '@shared/domain/seat-plan/seat-plan';
import { unmetWishes } from '@shared/domain/seat-plan/unmet';
import { refuse } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import { conflictsOf, enrolmentRows, theEnrolment } from '../../data/queries/enrolments';
import { moveEnrolment, undoEnrolmentMove } from '../../data/queries/move-enrolment';
import { type NamedQuestion, seatQuestion } from '../../data/queries/seat-question';
import { enrolments } from '../../data/schema/enrolments';
import type { Handlers } from '../context';

/** Who goes on what, proposed by the optimiser and accepted by a person (R002-13). */
export const seatPlanHandlers: Handlers<typeof contract> = {
  question({ db, now }) {
    const { wishes, runs, budgets } = seatQuestion(db, localDate(now()));
    return {
      wishes: wishes.map(({ personId, substituteDays: _, ...wish }) => ({ ...wish, employeeId: personId })),
      runs: runs.map(({ days: _days, leadersThere: _leaders, ...run }) => run),
      budgets: budgets.map(({ id, name, leftOre }) => ({ id, name, leftOre })),
    };
  },

  async propose(context, frame) {
    const question = framed(seatQuestion(context.db, localDate(context.now())), frame);
    const { status, seats } = await planSeats(question, context.machine.solve);
    const score = seatScore(question, seats);
    const costs = new Map(question.wishes.map(({ id, budgetId, costOre }) => [id, { budgetId, costOre }]));
    return {
      status,
      seats: [...seats],
      unmet: unmetWishes(question, seats),
      together: score.together,
      costOre: 0 - score.cost,
      budgets: question.budgets.map(({ id, leftOre }) => ({
        budgetId: id,
        leftOre,
        usedOre: seats.reduce((sum, { wishId }) => {
          const cost = costs.get(wishId);
          return cost?.budgetId === id ? sum + cost.costOre : sum;
        }, 0),
      })),
    };
  },

  accept(context, { seats }) {
    const now = context.now();
    return context.write(
      { action: 'seat-plan.accepted', entity: 'enrolment', entityId: '', fields: ['runId', 'state'] },
      (db) => {
        const question = seatQuestion(db, localDate(now));
        refuseUnknown(question, seats);
        const states = new Map(question.wishes.map(({ id, state }) => [id, state]));
        const before = conflictsOf(db, enrolmentRows(db));
        const accepted = seats.map(({ wishId, runId }) => {
          db.update(enrolments).set({ runId }).where(eq(enrolments.id, wishId)).run();
          if (states.get(wishId) !== 'wished') return { wishId, runId, stepId: null };
          const move = { id: wishId, state: 'approved', onDate: localDate(now), reason: '' } as const;
          return { wishId, runId, stepId: moveEnrolment(db, move, now) };
        });
        const after = conflictsOf(db, enrolmentRows(db));
        const broken = accepted.flatMap(({ wishId, stepId }) => {
          const own = after.get(wishId) ?? [];
          // What was approved against a rule before, with a reason, is not asked about again.
          return stepId === null ? newConflicts(before.get(wishId) ?? [], own) : own.filter(breaksRule);
        });
        if (broken.length > 0) throw needsReason(broken);
        return { accepted };
      },
    );
  },

  undoAccept(context, { accepted }) {
    return context.write(
      { action: 'seat-plan.undone', entity: 'enrolment', entityId: '', fields: ['runId', 'state'] },
      (db) => {
        for (const { wishId, runId, stepId } of accepted) {
          const now = theEnrolment(db, wishId);
          if (now.state !== 'approved' || now.runId !== runId) throw movedOn();
          if (stepId !== null) undoEnrolmentMove(db, { id: wishId, stepId });
          db.update(enrolments).set({ runId: null }).where(eq(enrolments.id, wishId)).run();
        }
        return {};
      },
    );
  },
};

/** The question as it would be with the leader's choices and her frame; ids that are gone are left out. */
function framed(question: NamedQuestion, frame: InputOf<'seatPlan', 'propose'>): NamedQuestion {
  const seats = new Map(frame.seats.map((one) => [one.runId, one.seats]));
  const left = new Map(frame.budgets.map((one) => [one.budgetId, one.leftOre]));
  const wishes = new Set(question.wishes.map(({ id }) => id));
  const runs = new Set(question.runs.map(({ id }) => id));
  const known = ({ wishId, runId }: Seat) => wishes.has(wishId) && runs.has(runId);
  return {
    ...question,
    runs: question.runs.map((run) => ({ ...run, seats: seats.get(run.id) ?? run.seats })),
    budgets: question.budgets.map((budget) => ({
      ...budget,
      leftOre: left.get(budget.id) ?? budget.leftOre,
    })),
    fixed: frame.fixed.filter(known),
    ruledOut: frame.ruledOut.filter(known),
  };
}

/** Each wish once, and only seats there are for it; what else may stand in the way, the conflicts say. */
function refuseUnknown(question: NamedQuestion, seats: readonly Seat[]): void {
  const keyOf = ({ wishId, runId }: Seat) => `${wishId} ${runId}`;
  const there = new Set(possibleSeats({ ...question, notFree: [] }).map(keyOf));
  const wishes = new Set(seats.map(({ wishId }) => wishId));
  if (wishes.size < seats.length || !seats.every((seat) => there.has(keyOf(seat)))) throw changedMeanwhile();
}

const changedMeanwhile = () =>
  refuse('conflict', {
    da: 'Pladserne passer ikke længere: et ønske eller et hold er ændret. Læg planen igen.',
    en: 'The seats no longer fit: a wish or a holding has changed. Make the plan again.',
  });

const movedOn = () =>
  refuse('conflict', {
    da: 'En af pladserne er ændret siden. Ret tilmeldingerne en ad gangen.',
    en: 'One of the seats has changed since. Change the enrolments one at a time.',
  });

/** To go on against a rule takes a person’s word, which is asked for where one enrolment is approved. */
function needsReason(broken: readonly Conflict[]) {
  const [da, en] = (['da', 'en'] as const).map((language) => [
    ...new Set(broken.map((conflict) => conflictText(conflict)[language])),
  ]);
  return refuse('conflict', {
    da: `${da?.join(' ')} Læg planen igen, eller godkend tilmeldingen for sig med en begrundelse.`,
    en: `${en?.join(' ')} Make the plan again, or approve the enrolment by itself with a reason.`,
  });
}
