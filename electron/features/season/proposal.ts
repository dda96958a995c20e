import type { Input, Output } from '@shared/contract/core';
import type { season as contract } from '@shared/contract/season';
import { danishOrder } from '@shared/domain/danish-order';
import { addDays, localDate } from '@shared/domain/dates';
import { dueStates, needsTalk } from '@shared/domain/due-talks';
import { schoolYearRange } from '@shared/domain/school-year';
import { movedText, planSeason, unplacedText } from '@shared/domain/season-plan';
import type { Absence, FixedAppointment, SeasonFrame, SeasonTalk } from '@shared/domain/season-plan/types';
import type { TalkKind } from '@shared/domain/talk-kinds';
import { refuse, type Text } from '@shared/domain/text';
import { and, asc, gte, inArray, isNull, lte } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { duesIn, leavesByEmployee } from '../../data/queries/due';
import { employeeNamed, responsibleLeaderIds, schoolLeaderId } from '../../data/queries/leaders';
import { dayInYear } from '../../data/queries/staff';
import { membersOn, subjectName } from '../../data/queries/subjects';
import { talkMinutes } from '../../data/queries/talks';
import { employees } from '../../data/schema/employees';
import { closedDays } from '../../data/schema/season';
import { talkParticipants, talks } from '../../data/schema/talks';
import type { Context } from '../context';
import { hoursFor } from './frame';

type Wanted = SeasonTalk & {
  readonly talkId: string | null;
  readonly kind: TalkKind;
  readonly employeeId: string | null;
  readonly teamId: string | null;
  readonly withName: string;
  readonly reason: Text | null;
  readonly before: { heldOn: string; startsAt: string } | null;
};

/** A talk in the calendar with everybody it takes. */
export type Appointment = {
  readonly talkId: string;
  readonly kind: TalkKind;
  readonly employeeId: string | null;
  readonly teamId: string | null;
  readonly leaderId: string | null;
  readonly leaderName: string;
  readonly schoolYear: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly isMovable: boolean;
  readonly people: readonly string[];
};

/** Lays out a season without writing anything (R003-06). */
export function proposeSeason(
  context: Context,
  input: Input<typeof contract.propose>,
): Output<typeof contract.propose> {
  const { db } = context;
  const today = localDate(context.now());
  const { first, last } = period(input, today);
  const staff = db
    .select({
      id: employees.id,
      name: employees.name,
      employmentDate: employees.employmentDate,
      leavingDate: employees.leavingDate,
    })
    .from(employees)
    .all();
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const absences = [...leavesOf(db), ...staff.flatMap((one) => notEmployed(one, first, last))];
  const lying = appointments(db, first, last);
  const isLoose = (one: Appointment) => one.isMovable && one.schoolYear === input.schoolYear;
  const movable = lying.filter(isLoose).map((one) => looseTalk(db, one, input.keep));
  const isGone = (id: string) =>
    absences.some((one) => one.personId === id && one.first <= first && (one.last ?? last) >= last);
  const wanted: Wanted[] = [...newTalks(db, input.schoolYear, today, isGone), ...movable];
  const fixed = lying.filter((one) => !isLoose(one));
  const leaderIds = [...new Set(wanted.flatMap(({ leaderId }) => leaderId ?? []))].sort(byName(names));
  const { hours, usual } = hoursFor(db, leaderIds);
  const frame: SeasonFrame = {
    first,
    last,
    closedDays: db
      .select({ date: closedDays.date })
      .from(closedDays)
      .all()
      .map(({ date }) => date),
    hours,
    absences,
    maxPerDay: input.maxPerDay,
    pauseMinutes: input.pauseMinutes,
  };
  const standing = fixed.map(toFixed);
  const plan = planSeason(wanted, standing, frame);

  const byId = new Map(wanted.map((one) => [one.id, one]));
  return {
    talks: plan.placements.flatMap(({ id, date, startsAt }) => {
      const talk = byId.get(id);
      if (!talk?.leaderId) return [];
      const { talkId, kind, employeeId, teamId, leaderId, minutes, withName, reason, before } = talk;
      const stays = before?.heldOn === date && before.startsAt === startsAt;
      const change = before === null ? ('new' as const) : stays ? ('kept' as const) : ('moved' as const);
      const who = { talkId, kind, employeeId, teamId, leaderId, withName };
      const leaderName = names.get(leaderId) ?? '';
      const why = change === 'moved' && input.keep ? movedText(talk, standing, frame, leaderName) : reason;
      return [{ ...who, leaderName, heldOn: date, startsAt, minutes, before, change, reason: why }];
    }),
    fixed: fixed.map(({ talkId, kind, leaderName, heldOn, startsAt, minutes, ...subject }) => ({
      ...{ talkId, kind, leaderName, heldOn, startsAt, minutes },
      withName: subjectName(db, subject),
    })),
    unplaced: plan.unplaced.flatMap(({ id, reason: why }) => {
      const talk = byId.get(id);
      if (!talk) return [];
      const { talkId, kind, employeeId, teamId, leaderId, minutes, withName, before } = talk;
      const leader = names.get(leaderId ?? '') ?? '';
      const reason = unplacedText(why, { leader, minutes });
      return [{ talkId, kind, employeeId, teamId, withName, why, reason, before }];
    }),
    usualHours: usual.map((id) => names.get(id) ?? ''),
  };
}

