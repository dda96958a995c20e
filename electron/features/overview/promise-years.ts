import type { PromiseCounts } from '@shared/contract/overview';
import { fewestInGroup } from '@shared/domain/member-spread';
import type { PromiseState } from '@shared/domain/promises';
import { type SchoolYear, schoolYearOf } from '@shared/domain/school-year';
import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { agreements, talkParticipants } from '../../data/schema/talks';

export type PromiseYear = { schoolYear: SchoolYear; leader: PromiseCounts; staff: PromiseCounts | null };

const none = (): PromiseCounts => ({ kept: 0, partly: 0, notKept: 0, dropped: 0, open: 0 });

/** A school year begins with a month, so the month a promise is due in is all there is to know. */
const dueMonth = sql<string>`substr(${agreements.dueOn}, 1, 7)`;
const yearOf = (month: string) => schoolYearOf(`${month}-01`);

/**
 * How the promises of each school year stand, newest first: the leaders' own, and those of staff as a whole, counted in
 * the year they were due. A promise of both counts on both sides. Staff figures of a year need five people behind them.
 */
export function promiseYears(db: Database): PromiseYear[] {
  const rows = db
    .select({ month: dueMonth, giver: agreements.giver, state: agreements.state, n: count() })
    .from(agreements)
    .where(isNull(agreements.removedAt))
    .groupBy(dueMonth, agreements.giver, agreements.state)
    .all();
  const people = givingStaff(db);
  const years = new Map<SchoolYear, { leader: PromiseCounts; staff: PromiseCounts }>();
  for (const { month, giver, state, n } of rows) {
    const schoolYear = yearOf(month);
    const year = years.get(schoolYear) ?? { leader: none(), staff: none() };
    years.set(schoolYear, year);
    if (giver !== 'employee') add(year.leader, state, n);
    if (giver !== 'leader') add(year.staff, state, n);
  }
  return [...years]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([schoolYear, { leader, staff }]) => ({
      schoolYear,
      leader,
      staff: (people.get(schoolYear)?.size ?? 0) >= fewestInGroup ? staff : null,
    }));
}

function add(counts: PromiseCounts, state: PromiseState, n: number): void {
  counts[state] += n;
}

/** Who stands behind the staff's promises of each year; behind a team's promise those who took part in its talk. */
function givingStaff(db: Database): Map<SchoolYear, Set<string>> {
  const given = and(isNull(agreements.removedAt), inArray(agreements.giver, ['employee', 'both']));
  const own = db
    .selectDistinct({ month: dueMonth, employeeId: agreements.employeeId })
    .from(agreements)
    .where(given)
    .all();
  const inTeams = db
    .selectDistinct({ month: dueMonth, employeeId: talkParticipants.employeeId })
    .from(agreements)
    .innerJoin(talkParticipants, eq(talkParticipants.talkId, agreements.talkId))
    .where(and(given, isNull(agreements.employeeId)))
    .all();
  const people = new Map<SchoolYear, Set<string>>();
  for (const { month, employeeId } of [...own, ...inTeams]) {
    if (!employeeId) continue;
    const schoolYear = yearOf(month);
    people.set(schoolYear, (people.get(schoolYear) ?? new Set()).add(employeeId));
  }
  return people;
}
