import type { TalkHistory } from '@shared/domain/due-talks';
import { seasonRange } from '@shared/domain/school-year';
import { and, asc, count, desc, eq, isNotNull, isNull, lte, ne, type SQL } from 'drizzle-orm';
import type { Database } from '../open';
import { employees, staffCategories } from '../schema/employees';
import { schools } from '../schema/school';
import { agreements, talks } from '../schema/talks';
import { unmarkedCounts } from './promises';
import { ratingStates } from './rating-states';

/** First and last day of the talk season in a school year; November to January before the school is set up. */
export function seasonOf(db: Database, schoolYear: string): { first: string; last: string } {
  const school = db.select({ start: schools.seasonStart, end: schools.seasonEnd }).from(schools).get();
  return seasonRange(schoolYear, school ?? { start: '11-01', end: '01-31' });
}

/** Talks as lists show them, in the order they are held. */
export function talkRows(db: Database, where: SQL | undefined) {
  const rows = db
    .select({
      id: talks.id,
      employeeId: talks.employeeId,
      employeeName: employees.name,
      categoryName: staffCategories.name,
      heldOn: talks.heldOn,
      startsAt: talks.startsAt,
      place: talks.place,
      createdAt: talks.createdAt,
      closedAt: talks.closedAt,
      templateVersionId: talks.templateVersionId,
    })
    .from(talks)
    .innerJoin(employees, eq(employees.id, talks.employeeId))
    .innerJoin(staffCategories, eq(staffCategories.id, employees.categoryId))
    .where(and(isNull(talks.removedAt), where))
    .orderBy(asc(talks.heldOn), asc(talks.startsAt), asc(talks.createdAt))
    .all();
  const states = ratingStates(db, rows);
  const unmarked = unmarkedCounts(db, rows);
  return rows.map(({ createdAt: _, templateVersionId, ...row }) => ({
    ...row,
    ratings: states.get(row.id) ?? {
      wanted: templateVersionId !== null,
      self: 'none' as const,
      leader: 'none' as const,
    },
    unmarked: unmarked.get(row.id) ?? 0,
  }));
}

/** For everybody, of talks up to a day: the last one closed, and one that is not closed. */
export function talkDates(db: Database, upTo: string): Map<string, TalkHistory> {
  const rows = db
    .select({ employeeId: talks.employeeId, heldOn: talks.heldOn, closedAt: talks.closedAt })
    .from(talks)
    .where(and(isNull(talks.removedAt), lte(talks.heldOn, upTo)))
    .orderBy(asc(talks.heldOn))
    .all();
  const dates = new Map<string, { lastHeldOn: string | null; plannedOn: string | null }>();
  for (const { employeeId, heldOn, closedAt } of rows) {
    const history = dates.get(employeeId) ?? { lastHeldOn: null, plannedOn: null };
    history[closedAt === null ? 'plannedOn' : 'lastHeldOn'] = heldOn;
    dates.set(employeeId, history);
  }
  return dates;
}

/** Day of the closed talk before this one, null when it is the first. */
export function previousTalkOn(
  db: Database,
  talk: { id: string; employeeId: string; heldOn: string },
): string | null {
  const previous = db
    .select({ heldOn: talks.heldOn })
    .from(talks)
    .where(
      and(
        eq(talks.employeeId, talk.employeeId),
        ne(talks.id, talk.id),
        lte(talks.heldOn, talk.heldOn),
        isNotNull(talks.closedAt),
        isNull(talks.removedAt),
      ),
    )
    .orderBy(desc(talks.heldOn))
    .limit(1)
    .get();
  return previous?.heldOn ?? null;
}

/** How many agreements made in the talk stand. */
export function agreementCount(db: Database, talkId: string): number {
  const row = db
    .select({ n: count() })
    .from(agreements)
    .where(and(eq(agreements.talkId, talkId), isNull(agreements.removedAt)))
    .get();
  return row?.n ?? 0;
}
