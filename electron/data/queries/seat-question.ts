import { personalConflicts } from '@shared/domain/course-conflicts';
import { netOre } from '@shared/domain/enrolment-costs';
import { isCounting } from '@shared/domain/enrolment-moves';
import { groupBy } from '@shared/domain/group-by';
import type { SeatBudget, SeatQuestion, SeatRun } from '@shared/domain/seat-plan/seat-plan';
import { and, asc, eq, gte, inArray, isNull, ne } from 'drizzle-orm';
import type { Database } from '../open';
import { courseRuns, programmeItems } from '../schema/programme';
import { budgetRows } from './budgets';
import { conflictWorld, enrolmentRows, runDays } from './enrolments';
import { leadersWithRequirement } from './leader-training';
import { leadersOn } from './leaders';

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
  readonly budgets: readonly (SeatBudget & { readonly name: string })[];
};

/** Wishes without a seat, the holdings to come, the seats people are not free for, and what each budget has left. */
export function seatQuestion(db: Database, today: string): NamedQuestion {
  const leaders = new Set([
    ...leadersOn(db, today).map(({ id }) => id),
    ...leadersWithRequirement(db, today).map(({ employeeId }) => employeeId),
  ]);
  const all = enrolmentRows(db);
  const { people } = conflictWorld(db);
  const titles = new Map(
    db
      .select({ id: programmeItems.id, title: programmeItems.title })
      .from(programmeItems)
      .all()
      .map(({ id, title }) => [id, title]),
  );
  const wishes = all.filter(
    ({ runId, itemId, state, employeeId }) =>
      runId === null &&
      itemId !== null &&
      (state === 'wished' || state === 'approved') &&
      (people.get(employeeId)?.leavingDate ?? today) >= today,
  );
  const runs = comingRuns(db, today, [...new Set(wishes.flatMap(({ itemId }) => itemId ?? []))]);
  const counting = all.filter(({ state }) => isCounting(state));
  const seated = groupBy(counting, ({ runId }) => runId);
  const ofPerson = groupBy(counting, ({ employeeId }) => employeeId);
  return {
    wishes: wishes.map((row) => ({
      ...{ id: row.id, personId: row.employeeId, employeeName: row.employeeName },
      ...{ itemId: row.itemId ?? '', title: titles.get(row.itemId ?? '') ?? row.title },
      isLeader: leaders.has(row.employeeId),
      state: row.state === 'approved' ? 'approved' : 'wished',
      // What is approved already has its money and its days set aside.
      budgetId: row.state === 'approved' ? null : row.budgetId,
      costOre: netOre(row, row.grantedOre),
      substituteDays: row.substituteDays,
    })),
    runs: runs.map(({ seats, minimumSeats, state, ...run }) => {
      const there = seated.get(run.id) ?? [];
      return {
        ...run,
        title: titles.get(run.itemId) ?? '',
        seats: seats === null ? null : Math.max(0, seats - there.length),
        missing: state === 'confirmed' ? 0 : Math.max(0, (minimumSeats ?? 0) - there.length),
        leadersThere: there.filter(({ employeeId }) => leaders.has(employeeId)).length,
      };
    }),
    budgets: budgetRows(db).map(({ id, name, sums }) => ({
      ...{ id, name, leftOre: sums.leftOre, leftDays: sums.leftDays },
    })),
    notFree: wishes.flatMap((wish) =>
      runs.flatMap((run) => {
        if (run.itemId !== wish.itemId) return [];
        const { id: runId, days, startsOn, endsOn } = run;
        const seat = { ...wish, runId, days, startsOn, endsOn };
        const isFree = personalConflicts(seat, ofPerson.get(wish.employeeId) ?? [], { people }).length === 0;
        return isFree ? [] : [{ wishId: wish.id, runId }];
      }),
    ),
    fixed: [],
    ruledOut: [],
  };
}

/** Holdings of these items that begin today or later and are not cancelled, with their days. */
function comingRuns(db: Database, today: string, itemIds: readonly string[]) {
  const days = runDays(db);
  return db
    .select({
      id: courseRuns.id,
      itemId: courseRuns.itemId,
      startsOn: courseRuns.startsOn,
      endsOn: courseRuns.endsOn,
      place: courseRuns.place,
      seats: courseRuns.seats,
      minimumSeats: courseRuns.minimumSeats,
      state: courseRuns.state,
    })
    .from(courseRuns)
    .innerJoin(programmeItems, eq(programmeItems.id, courseRuns.itemId))
    .where(
      and(
        isNull(courseRuns.removedAt),
        isNull(programmeItems.removedAt),
        ne(courseRuns.state, 'cancelled'),
        gte(courseRuns.startsOn, today),
        inArray(courseRuns.itemId, [...itemIds]),
      ),
    )
    .orderBy(asc(courseRuns.startsOn), asc(courseRuns.id))
    .all()
    .map((run) => ({ ...run, days: days.get(run.id) ?? [] }));
}
