import { type BudgetSums, budgetSums } from './budget-sums';
import { type Conflict, conflictOrder } from './conflict-words';
import { addDays } from './dates';
import { type Period, periodsOverlap } from './employment';
import { type EnrolmentCosts, netOre } from './enrolment-costs';
import { isCounting, isOpenState } from './enrolment-moves';
import type { EnrolmentState } from './enrolment-states';
import { groupBy } from './group-by';
import type { Ore } from './money';

/** One enrolment as the rules see it. */
export type PlannedActivity = EnrolmentCosts & {
  readonly id: string;
  readonly employeeId: string;
  readonly title: string;
  readonly state: EnrolmentState;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** The days of its holding where they are known one by one; else the whole period counts. */
  readonly days: readonly string[];
  readonly runId: string | null;
  readonly budgetId: string | null;
  readonly grantedOre: Ore;
};

/** What the rules know of the school around the enrolments. */
export type ConflictWorld = {
  readonly people: ReadonlyMap<
    string,
    {
      readonly employmentDate: string;
      readonly leavingDate: string | null;
      readonly leaves: readonly Period[];
    }
  >;
  readonly runs: ReadonlyMap<
    string,
    {
      readonly seats: number | null;
      readonly minimumSeats: number | null;
      readonly state: 'open' | 'confirmed' | 'cancelled';
    }
  >;
  readonly budgets: ReadonlyMap<
    string,
    { readonly name: string; readonly amountOre: Ore; readonly substituteDays: number | null }
  >;
};

/**
 * What stands in the way of each enrolment that can still be changed, by its id. A wish is looked at as if it were
 * approved; others count only when they are. Nobody is refused here: a person reads it and decides.
 */
export function courseConflicts(
  activities: readonly PlannedActivity[],
  world: ConflictWorld,
): Map<string, Conflict[]> {
  const counting = activities.filter(({ state }) => isCounting(state));
  const byPerson = groupBy(counting, ({ employeeId }) => employeeId);
  const taken = countBy(counting, ({ runId }) => runId);
  const sums = new Map(
    [...groupBy(counting, ({ budgetId }) => budgetId)].flatMap(([id, lines]): [string, BudgetSums][] => {
      const budget = id === null ? undefined : world.budgets.get(id);
      return id !== null && budget ? [[id, budgetSums(budget, lines)]] : [];
    }),
  );
  const found = new Map<string, Conflict[]>();
  for (const one of activities) {
    if (!isOpenState(one.state)) continue;
    const own = [
      ...sameDays(one, byPerson.get(one.employeeId) ?? []),
      ...away(one, world),
      ...money(one, world, sums),
      ...seats(one, world, taken),
    ];
    if (own.length > 0)
      found.set(
        one.id,
        own.sort((a, b) => conflictOrder(a) - conflictOrder(b)),
      );
  }
  return found;
}

function sameDays(one: PlannedActivity, others: readonly PlannedActivity[]): Conflict[] {
  return others.flatMap((other): Conflict[] => {
    if (other.id === one.id) return [];
    const on = sharedDay(one, other);
    return on === null ? [] : [{ kind: 'sameDay', on, withId: other.id, withTitle: other.title }];
  });
}

/** The first day both have; null when they have none in common. */
export function sharedDay(
  one: Pick<PlannedActivity, 'days' | 'startsOn' | 'endsOn'>,
  other: Pick<PlannedActivity, 'days' | 'startsOn' | 'endsOn'>,
): string | null {
  const [a, b] = [periodOf(one), periodOf(other)];
  if (!a || !b || !periodsOverlap(a, b)) return null;
  if (one.days.length > 0) return firstDay(one.days, (day) => has(other, b, day));
  if (other.days.length > 0) return firstDay(other.days, (day) => has(one, a, day));
  return a.fromDate > b.fromDate ? a.fromDate : b.fromDate;
}

function has({ days }: Pick<PlannedActivity, 'days'>, { fromDate, toDate }: Whole, day: string): boolean {
  return days.length > 0 ? days.includes(day) : fromDate <= day && day <= toDate;
}

const firstDay = (days: readonly string[], fits: (day: string) => boolean): string | null =>
  days.filter(fits).toSorted()[0] ?? null;

type Whole = { readonly fromDate: string; readonly toDate: string };

/** First and last day of an activity; null while it has none. */
export function periodOf({
  days,
  startsOn,
  endsOn,
}: Pick<PlannedActivity, 'days' | 'startsOn' | 'endsOn'>): Whole | null {
  if (days.length > 0) {
    const sorted = days.toSorted();
    return { fromDate: sorted[0] ?? '', toDate: sorted.at(-1) ?? '' };
  }
  if (startsOn === null) return null;
  return { fromDate: startsOn, toDate: endsOn ?? startsOn };
}

function away(one: PlannedActivity, { people }: ConflictWorld): Conflict[] {
  const person = people.get(one.employeeId);
  const whole = periodOf(one);
  if (!person || !whole) return [];
  const meets = (period: Period) => {
    if (!periodsOverlap(whole, period)) return false;
    return (
      one.days.length === 0 ||
      one.days.some((day) => period.fromDate <= day && (period.toDate === null || day <= period.toDate))
    );
  };
  const { employmentDate, leavingDate, leaves } = person;
  return [
    ...leaves.filter(meets).map(({ fromDate, toDate }): Conflict => ({ kind: 'leave', fromDate, toDate })),
    ...(leavingDate !== null && meets({ fromDate: addDays(leavingDate, 1), toDate: null })
      ? [{ kind: 'leaving', lastDay: leavingDate } as const]
      : []),
    ...(whole.fromDate < employmentDate ? [{ kind: 'notBegun', firstDay: employmentDate } as const] : []),
  ];
}

function money(
  one: PlannedActivity,
  { budgets }: ConflictWorld,
  sums: ReadonlyMap<string, BudgetSums>,
): Conflict[] {
  const budget = one.budgetId === null ? undefined : budgets.get(one.budgetId);
  if (!budget || one.budgetId === null) return [];
  const used = sums.get(one.budgetId) ?? budgetSums(budget, []);
  const adds = !isCounting(one.state);
  const leftOre = used.leftOre - (adds ? netOre(one, one.grantedOre) : 0);
  const leftDays = used.leftDays === null ? null : used.leftDays - (adds ? one.substituteDays : 0);
  const { name } = budget;
  return [
    ...(leftOre < 0 ? [{ kind: 'overBudget', budget: name, overOre: -leftOre } as const] : []),
    ...(leftDays !== null && leftDays < 0
      ? [{ kind: 'overDays', budget: name, overDays: -leftDays } as const]
      : []),
  ];
}

function seats(
  one: PlannedActivity,
  { runs }: ConflictWorld,
  taken: ReadonlyMap<string, number>,
): Conflict[] {
  const run = one.runId === null ? undefined : runs.get(one.runId);
  if (!run || one.runId === null) return [];
  const others = (taken.get(one.runId) ?? 0) - (isCounting(one.state) ? 1 : 0);
  const { seats: all, minimumSeats } = run;
  return [
    ...(run.state === 'cancelled' ? [{ kind: 'runCancelled' } as const] : []),
    ...(all !== null && others + 1 > all ? [{ kind: 'noSeats', seats: all, taken: others } as const] : []),
    ...(run.state === 'open' && minimumSeats !== null && others + 1 < minimumSeats
      ? [{ kind: 'tooFew', minimumSeats, with: others + 1 } as const]
      : []),
  ];
}

function countBy<T>(rows: readonly T[], keyOf: (row: T) => string | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