/** The days that are looked at: from today on, inside the school year. */
function period({ schoolYear, first, last }: Input<typeof contract.propose>, today: string) {
  const year = schoolYearRange(schoolYear);
  if (first < year.first || last > year.last) {
    const text = {
      da: `Perioden skal ligge i skoleåret ${schoolYear}.`,
      en: `The period must lie in the school year ${schoolYear}.`,
    };
    throw refuse('invalid', text, { [first < year.first ? 'first' : 'last']: text });
  }
  const from = first < today ? today : first;
  if (from > last) {
    const text = {
      da: 'Perioden er slut, før den begynder. Vælg en senere sidste dag.',
      en: 'The period ends before it begins. Choose a later last day.',
    };
    throw refuse('invalid', text, { last: text });
  }
  return { first: from, last };
}

const leavesOf = (db: Database): Absence[] =>
  [...leavesByEmployee(db)].flatMap(([personId, periods]) =>
    periods.map(({ fromDate, toDate }) => ({ personId, first: fromDate, last: toDate })),
  );

/** Days of the period before somebody comes and after she has left: no talk can lie there. */
function notEmployed(
  { id, employmentDate, leavingDate }: { id: string; employmentDate: string; leavingDate: string | null },
  first: string,
  last: string,
): Absence[] {
  const before = { personId: id, first, last: addDays(employmentDate, -1) };
  const after = leavingDate === null ? null : { personId: id, first: addDays(leavingDate, 1), last: null };
  return [...(employmentDate > first ? [before] : []), ...(after && after.first <= last ? [after] : [])];
}

const byName = (names: ReadonlyMap<string, string>) => (a: string, b: string) =>
  danishOrder.compare(names.get(a) ?? '', names.get(b) ?? '');

/**
 * Talks that are not there yet: everybody who needs one, and every unit whose year it is. A team does not wait for a
 * member who is gone all the time.
 */
function newTalks(
  db: Database,
  schoolYear: string,
  today: string,
  isGone: (employeeId: string) => boolean,
): Wanted[] {
  const day = dayInYear(schoolYear, today);
  const lengths = talkMinutes(db);
  const leaders = responsibleLeaderIds(db, day);
  const schoolLeader = schoolLeaderId(db);
  const leaderFor = (employeeId: string) => leaders.get(employeeId) ?? schoolLeader;
  const { employees: staff, units } = duesIn(db, schoolYear, today);
  const fresh = { talkId: null, earliest: null, latest: null, preferred: null, before: null };
  const people = staff
    .filter(({ due }) => needsTalk(due))
    .map(
      ({ employeeId, name, due }, position): Wanted => ({
        ...fresh,
        id: `employee ${employeeId}`,
        kind: 'MUS',
        employeeId,
        teamId: null,
        withName: name,
        minutes: lengths.MUS,
        leaderId: leaderFor(employeeId),
        people: [employeeId],
        urgency: dueStates.indexOf(due.state) + position / 10_000,
        reason: due.reason,
      }),
    );
  const teams = units
    .filter(({ due }) => due.state === 'due')
    .flatMap(({ teamId, name, kind, due }, position): Wanted[] => {
      const members = membersOn(db, teamId, day).map(({ id }) => id);
      const leaderId = mostCommon(members.map(leaderFor)) ?? schoolLeader;
      const invited = members.filter((id) => id !== leaderId && !isGone(id));
      if (invited.length === 0) return [];
      return [
        {
          ...fresh,
          id: `team ${teamId} ${kind}`,
          kind,
          employeeId: null,
          teamId,
          withName: name,
          minutes: lengths[kind],
          leaderId,
          people: invited,
          // As pressing as a talk that is over its year: many people have to find the same hour.
          urgency: dueStates.indexOf('overdue') + position / 10_000,
          reason: due.reason,
        },
      ];
    });
  return [...people, ...teams];
}

/** The leader most members have; of equals the one who comes first. */
function mostCommon(ids: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** A talk that lies in the period but may move. */
function looseTalk(db: Database, one: Appointment, keep: boolean): Wanted {
  const { talkId, kind, employeeId, teamId, leaderId, heldOn, startsAt, minutes, people } = one;
  return {
    id: `talk ${talkId}`,
    ...{ talkId, kind, employeeId, teamId, leaderId, minutes, people },
    withName: subjectName(db, one),
    earliest: null,
    latest: null,
    urgency: dueStates.length,
    preferred: keep ? { date: heldOn, startsAt } : null,
    reason: null,
    before: { heldOn, startsAt },
  };
}

const toFixed = ({ leaderId, people, heldOn, startsAt, minutes }: Appointment): FixedAppointment => ({
  leaderId,
  people,
  date: heldOn,
  startsAt,
  minutes,
});

/** Every talk from a day to a day with everybody it takes, in the order they are held. */
export function appointments(db: Database, first: string, last: string): Appointment[] {
  const rows = db
    .select()
    .from(talks)
    .where(and(isNull(talks.removedAt), gte(talks.heldOn, first), lte(talks.heldOn, last)))
    .orderBy(asc(talks.heldOn), asc(talks.startsAt), asc(talks.createdAt), asc(talks.id))
    .all();
  const ids = rows.filter(({ teamId }) => teamId !== null).map(({ id }) => id);
  const participants = new Map<string, string[]>();
  for (const { talkId, employeeId } of db
    .select()
    .from(talkParticipants)
    .where(inArray(talkParticipants.talkId, ids))
    .all())
    participants.set(talkId, [...(participants.get(talkId) ?? []), employeeId]);
  return rows.map((talk) => {
    const { id: talkId, kind, employeeId, teamId, leaderName, schoolYear, heldOn, startsAt, minutes } = talk;
    const leaderId = talk.leaderId ?? employeeNamed(db, leaderName);
    return {
      ...{ talkId, kind, employeeId, teamId, leaderId, leaderName, schoolYear, heldOn, startsAt, minutes },
      isMovable: talk.closedAt === null && !talk.isFixed,
      people: employeeId !== null ? [employeeId] : (participants.get(talkId) ?? []).sort(),
    };
  });
}
