import type { Conflict } from '@shared/domain/conflict-words';
import { courseConflicts, type PlannedActivity } from '@shared/domain/course-conflicts';
import { groupBy } from '@shared/domain/group-by';
import { refuse } from '@shared/domain/text';
import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../open';
import { employees, leaves } from '../schema/employees';
import { budgets, enrolmentSteps, enrolments } from '../schema/enrolments';
import { courseRunDays, courseRuns } from '../schema/programme';
import { grantedByEnrolment } from './budgets';

export type EnrolmentRow = Omit<typeof enrolments.$inferSelect, 'removedAt'>;
export type Enrolment = EnrolmentRow & PlannedActivity & { readonly employeeName: string };

/** Enrolments of people who are there, not removed, in the order they were written down. */
export function enrolmentRows(db: Database, only?: SQL): Enrolment[] {
  const granted = grantedByEnrolment(db);
  const days = runDays(db);
  return db
    .select({
      row: enrolments,
      employeeName: employees.name,
      runStartsOn: courseRuns.startsOn,
      runEndsOn: courseRuns.endsOn,
    })
    .from(enrolments)
    .innerJoin(employees, eq(employees.id, enrolments.employeeId))
    .leftJoin(courseRuns, eq(courseRuns.id, enrolments.runId))
    .where(and(isNull(enrolments.removedAt), isNull(employees.removedAt), only))
    .orderBy(asc(enrolments.createdAt), asc(enrolments.id))
    .all()
    .map(({ row: { removedAt: _, ...row }, employeeName, runStartsOn, runEndsOn }) => ({
      ...row,
      employeeName,
      // A holding that is moved moves everybody on it.
      startsOn: runStartsOn ?? row.startsOn,
      endsOn: runEndsOn ?? row.endsOn,
      grantedOre: granted.get(row.id) ?? 0,
      days: (row.runId !== null && days.get(row.runId)) || [],
    }));
}

/** The days of each holding that is written down day by day, in their order; another takes its whole period. */
export function runDays(db: Database): Map<string, string[]> {
  const days = new Map<string, string[]>();
  for (const { runId, day } of db.select().from(courseRunDays).orderBy(asc(courseRunDays.day)).all()) {
    const known = days.get(runId);
    if (known) known.push(day);
    else days.set(runId, [day]);
  }
  return days;
}

/** An enrolment; refuses `not-found`. */
export function theEnrolment(db: Database, id: string): Enrolment {
  const [found] = enrolmentRows(db, eq(enrolments.id, id));
  if (!found) throw enrolmentGone;
  return found;
}

/** What the rules see around the enrolments: people, leaves, holdings and budgets. */
export function conflictWorld(db: Database) {
  const away = groupBy(
    db.select().from(leaves).where(isNull(leaves.removedAt)).orderBy(asc(leaves.fromDate)).all(),
    ({ employeeId }) => employeeId,
  );
  return {
    people: new Map(
      db
        .select({
          id: employees.id,
          employmentDate: employees.employmentDate,
          leavingDate: employees.leavingDate,
        })
        .from(employees)
        .where(isNull(employees.removedAt))
        .all()
        .map((one) => [one.id, { ...one, leaves: away.get(one.id) ?? [] }]),
    ),
    runs: new Map(
      db
        .select()
        .from(courseRuns)
        .where(isNull(courseRuns.removedAt))
        .all()
        .map((run) => [run.id, run]),
    ),
    budgets: new Map(
      db
        .select()
        .from(budgets)
        .where(isNull(budgets.removedAt))
        .all()
        .map((budget) => [budget.id, budget]),
    ),
  };
}

/** Conflicts of every enrolment that can still be changed, by its id. */
export const conflictsOf = (db: Database, rows: readonly Enrolment[]): Map<string, Conflict[]> =>
  courseConflicts(rows, conflictWorld(db));

/** Of two steps in the same moment the later written is the later. */
const asWritten = sql`${enrolmentSteps}.rowid`;

/** The states an enrolment has been in, oldest first. */
export function stepsOf(db: Database, enrolmentId: string) {
  return db
    .select()
    .from(enrolmentSteps)
    .where(eq(enrolmentSteps.enrolmentId, enrolmentId))
    .orderBy(asc(enrolmentSteps.at), asWritten)
    .all();
}

/** The day each enrolment came to be in the state it has, by its id; one statement, however many. */
export function stateDays(db: Database, ids?: readonly string[]): Map<string, string> {
  const days = new Map<string, string>();
  const rows = db
    .select({ id: enrolmentSteps.enrolmentId, onDate: enrolmentSteps.onDate })
    .from(enrolmentSteps)
    .where(ids && inArray(enrolmentSteps.enrolmentId, [...ids]))
    .orderBy(asc(enrolmentSteps.at), asWritten)
    .all();
  for (const { id, onDate } of rows) days.set(id, onDate);
  return days;
}

export const enrolmentGone = refuse('not-found', {
  da: 'Tilmeldingen findes ikke længere. Gå tilbage til listen.',
  en: 'The enrolment no longer exists. Go back to the list.',
});
