import { addDays } from '@shared/domain/dates';
import type { SeatQuestion, SeatRun } from '@shared/domain/seat-plan/seat-plan';
import { and, asc, eq, gte, inArray, isNull, ne, or } from 'drizzle-orm';
import type { Database } from '../open';
import { employees } from '../schema/employees';
import { enrolments } from '../schema/enrolments';
import { courseRunDays, courseRuns, programmeItems } from '../schema/programme';
import { budgetsLeft } from './budgets';
import { enrolmentRows } from './enrolments';
import { leadersWithRequirement } from './leader-training';
import { leadersOn } from './leaders';

/** States in which somebody has her seat. */
export const seatedStates = ['approved', 'enrolled', 'underWay'] as const;

/** Days of the longest holding there is; what lies beyond is a slip of the keyboard. */
const longestPeriod = 800;

/** A holding's days: those that are written down, else every day of its period, as conflicts count them. */
export function runDays(db: Database): (run: { id: string; startsOn: string; endsOn: string }) => string[] {
  const written = new Map<string, string[]>();
  for (const { runId, day } of db.select().from(courseRunDays).orderBy(asc(courseRunDays.day)).all())
    written.set(runId, [...(written.get(runId) ?? []), day]);
  return ({ id, startsOn, endsOn }) => written.get(id) ?? daysOf(startsOn, endsOn);
}

function daysOf(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last && days.length < longestPeriod; day = addDays(day, 1)) days.push(day);
  return days;
}

export type NamedWish = SeatQuestion['wishes'][number] & {
  readonly employeeName: string;
  readonly title: string;
  readonly state: 'wished' | 'approved';
};
export type NamedRun = SeatRun & {
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string;
};
export type NamedQuestion = Omit<SeatQuestion, 'wishes' | 'runs' | 'budgets'> & {
  readonly wishes: readonly NamedWish[];
  readonly runs: readonly NamedRun[];
  readonly budgets: readonly { readonly id: string; readonly name: string; readonly leftOre: number }[];
};

/** Wishes without a seat, the holdings to come, the days people are taken, and what each budget has left. */
export function seatQuestion(db: Database, today: string): NamedQuestion {
  const leaders = new Set([
    ...leadersOn(db, today).map(({ id }) => id),
    ...leadersWithRequirement(db, today).map(({ employeeId }) => employeeId),
  ]);
  const wishes = db
    .select({ row: enrolments, employeeName: employees.name, title: programmeItems.title })
    .from(enrolments)
    .innerJoin(employees, eq(employees.id, enrolments.employeeId))
    .innerJoin(programmeItems, eq(programmeItems.id, enrolments.itemId))
    .where(
      and(
        isNull(enrolments.removedAt),
        isNull(enrolments.runId),
        inArray(enrolments.state, ['wished', 'approved']),
        isNull(employees.removedAt),
        or(isNull(employees.leavingDate), gte(employees.leavingDate, today)),
      ),
    )
    .orderBy(asc(enrolments.createdAt), asc(enrolments.id))
    .all();
  const seated = enrolmentRows(db, inArray(enrolments.state, seatedStates));
  const days = runDays(db);
  const itemIds = [...new Set(wishes.map(({ row }) => row.itemId))].filter((id) => id !== null);
  const runs = db
    .select({ row: courseRuns, title: programmeItems.title })
    .from(courseRuns)
    .innerJoin(programmeItems, eq(programmeItems.id, courseRuns.itemId))
    .where(
      and(
        isNull(courseRuns.removedAt),
        isNull(programmeItems.removedAt),
        ne(courseRuns.state, 'cancelled'),
        gte(courseRuns.startsOn, today),
        inArray(courseRuns.itemId, itemIds),
      ),
    )
    .orderBy(asc(courseRuns.startsOn), asc(courseRuns.id))
    .all()
    .map(({ row, title }) => {
      const there = seated.filter(({ runId }) => runId === row.id);
      const { id, itemId, startsOn, endsOn, place, minimumSeats, state } = row;
      return {
        ...{ id, itemId, title, startsOn, endsOn, place },
        days: days(row),
        seats: row.seats === null ? null : Math.max(0, row.seats - there.length),
        missing: state === 'confirmed' ? 0 : Math.max(0, (minimumSeats ?? 0) - there.length),
        leadersThere: there.filter(({ employeeId }) => leaders.has(employeeId)).length,
      };
    });
  return {
    wishes: wishes.map(({ row, employeeName, title }) => ({
      ...{ id: row.id, personId: row.employeeId, itemId: row.itemId ?? '', employeeName, title },
      isLeader: leaders.has(row.employeeId),
      state: row.state === 'approved' ? 'approved' : 'wished',
      // What is approved already has its money set aside.
      budgetId: row.state === 'approved' ? null : row.budgetId,
      costOre: row.feeOre + row.materialsOre + Math.round(row.substituteDays * row.substituteDayOre),
    })),
    runs,
    budgets: budgetsLeft(db),
    taken: seated.flatMap(({ id, employeeId, startsOn, endsOn, days: written }) => {
      if (startsOn === null || wishes.some(({ row }) => row.id === id)) return [];
      const busy = written.length > 0 ? written : daysOf(startsOn, endsOn ?? startsOn);
      return busy.map((day) => ({ personId: employeeId, day }));
    }),
    fixed: [],
    ruledOut: [],
  };
}
