import type { TalkHistory } from '@shared/domain/due-talks';
import { seasonRange } from '@shared/domain/school-year';
import { type TalkKind, usualMinutes } from '@shared/domain/talk-kinds';
import { and, asc, count, desc, eq, isNotNull, isNull, lte, ne, or, type SQL } from 'drizzle-orm';
import type { Database } from '../open';
import { employees, staffCategories, teams } from '../schema/employees';
import { schools } from '../schema/school';
import { talkLengths } from '../schema/season';
import { talkForms, talkFormVersions } from '../schema/talk-forms';
import { agreements, talks } from '../schema/talks';
import { unmarkedCounts } from './promises';
import { ratingStates } from './rating-states';
import { about, type Subject } from './subjects';

/** First and last day of the talk season in a school year; November to January before the school is set up. */
export function seasonOf(db: Database, schoolYear: string): { first: string; last: string } {
  const school = db.select({ start: schools.seasonStart, end: schools.seasonEnd }).from(schools).get();
  return seasonRange(schoolYear, school ?? { start: '11-01', end: '01-31' });
}

/** How many days before a talk both ratings are due; a week before the school is set up. */
export const ratingLeadDays = (db: Database): number =>
  db.select({ days: schools.ratingLeadDays }).from(schools).get()?.days ?? 7;

/** Talks as lists show them, in the order they are held. */
export function talkRows(db: Database, where: SQL | undefined) {
  const rows = db
    .select({
      id: talks.id,
      kind: talks.kind,
      employeeId: talks.employeeId,
      teamId: talks.teamId,
      employeeName: employees.name,
      teamName: teams.name,
      categoryName: staffCategories.name,
      leaderName: talks.leaderName,
      heldOn: talks.heldOn,
      startsAt: talks.startsAt,
      minutes: talks.minutes,
      isFixed: talks.isFixed,
      place: talks.place,
      createdAt: talks.createdAt,
      closedAt: talks.closedAt,
      templateVersionId: talks.templateVersionId,
    })
    .from(talks)
    .leftJoin(employees, eq(employees.id, talks.employeeId))
    .leftJoin(teams, eq(teams.id, talks.teamId))
    .leftJoin(staffCategories, eq(staffCategories.id, employees.categoryId))
    .where(and(isNull(talks.removedAt), where))
    .orderBy(asc(talks.heldOn), asc(talks.startsAt), asc(talks.createdAt))
    .all();
  const states = ratingStates(db, rows);
  const unmarked = unmarkedCounts(db, rows);
  return rows.map(({ createdAt: _, templateVersionId, employeeName, teamName, categoryName, ...row }) => ({
    ...row,
    /** Name of the employee or the team it is with. */
    withName: employeeName ?? teamName ?? '',
    /** The employee's category; empty for a team. */
    categoryName: categoryName ?? '',
    ratings: states.get(row.id) ?? {
      wanted: templateVersionId !== null && row.teamId === null,
      self: 'none' as const,
      leader: 'none' as const,
    },
    unmarked: unmarked.get(row.id) ?? 0,
  }));
}

/**
 * For everybody, of individual talks (MUS) up to a day: the last one closed, and one that is not closed. `openLater`
 * counts an open one after that day, too: nobody gets a second beside it.
 */
export function talkDates(
  db: Database,
  upTo: string,
  { openLater }: { openLater: boolean },
): Map<string, TalkHistory> {
  const byThen = lte(talks.heldOn, upTo);
  const rows = db
    .select({ employeeId: talks.employeeId, heldOn: talks.heldOn, closedAt: talks.closedAt })
    .from(talks)
    .where(
      and(
        isNull(talks.removedAt),
        eq(talks.kind, 'MUS'),
        openLater ? or(byThen, isNull(talks.closedAt)) : byThen,
      ),
    )
    .orderBy(asc(talks.heldOn))
    .all();
  const dates = new Map<string, { lastHeldOn: string | null; plannedOn: string | null }>();
  for (const { employeeId, heldOn, closedAt } of rows) {
    if (employeeId === null) continue;
    const history = dates.get(employeeId) ?? { lastHeldOn: null, plannedOn: null };
    history[closedAt === null ? 'plannedOn' : 'lastHeldOn'] = heldOn;
    dates.set(employeeId, history);
  }
  return dates;
}

/** Day of the closed talk before this one, null when it is the first. */
export function previousTalkOn(db: Database, talk: Subject & { id: string; heldOn: string }): string | null {
  const previous = db
    .select({ heldOn: talks.heldOn })
    .from(talks)
    .where(
      and(
        about(talks, talk),
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

/** How long each kind of talk takes at this school, in minutes. */
export function talkMinutes(db: Database): Record<TalkKind, number> {
  const own = db.select({ kind: talkLengths.kind, minutes: talkLengths.minutes }).from(talkLengths).all();
  return { ...usualMinutes, ...Object.fromEntries(own.map(({ kind, minutes }) => [kind, minutes])) };
}

/** Name of the school's own form a version belongs to; empty for the form that comes with Spind. */
export function formName(db: Database, versionId: string | null): string {
  if (!versionId) return '';
  const found = db
    .select({ name: talkForms.name })
    .from(talkFormVersions)
    .innerJoin(talkForms, eq(talkForms.id, talkFormVersions.formId))
    .where(eq(talkFormVersions.id, versionId))
    .get();
  return found?.name ?? '';
}
