import { randomUUID } from 'node:crypto';
import type { InputOf } from '@shared/contract';
import type { seatPlan as contract } from '@shared/contract/seat-plan';
import { localDate } from '@shared/domain/dates';
import { planSeats } from '@shared/domain/seat-plan/seat-model';
import { type Seat, seatBreaches, seatScore } from '@shared/domain/seat-plan/seat-plan';
import { unmetWishes } from '@shared/domain/seat-plan/unmet';
import { refuse } from '@shared/domain/text';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { type NamedQuestion, seatQuestion } from '../../data/queries/seat-question';
import { enrolmentSteps, enrolments } from '../../data/schema/enrolments';
import type { Handlers } from '../context';

/** Who goes on what, proposed by the optimiser and accepted by a person (R002-13). */
export const seatPlanHandlers: Handlers<typeof contract> = {
  question({ db, now }) {
    const { wishes, runs, budgets } = seatQuestion(db, localDate(now()));
    return {
      wishes: wishes.map(({ personId, ...wish }) => ({ ...wish, employeeId: personId })),
      runs: runs.map(({ days: _days, leadersThere: _leaders, ...run }) => run),
      budgets: [...budgets],
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
        refuseBroken(question, seats);
        const byRun = new Map(question.runs.map((run) => [run.id, run]));
        const byWish = new Map(question.wishes.map((wish) => [wish.id, wish]));
        const accepted = seats.map(({ wishId, runId }) => {
          const run = byRun.get(runId);
          const stateBefore = byWish.get(wishId)?.state ?? 'wished';
          db.update(enrolments)
            .set({ runId, startsOn: run?.startsOn, endsOn: run?.endsOn, state: 'approved' })
            .where(eq(enrolments.id, wishId))
            .run();
          if (stateBefore === 'wished') {
            const step = {
              enrolmentId: wishId,
              state: 'approved',
              onDate: localDate(now),
              reason: '',
            } as const;
            db.insert(enrolmentSteps)
              .values({ id: randomUUID(), ...step, at: now.toISOString() })
              .run();
          }
          return { wishId, stateBefore };
        });
        return { accepted };
      },
    );
  },

  undoAccept(context, { accepted }) {
    return context.write(
      { action: 'seat-plan.undone', entity: 'enrolment', entityId: '', fields: ['runId', 'state'] },
      (db) => {
        for (const { wishId, stateBefore } of accepted) {
          const row = db
            .select()
            .from(enrolments)
            .where(and(eq(enrolments.id, wishId), isNull(enrolments.removedAt)))
            .get();
          if (row?.state !== 'approved' || row.runId === null) throw changedMeanwhile();
          db.update(enrolments)
            .set({ runId: null, startsOn: null, endsOn: null, state: stateBefore })
            .where(eq(enrolments.id, wishId))
            .run();
          if (stateBefore === 'wished') dropLastStep(db, wishId);
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

/** What the leader accepts must hold now, and each wish only once; over a budget she may go knowingly, elsewhere. */
function refuseBroken(question: NamedQuestion, seats: readonly Seat[]): void {
  const wishes = new Set(question.wishes.map(({ id }) => id));
  const runs = new Set(question.runs.map(({ id }) => id));
  if (seats.some(({ wishId, runId }) => !wishes.has(wishId) || !runs.has(runId))) throw changedMeanwhile();
  const breaches = seatBreaches(question, seats).filter((breach) => breach !== 'tooFew');
  if (breaches.includes('budget')) throw overBudget();
  if (breaches.length > 0) throw changedMeanwhile();
}

const changedMeanwhile = () =>
  refuse('conflict', {
    da: 'Pladserne passer ikke længere: et ønske, et hold eller et budget er ændret. Læg planen igen.',
    en: 'The seats no longer fit: a wish, a course or a budget has changed. Make the plan again.',
  });

const overBudget = () =>
  refuse('conflict', {
    da: 'Budgettet rækker ikke til de pladser. Ret budgettet under Tilmeldinger, eller godkend færre.',
    en: 'The budget does not reach those seats. Change the budget under Enrolments, or approve fewer.',
  });

function dropLastStep(db: Database, enrolmentId: string): void {
  const steps = db
    .select({ id: enrolmentSteps.id, at: enrolmentSteps.at, state: enrolmentSteps.state })
    .from(enrolmentSteps)
    .where(eq(enrolmentSteps.enrolmentId, enrolmentId))
    .all()
    .sort((a, b) => a.at.localeCompare(b.at));
  const last = steps.at(-1);
  if (last?.state === 'approved')
    db.delete(enrolmentSteps)
      .where(inArray(enrolmentSteps.id, [last.id]))
      .run();
}
