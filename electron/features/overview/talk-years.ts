import type { Output } from '@shared/contract/core';
import type { overview } from '@shared/contract/overview';
import { employmentState } from '@shared/domain/employment';
import { groupBy } from '@shared/domain/group-by';
import { fewestInGroup } from '@shared/domain/member-spread';
import { type SchoolYear, schoolYearOf, seasonRange, shiftSchoolYear } from '@shared/domain/school-year';
import type { TalkKind } from '@shared/domain/talk-kinds';
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { schoolLeaderId } from '../../data/queries/leaders';
import { employees } from '../../data/schema/employees';
import { schools } from '../../data/schema/school';
import { talkParticipants, talks } from '../../data/schema/talks';

type TalkYear = Output<typeof overview.talks>['years'][number];

/**
 * Talks held in each school year up to this one, newest first, and how many of those with a right to one had one (U3):
 * everybody but the school's leader who was employed on the season's last day, or is today while the season lasts.
 */
export function talkYears(db: Database, today: string): TalkYear[] {
  const season = db.select({ start: schools.seasonStart, end: schools.seasonEnd }).from(schools).get();
  const leader = schoolLeaderId(db);
  const staff = db
    .select({
      id: employees.id,
      employmentDate: employees.employmentDate,
      leavingDate: employees.leavingDate,
    })
    .from(employees)
    .where(isNull(employees.removedAt))
    .all()
    .filter(({ id }) => id !== leader);
  const closed = and(isNull(talks.removedAt), isNotNull(talks.closedAt));
  const held = db
    .select({ id: talks.id, kind: talks.kind, schoolYear: talks.schoolYear, employeeId: talks.employeeId })
    .from(talks)
    .where(closed)
    .orderBy(asc(talks.schoolYear))
    .all();
  const participants = db
    .select({ schoolYear: talks.schoolYear, employeeId: talkParticipants.employeeId })
    .from(talkParticipants)
    .innerJoin(talks, eq(talks.id, talkParticipants.talkId))
    .where(closed)
    .all();
  const talksIn = groupBy(held, ({ schoolYear }) => schoolYear);
  const participantsIn = groupBy(participants, ({ schoolYear }) => schoolYear);
  return yearsFrom(held[0]?.schoolYear, schoolYearOf(today)).map((schoolYear) => {
    const { last } = seasonRange(schoolYear, season ?? { start: '11-01', end: '01-31' });
    const day = last < today ? last : today;
    const entitled = staff.filter((person) => employmentState(person, day) === 'current');
    const own = talksIn.get(schoolYear) ?? [];
    const withMus = new Set(own.filter(({ kind }) => kind === 'MUS').map(({ employeeId }) => employeeId));
    const withAny = new Set([
      ...own.map(({ employeeId }) => employeeId),
      ...(participantsIn.get(schoolYear) ?? []).map(({ employeeId }) => employeeId),
    ]);
    const counted = (kind: TalkKind) => own.filter((talk) => talk.kind === kind).length;
    return {
      schoolYear,
      day,
      coverage:
        entitled.length < fewestInGroup
          ? null
          : {
              entitled: entitled.length,
              mus: entitled.filter(({ id }) => withMus.has(id)).length,
              any: entitled.filter(({ id }) => withAny.has(id)).length,
            },
      held: { MUS: counted('MUS'), KUS: counted('KUS'), TUS: counted('TUS'), GRUS: counted('GRUS') },
    };
  });
}

/** From the year of the first talk to this one, newest first; nothing before the first talk. */
function yearsFrom(first: SchoolYear | undefined, last: SchoolYear): SchoolYear[] {
  if (!first) return [];
  const years: SchoolYear[] = [];
  for (let year = last; year >= first; year = shiftSchoolYear(year, -1)) years.push(year);
  return years;
}
