import { type BudgetSums, budgetSums } from './budget-sums';
import { type Conflict, conflictOrder } from './conflict-words';
import { addDays } from './dates';
import { type Period, periodsOverlap } from './employment';
import { type EnrolmentCosts, netOre } from './enrolment-costs';
import { isCounting, isOpenState } from './enrolment-moves';
import type { EnrolmentState } from './enrolment-states';
import { groupBy } from './group-by';
import type { Ore } from './money';

/** Which days an activity takes. */
export type ActivityDays = {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Its days in their order where they are known one by one; else the whole period counts. */
  readonly days: readonly string[];
};

/** One enrolment as the rules see it. */
export type PlannedActivity = EnrolmentCosts &
  ActivityDays & {
    readonly id: string;
    readonly employeeId: string;
    readonly title: string;
    readonly state: EnrolmentState;
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
      ...personalConflicts(one, byPerson.get(one.employeeId) ?? [], world),
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

/** What keeps the person herself from it: something else on the same day, and days she is away. */
export function personalConflicts(
  one: PlannedActivity,
  others: readonly PlannedActivity[],
  world: Pick<ConflictWorld, 'people'>,
): Conflict[] {
  return [...sameDays(one, others), ...away(one, world)];
}

function sameDays(one: PlannedActivity, others: readonly PlannedActivity[]): Conflict[] {
  const found: Conflict[] = [];
  for (const other of others) {
    const on = other.id === one.id ? null : sharedDay(one, other);
    if (on !== null) found.push({ kind: 'sameDay', on, withId: other.id, withTitle: other.title });
  }
  return found;
}

/** The first day both have; null when they have none in common. */
export function sharedDay(one: ActivityDays, other: ActivityDays): string | null {
  const [from, to] = [firstOf(one), lastOf(one)];
  const [otherFrom, otherTo] = [firstOf(other), lastOf(other)];
  if (from === null || to === null || otherFrom === null || otherTo === null) return null;
  if (from > otherTo || otherFrom > to) return null;
  if (one.days.length > 0) return one.days.find((day) => takes(other, day)) ?? null;
  if (other.days.length > 0) return other.days.find((day) => takes(one, day)) ?? null;
  return from > otherFrom ? from : otherFrom;
}

const firstOf = ({ days, startsOn }: ActivityDays) => days[0] ?? startsOn;
const lastOf = ({ days, startsOn, endsOn }: ActivityDays) => days.at(-1) ?? endsOn ?? startsOn;

/** Whether an activity takes this day; it has a first and a last one. */
const takes = (activity: ActivityDays, day: string): boolean =>
  activity.days.length > 0
    ? activity.days.includes(day)
    : (firstOf(activity) ?? '') <= day && day <= (lastOf(activity) ?? '');

/** First and last day of an activity; null while it has none. */
export function periodOf(activity: ActivityDays): { fromDate: string; toDate: string } | null {
  const [fromDate, toDate] = [firstOf(activity), lastOf(activity)];
  return fromDate === null || toDate === null ? null : { fromDate, toDate };
}

function away(one: PlannedActivity, { people }: Pick<ConflictWorld, 'people'>): Conflict[] {
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
  const costOre = netOre(one, one.grantedOre);
  const leftOre = used.leftOre - (adds ? costOre : 0);
  const leftDays = used.leftDays === null ? null : used.leftDays - (adds ? one.substituteDays : 0);
  const { name } = budget;
  // What takes nothing from a budget is not what breaks it.
  return [
    ...(leftOre < 0 && costOre > 0 ? [{ kind: 'overBudget', budget: name, overOre: -leftOre } as const] : []),
    ...(leftDays !== null && leftDays < 0 && one.substituteDays > 0
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
