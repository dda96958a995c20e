import { type ActivityDays, sharedDay } from '../course-conflicts';
import { groupBy } from '../group-by';
import type { Ore } from '../money';

/** One person's wish for, or need of, one activity. */
export type SeatWish = {
  /** The enrolment it stands as. */
  readonly id: string;
  readonly personId: string;
  readonly itemId: string;
  readonly isLeader: boolean;
  /** The budget that pays; null where nothing limits it. */
  readonly budgetId: string | null;
  /** What a seat costs: fee, materials and substitutes. */
  readonly costOre: Ore;
  /** Substitutes it takes, whole or half days. */
  readonly substituteDays: number;
};

/** One holding of an activity; two that share a day cannot have the same person. */
export type SeatRun = ActivityDays & {
  readonly id: string;
  readonly itemId: string;
  /** Seats still free; null when they are not limited. */
  readonly seats: number | null;
  /** How many more it takes before it is held at all; 0 when it is held anyhow. */
  readonly missing: number;
  /** Leaders who have a seat already, so that one more is together with somebody. */
  readonly leadersThere: number;
};

export type SeatBudget = {
  readonly id: string;
  readonly leftOre: Ore;
  /** Substitute days it has left; null where they are not counted. */
  readonly leftDays: number | null;
};

/** A seat: this wish is met by this holding. */
export type Seat = { readonly wishId: string; readonly runId: string };

export type SeatQuestion = {
  readonly wishes: readonly SeatWish[];
  readonly runs: readonly SeatRun[];
  readonly budgets: readonly SeatBudget[];
  /** Seats she cannot take, because she is away or on something else that day. */
  readonly notFree: readonly Seat[];
  /** Seats the leader has set herself; the plan is laid around them. */
  readonly fixed: readonly Seat[];
  /** Seats she does not want. */
  readonly ruledOut: readonly Seat[];
};

/** What is striven for, one after the other: what was reached by the first is never given up for the next (R002-13). */
export const seatAims = ['met', 'together', 'cost'] as const;
export type SeatAim = (typeof seatAims)[number];

/** Seats that can be thought of at all: the right activity, days she is free, not ruled out. */
export function possibleSeats({ wishes, runs, notFree, fixed, ruledOut }: SeatQuestion): Seat[] {
  const key = ({ wishId, runId }: Seat) => `${wishId} ${runId}`;
  const out = new Set([...ruledOut, ...notFree].map(key));
  const fixedRun = new Map(fixed.map(({ wishId, runId }) => [wishId, runId]));
  return wishes.flatMap((wish) =>
    runs
      .filter((run) => {
        const chosen = fixedRun.get(wish.id);
        if (chosen !== undefined && chosen !== run.id) return false;
        return run.itemId === wish.itemId && !out.has(key({ wishId: wish.id, runId: run.id }));
      })
      .map((run) => ({ wishId: wish.id, runId: run.id })),
  );
}

/** How well a set of seats does by each aim; the higher the better, cost with its sign turned. */
export function seatScore(question: SeatQuestion, seats: readonly Seat[]): Record<SeatAim, number> {
  const { wish, run } = lookups(question);
  const leadersIn = new Map<string, number>();
  for (const seat of seats)
    if (wish(seat.wishId).isLeader) leadersIn.set(seat.runId, (leadersIn.get(seat.runId) ?? 0) + 1);
  let together = 0;
  for (const [runId, count] of leadersIn) if (count + run(runId).leadersThere >= 2) together += count;
  const cost = seats.reduce((sum, seat) => sum + wish(seat.wishId).costOre, 0);
  return { met: seats.length, together, cost: 0 - cost };
}

/** The wishes and holdings of a question by their ids. Throws for an id that is not in it. */
export function lookups({ wishes, runs }: Pick<SeatQuestion, 'wishes' | 'runs'>) {
  const byWish = new Map(wishes.map((wish) => [wish.id, wish]));
  const byRun = new Map(runs.map((run) => [run.id, run]));
  const found = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('a seat names a wish or a holding that is not in the question');
    return value;
  };
  return {
    wish: (id: string) => found(byWish.get(id)),
    run: (id: string) => found(byRun.get(id)),
  };
}

/** Pairs of seats that would have one person in two places on a day. */
export function clashesIn(
  question: Pick<SeatQuestion, 'wishes' | 'runs'>,
  seats: readonly Seat[],
): [number, number][] {
  const { wish, run } = lookups(question);
  const clashes: [number, number][] = [];
  const ofPerson = groupBy([...seats.entries()], ([, { wishId }]) => wish(wishId).personId);
  for (const own of ofPerson.values())
    for (const [nth, [first, one]] of own.entries())
      for (const [second, other] of own.slice(nth + 1))
        if (sharedDay(run(one.runId), run(other.runId)) !== null) clashes.push([first, second]);
  return clashes;
}

/** What a set of seats breaks, for tests and for seats set by hand; empty when all holds. */
export function seatBreaches(question: SeatQuestion, seats: readonly Seat[]): string[] {
  const { wish, run } = lookups(question);
  const breaches: string[] = [];
  const possible = new Set(possibleSeats(question).map(({ wishId, runId }) => `${wishId} ${runId}`));
  const perWish = new Map<string, number>();
  const perRun = new Map<string, number>();
  const perBudget = new Map<string, { ore: Ore; days: number }>();
  const add = <K>(map: Map<K, number>, at: K, by: number) => map.set(at, (map.get(at) ?? 0) + by);
  for (const seat of seats) {
    if (!possible.has(`${seat.wishId} ${seat.runId}`)) breaches.push('impossible');
    const [w, r] = [wish(seat.wishId), run(seat.runId)];
    add(perWish, w.id, 1);
    add(perRun, r.id, 1);
    if (w.budgetId === null) continue;
    const { ore, days } = perBudget.get(w.budgetId) ?? { ore: 0, days: 0 };
    perBudget.set(w.budgetId, { ore: ore + w.costOre, days: days + w.substituteDays });
  }
  if ([...perWish.values()].some((n) => n > 1)) breaches.push('twice');
  if (clashesIn(question, seats).length > 0) breaches.push('overlap');
  for (const r of question.runs) {
    const n = perRun.get(r.id) ?? 0;
    if (r.seats !== null && n > r.seats) breaches.push('seats');
    if (n > 0 && n < r.missing) breaches.push('tooFew');
  }
  for (const { id, leftOre, leftDays } of question.budgets) {
    const { ore, days } = perBudget.get(id) ?? { ore: 0, days: 0 };
    if (ore > Math.max(0, leftOre) || (leftDays !== null && days > Math.max(0, leftDays)))
      breaches.push('budget');
  }
  const has = new Set(seats.map(({ wishId, runId }) => `${wishId} ${runId}`));
  if (question.fixed.some(({ wishId, runId }) => !has.has(`${wishId} ${runId}`))) breaches.push('fixed');
  return breaches;
}
