import type { Input } from '@shared/contract/core';
import type { season as contract } from '@shared/contract/season';
import { addDays } from '@shared/domain/dates';
import { schoolYearRange } from '@shared/domain/school-year';
import { kindNames } from '@shared/domain/talk-kinds';
import type { Language, Text } from '@shared/domain/text';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { ratingsAreIn } from '../../data/queries/rating-states';
import { subjectName } from '../../data/queries/subjects';
import { talkRows } from '../../data/queries/talks';
import { employees } from '../../data/schema/employees';
import { schools } from '../../data/schema/school';
import { agreements, talks } from '../../data/schema/talks';
import type { Context } from '../context';
import { type CalendarEntry, calendarFile, calendarUid } from './calendar-file';
import { appointments } from './proposal';

/**
 * Writes the season's calendar files and answers how many. They hold times, names and deadlines, never notes, purposes
 * or what a promise is about: calendars are synchronised and shown on walls.
 */
export async function exportCalendar(
  { db, machine, language: chosen, now }: Context,
  { schoolYear, which, employeeIds }: Input<typeof contract.exportCalendar>,
): Promise<{ saved: number }> {
  const language = chosen();
  const title: Text = { da: `Samtaler ${schoolYear}`, en: `Talks ${schoolYear}` };
  const file = (entries: readonly CalendarEntry[]) =>
    Buffer.from(calendarFile(entries, { name: title[language], language, now: now() }));
  const year = schoolYear.replace('/', '-');
  if (which === 'all') {
    const isSaved = await machine.saveFile(
      'calendar',
      `samtaler-${year}.ics`,
      file(wholeSeason(db, schoolYear, language)),
    );
    return { saved: isSaved ? 1 : 0 };
  }
  const wanted = employeeIds && new Set(employeeIds);
  const people = db
    .select({ id: employees.id, number: employees.employeeNumber })
    .from(employees)
    .where(isNull(employees.removedAt))
    .orderBy(asc(employees.employeeNumber))
    .all()
    .filter(({ id }) => !wanted || wanted.has(id))
    .map(({ id, number }) => ({ number, entries: onePerson(db, id, schoolYear, language) }))
    .filter(({ entries }) => entries.length > 0);
  const folder = people.length > 0 ? await machine.chooseFolder() : null;
  if (!folder) return { saved: 0 };
  // By number, not by name: file names are read over shoulders and kept in lists.
  for (const { number, entries } of people)
    await folder.save(`samtaler-${year}-${fileSafe(number)}.ics`, file(entries));
  return { saved: people.length };
}

const fileSafe = (number: string) => number.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'x';

/** Everything the leaders have to keep: all talks of the year, when ratings are due, and all open promises. */
function wholeSeason(db: Database, schoolYear: string, language: Language): CalendarEntry[] {
  const say = (text: Text) => text[language];
  const rows = talkRows(db, eq(talks.schoolYear, schoolYear));
  const leadDays = leadDaysOf(db);
  return [
    ...rows.map((talk) => ({
      ...talkEntry(talk),
      title: say({
        da: `${kindNames[talk.kind].da}: ${talk.withName} (${talk.leaderName})`,
        en: `${kindNames[talk.kind].en}: ${talk.withName} (${talk.leaderName})`,
      }),
    })),
    ...rows
      .filter((talk) => talk.closedAt === null && !ratingsAreIn(talk.ratings))
      .map((talk) => ({
        ...wholeDay(calendarUid('rating', talk.id), addDays(talk.heldOn, -leadDays)),
        title: say({ da: `Vurderinger senest: ${talk.withName}`, en: `Ratings due: ${talk.withName}` }),
      })),
    ...openPromises(db).map((promise) => ({
      ...wholeDay(calendarUid('promise', promise.id), promise.dueOn),
      title: `${say(promiseTitles[promise.giver])}: ${subjectName(db, promise)}`,
    })),
  ];
}

const promiseTitles = {
  employee: { da: 'Frist for aftale', en: 'Agreement due' },
  leader: { da: 'Frist for lederens løfte', en: 'Leader’s promise due' },
  both: { da: 'Frist for fælles aftale', en: 'Joint agreement due' },
} as const satisfies Record<string, Text>;

const ownPromiseTitles = {
  employee: { da: 'Frist for din aftale', en: 'Your agreement is due' },
  leader: { da: 'Frist for lederens løfte til dig', en: 'Leader’s promise to you is due' },
  both: { da: 'Frist for jeres fælles aftale', en: 'Your joint agreement is due' },
} as const satisfies Record<string, Text>;

/** What one employee may know: her own talks, when her self-rating is due, and the promises between her and the leader. */
function onePerson(
  db: Database,
  employeeId: string,
  schoolYear: string,
  language: Language,
): CalendarEntry[] {
  const { first, last } = schoolYearRange(schoolYear);
  const mine = appointments(db, first, last).filter(({ people }) => people.includes(employeeId));
  const ids = new Set(mine.map(({ talkId }) => talkId));
  const rows = talkRows(db, eq(talks.schoolYear, schoolYear)).filter(({ id }) => ids.has(id));
  const leadDays = leadDaysOf(db);
  const say = (text: Text) => text[language];
  return [
    ...rows.map((talk) => ({
      ...talkEntry(talk),
      title: say({
        da: `${kindNames[talk.kind].da} med ${talk.teamId === null ? talk.leaderName : talk.withName}`,
        en: `${kindNames[talk.kind].en} with ${talk.teamId === null ? talk.leaderName : talk.withName}`,
      }),
    })),
    ...rows
      .filter(({ closedAt, ratings }) => closedAt === null && ratings.wanted && ratings.self !== 'locked')
      .map((talk) => ({
        ...wholeDay(calendarUid('rating', talk.id), addDays(talk.heldOn, -leadDays)),
        title: say({ da: 'Din selvvurdering senest', en: 'Your self-rating is due' }),
      })),
    ...openPromises(db)
      .filter((promise) => promise.employeeId === employeeId)
      .map((promise) => ({
        ...wholeDay(calendarUid('promise', promise.id), promise.dueOn),
        title: say(ownPromiseTitles[promise.giver]),
      })),
  ];
}

const talkEntry = (talk: {
  id: string;
  heldOn: string;
  startsAt: string;
  minutes: number;
  place: string;
}) => ({
  uid: calendarUid('talk', talk.id),
  date: talk.heldOn,
  startsAt: talk.startsAt,
  minutes: talk.minutes,
  place: talk.place,
});

const wholeDay = (uid: string, date: string) => ({ uid, date, startsAt: '', minutes: 0, place: '' });

const leadDaysOf = (db: Database) =>
  db.select({ days: schools.ratingLeadDays }).from(schools).get()?.days ?? 7;

const openPromises = (db: Database) =>
  db
    .select({
      id: agreements.id,
      employeeId: agreements.employeeId,
      teamId: agreements.teamId,
      dueOn: agreements.dueOn,
      giver: agreements.giver,
    })
    .from(agreements)
    .where(and(eq(agreements.state, 'open'), isNull(agreements.removedAt)))
    .orderBy(asc(agreements.dueOn), asc(agreements.id))
    .all();
