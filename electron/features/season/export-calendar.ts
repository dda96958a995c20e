import type { Input } from '@shared/contract/core';
import type { season as contract } from '@shared/contract/season';
import { addDays } from '@shared/domain/dates';
import { groupBy } from '@shared/domain/group-by';
import { schoolYearRange } from '@shared/domain/school-year';
import { kindNames } from '@shared/domain/talk-kinds';
import type { Language, Text } from '@shared/domain/text';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { ratingsAreIn } from '../../data/queries/rating-states';
import { ratingLeadDays, talkRows } from '../../data/queries/talks';
import { openTransferSteps } from '../../data/queries/transfer';
import { employees, teams } from '../../data/schema/employees';
import { agreements, talkParticipants, talks } from '../../data/schema/talks';
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
  const entriesOf = perPerson(db, schoolYear, language);
  const people = db
    .select({ id: employees.id, number: employees.employeeNumber })
    .from(employees)
    .where(isNull(employees.removedAt))
    .orderBy(asc(employees.employeeNumber))
    .all()
    .filter(({ id }) => !wanted || wanted.has(id))
    .map(({ id, number }) => ({ number, entries: entriesOf(id) }))
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
  const leadDays = ratingLeadDays(db);
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
      title: `${say(promiseTitles[promise.giver])}: ${promise.name}`,
    })),
    ...transferOf(db).map(({ stepId, dueOn, employeeName }) => ({
      ...wholeDay(calendarUid('transfer', stepId), dueOn),
      title: `${say(transferTitle)}: ${employeeName}`,
    })),
  ];
}

// Which course it is, and that it is one, is nothing for a wall.
const transferTitle: Text = { da: 'Frist i et udviklingsforløb', en: 'Development step due' };

const transferOf = (db: Database) =>
  openTransferSteps(db).filter(({ state }) =>
    ['approved', 'enrolled', 'underWay', 'completed'].includes(state),
  );

const promiseTitles = {
  employee: { da: 'Frist for aftale', en: 'Agreement due' },
  leader: { da: 'Frist for lederens løfte', en: 'Leader’s promise due' },
  both: { da: 'Frist for fælles aftale', en: 'Joint agreement due' },
} as const satisfies Record<string, Text>;

const ownTransferTitle: Text = { da: 'Frist i dit udviklingsforløb', en: 'Your development step is due' };

const ownPromiseTitles = {
  employee: { da: 'Frist for din aftale', en: 'Your agreement is due' },
  leader: { da: 'Frist for lederens løfte til dig', en: 'Leader’s promise to you is due' },
  both: { da: 'Frist for jeres fælles aftale', en: 'Your joint agreement is due' },
} as const satisfies Record<string, Text>;

/**
 * What each employee may know: her own talks, when her self-rating is due, and the promises between her and the leader
 * or made by a team in a talk she took part in. Read once for all of them.
 */
function perPerson(
  db: Database,
  schoolYear: string,
  language: Language,
): (employeeId: string) => CalendarEntry[] {
  const { first, last } = schoolYearRange(schoolYear);
  const say = (text: Text) => text[language];
  const leadDays = ratingLeadDays(db);
  const people = new Map(appointments(db, first, last).map((one) => [one.talkId, one.people]));
  const rows = byPerson(talkRows(db, eq(talks.schoolYear, schoolYear)), ({ id }) => people.get(id) ?? []);
  const participants = groupBy(db.select().from(talkParticipants).all(), ({ talkId }) => talkId);
  const transfer = byPerson(transferOf(db), ({ responsibleId }) =>
    responsibleId === null ? [] : [responsibleId],
  );
  const promises = byPerson(openPromises(db), ({ employeeId, talkId }) =>
    employeeId === null ? (participants.get(talkId ?? '') ?? []).map((one) => one.employeeId) : [employeeId],
  );
  return (employeeId) => {
    const mine = rows.get(employeeId) ?? [];
    return [
      ...mine.map((talk) => ({
        ...talkEntry(talk),
        title: say({
          da: `${kindNames[talk.kind].da} med ${talk.teamId === null ? talk.leaderName : talk.withName}`,
          en: `${kindNames[talk.kind].en} with ${talk.teamId === null ? talk.leaderName : talk.withName}`,
        }),
      })),
      ...mine
        .filter(({ closedAt, ratings }) => closedAt === null && ratings.wanted && ratings.self !== 'locked')
        .map((talk) => ({
          ...wholeDay(calendarUid('rating', talk.id), addDays(talk.heldOn, -leadDays)),
          title: say({ da: 'Din selvvurdering senest', en: 'Your self-rating is due' }),
        })),
      ...(promises.get(employeeId) ?? []).map(({ id, dueOn, giver, teamId, name }) => ({
        ...wholeDay(calendarUid('promise', id), dueOn),
        title: teamId === null ? say(ownPromiseTitles[giver]) : `${say(promiseTitles[giver])}: ${name}`,
      })),
      ...(transfer.get(employeeId) ?? []).map(({ stepId, dueOn, ...step }) => ({
        ...wholeDay(calendarUid('transfer', stepId), dueOn),
        // A colleague's course is not for a calendar others may see.
        title: step.employeeId === employeeId ? say(ownTransferTitle) : say(transferTitle),
      })),
    ];
  };
}

/** Rows by everybody they are for. */
function byPerson<T>(rows: readonly T[], peopleOf: (row: T) => readonly string[]): Map<string, T[]> {
  const pairs = rows.flatMap((row) => peopleOf(row).map((person) => ({ person, row })));
  return new Map(
    [...groupBy(pairs, ({ person }) => person)].map(([person, own]) => [person, own.map(({ row }) => row)]),
  );
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

const openPromises = (db: Database) =>
  db
    .select({
      id: agreements.id,
      talkId: agreements.talkId,
      employeeId: agreements.employeeId,
      teamId: agreements.teamId,
      employeeName: employees.name,
      teamName: teams.name,
      dueOn: agreements.dueOn,
      giver: agreements.giver,
    })
    .from(agreements)
    .leftJoin(employees, eq(employees.id, agreements.employeeId))
    .leftJoin(teams, eq(teams.id, agreements.teamId))
    .where(and(eq(agreements.state, 'open'), isNull(agreements.removedAt)))
    .orderBy(asc(agreements.dueOn), asc(agreements.id))
    .all()
    .map(({ employeeName, teamName, ...row }) => ({ ...row, name: employeeName ?? teamName ?? '' }));
