import type { HandoverPack, HandoverUnit } from '@shared/contract/handover';
import { danishOrder } from '@shared/domain/danish-order';
import { localDate } from '@shared/domain/dates';
import { needsTalk } from '@shared/domain/due-talks';
import { employmentState, periodCovers } from '@shared/domain/employment';
import { groupBy } from '@shared/domain/group-by';
import { handoverCounts } from '@shared/domain/handover-pack';
import { schoolYearOf } from '@shared/domain/school-year';
import { unitTypes } from '@shared/domain/talk-frequency';
import { refuse } from '@shared/domain/text';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { allPeriods } from '../leader-periods';
import type { Database } from '../open';
import { employees, staffCategories, teamMemberships, teams } from '../schema/employees';
import { schools } from '../schema/school';
import { agreements, talks, trainingPlans } from '../schema/talks';
import { duesIn } from './due';
import { responsibleLeaderIds, schoolLeaderId } from './leaders';
import { planLineCounts } from './plans';
import { theEmployee } from './staff';

/** Who gives on what to whom, from which day; `today` by the machine's clock. */
export type HandoverQuestion = {
  readonly leaderId: string;
  readonly toLeaderId: string | null;
  readonly onDate: string;
  readonly today: string;
};

const later = (a: string, b: string) => (a > b ? a : b);

/** The day that decides who is hers: the new leader's first, but never one that is over. */
export const handoverDay = ({ onDate, today }: Pick<HandoverQuestion, 'onDate' | 'today'>) =>
  later(onDate, today);

/** Everybody a leader is responsible for on a day or will be later, in Danish order; never herself. */
export function peopleLedBy(db: Database, leaderId: string, day: string) {
  const periods = allPeriods(db);
  const head = schoolLeaderId(db);
  return db
    .select({
      id: employees.id,
      name: employees.name,
      employmentDate: employees.employmentDate,
      leavingDate: employees.leavingDate,
    })
    .from(employees)
    .where(isNull(employees.removedAt))
    .all()
    .filter((employee) => {
      if (employee.id === leaderId || employee.id === head) return false;
      if (employmentState(employee, day) === 'former') return false;
      const own = (periods.get(employee.id) ?? []).filter(({ toDate }) => toDate === null || toDate >= day);
      if (own.some((period) => period.leaderId === leaderId)) return true;
      return leaderId === head && !own.some((period) => periodCovers(period, day));
    })
    .sort((a, b) => danishOrder.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

type Membership = { employeeId: string; teamId: string; name: string; type: string; fromDate: string };

/** Who is in which team on a day. */
function membershipsOn(db: Database, day: string): Membership[] {
  return db
    .select({
      employeeId: teamMemberships.employeeId,
      teamId: teams.id,
      name: teams.name,
      type: teams.type,
      fromDate: teamMemberships.fromDate,
      toDate: teamMemberships.toDate,
      employmentDate: employees.employmentDate,
      leavingDate: employees.leavingDate,
    })
    .from(teamMemberships)
    .innerJoin(teams, eq(teams.id, teamMemberships.teamId))
    .innerJoin(employees, eq(employees.id, teamMemberships.employeeId))
    .where(and(isNull(teams.removedAt), isNull(employees.removedAt)))
    .all()
    .filter((row) => periodCovers(row, day) && employmentState(row, day) !== 'former');
}

const nearness = (type: string) => ['team', 'yearGroupTeam', 'department'].indexOf(type);

/** The one unit a person stands under: her team, else her department; the newest, then Danish order. */
function unitNames(memberships: readonly Membership[]): Map<string, string> {
  const inUnits = memberships
    .filter(({ type }) => unitTypes.includes(type))
    .sort(
      (a, b) =>
        nearness(a.type) - nearness(b.type) ||
        b.fromDate.localeCompare(a.fromDate) ||
        danishOrder.compare(a.name, b.name),
    );
  const names = new Map<string, string>();
  for (const { employeeId, name } of inUnits) if (!names.has(employeeId)) names.set(employeeId, name);
  return names;
}

/** Teams that follow a leader: nobody else leads more of the members. Every team follows somebody. */
function teamsLedWith(
  memberships: readonly Membership[],
  hers: ReadonlySet<string>,
  leaders: ReadonlyMap<string, string>,
): Map<string, string> {
  const followed = new Map<string, string>();
  for (const [teamId, members] of groupBy(memberships, (row) => row.teamId)) {
    const [mine, others] = [
      members.filter(({ employeeId }) => hers.has(employeeId)),
      members.filter(({ employeeId }) => !hers.has(employeeId)),
    ];
    const byLeader = [...groupBy(others, ({ employeeId }) => leaders.get(employeeId) ?? '').values()];
    const most = Math.max(0, ...byLeader.map((led) => led.length));
    if (mine.length > 0 && mine.length >= most) followed.set(teamId, members[0]?.name ?? '');
  }
  return followed;
}

/** Talks that nobody has closed, in the order they are held, with the name of the employee or the team. */
function openTalks(db: Database) {
  return db
    .select({
      id: talks.id,
      kind: talks.kind,
      employeeId: talks.employeeId,
      teamId: talks.teamId,
      employeeName: employees.name,
      teamName: teams.name,
      heldOn: talks.heldOn,
      startsAt: talks.startsAt,
      minutes: talks.minutes,
      leaderId: talks.leaderId,
      leaderName: talks.leaderName,
    })
    .from(talks)
    .leftJoin(employees, eq(employees.id, talks.employeeId))
    .leftJoin(teams, eq(teams.id, talks.teamId))
    .where(and(isNull(talks.closedAt), isNull(talks.removedAt)))
    .orderBy(asc(talks.heldOn), asc(talks.startsAt), asc(talks.id))
    .all()
    .map(({ employeeName, teamName, ...talk }) => ({ ...talk, name: employeeName ?? teamName ?? '' }));
}

type Holder = { readonly id: string; readonly name: string };

/** Whether a leader holds a talk. Talks from before Spind knew leaders by more than their name have no id. */
const holds = (leader: Holder, talk: { leaderId: string | null; leaderName: string }) =>
  talk.leaderId === leader.id || (talk.leaderId === null && talk.leaderName === leader.name);

/** The talks a leader holds that nobody has closed, whoever they are with. */
export function openTalksOf(db: Database, leader: Holder) {
  return openTalks(db).filter((talk) => holds(leader, talk));
}

/** Name and title of somebody who leads; refuses `not-found`. Who has left can still give on what was hers (U17). */
export function theLeader(db: Database, leaderId: string) {
  const { id, name, title, categoryName, employmentDate, leavingDate } = theEmployee(db, leaderId);
  const school = db.select({ leaderTitle: schools.leaderTitle, name: schools.name }).from(schools).get();
  const isHead = schoolLeaderId(db) === id;
  return {
    id,
    name,
    title: (isHead && school?.leaderTitle) || title || categoryName,
    employmentDate,
    leavingDate,
    isSchoolLeader: isHead,
  };
}

/** Everything the new leader takes over, per unit; counted now, nothing stored. Refuses unknown leaders. */
export function handoverPack(db: Database, question: HandoverQuestion): HandoverPack {
  const { leaderId, toLeaderId, onDate } = question;
  const school = db.select().from(schools).get();
  if (!school) {
    throw refuse('not-found', {
      da: 'Skolens oplysninger mangler.',
      en: 'The school’s details are missing.',
    });
  }
  const from = theLeader(db, leaderId);
  const to = toLeaderId === null ? null : theLeader(db, toLeaderId);
  const day = handoverDay(question);
  const people = peopleLedBy(db, leaderId, day);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const memberships = membershipsOn(db, day);
  const unitOf = unitNames(memberships);
  const followed = teamsLedWith(memberships, new Set(names.keys()), responsibleLeaderIds(db, day));

  const units = new Map<string, HandoverUnit>();
  const unit = (subject: { employeeId: string | null; teamId: string | null; name: string }) => {
    const name = subject.employeeId === null ? subject.name : (unitOf.get(subject.employeeId) ?? '');
    const found = units.get(name) ?? { name, promises: [], dueTalks: [], plannedTalks: [], plans: [] };
    units.set(name, found);
    return found;
  };

  for (const promise of openPromises(db, names, followed)) {
    unit(promise).promises.push({ ...promise, isOverdue: promise.dueOn < onDate });
  }
  for (const talk of openTalks(db)) {
    const { id, employeeId, teamId, name, kind, heldOn, startsAt } = talk;
    const isHers = holds(from, talk);
    if (!isHers && !names.has(employeeId ?? '') && !followed.has(teamId ?? '')) continue;
    const heldBy = isHers ? '' : talk.leaderName;
    const planned = {
      id,
      employeeId,
      teamId,
      name,
      kind,
      heldOn,
      startsAt,
      isBefore: heldOn < onDate,
      heldBy,
    };
    unit(talk).plannedTalks.push(planned);
  }
  for (const due of dueTalks(db, names, followed, day)) unit(due).dueTalks.push(due);
  for (const plan of unsignedPlans(db, names)) unit({ ...plan, teamId: null }).plans.push(plan);

  const inOrder = [...units.values()].sort(
    (a, b) => Number(a.name === '') - Number(b.name === '') || danishOrder.compare(a.name, b.name),
  );
  const person = ({ id, name, title }: typeof from) => ({ id, name, title });
  return {
    schoolName: school.name,
    municipality: school.municipality,
    retentionYears: school.retentionYears,
    from: person(from),
    to: to && person(to),
    leadsSchool: from.isSchoolLeader,
    onDate,
    counts: handoverCounts(inOrder, people.length),
    units: inOrder,
  };
}

type Names = ReadonlyMap<string, string>;

/** Open promises of her people and teams: those she gave first, then by day. */
function openPromises(db: Database, people: Names, followed: Names) {
  return db
    .select({
      id: agreements.id,
      employeeId: agreements.employeeId,
      teamId: agreements.teamId,
      giver: agreements.giver,
      competence: agreements.competence,
      activity: agreements.activity,
      who: agreements.who,
      dueOn: agreements.dueOn,
    })
    .from(agreements)
    .where(and(eq(agreements.state, 'open'), isNull(agreements.removedAt)))
    .orderBy(asc(agreements.dueOn), asc(agreements.createdAt), asc(agreements.id))
    .all()
    .flatMap((row) => {
      const name = row.employeeId === null ? followed.get(row.teamId ?? '') : people.get(row.employeeId);
      return name === undefined ? [] : [{ ...row, name }];
    })
    .sort((a, b) => Number(a.giver === 'employee') - Number(b.giver === 'employee'));
}

/** Who of hers needs a talk and has no date by the rules of the school, people first. */
function dueTalks(db: Database, people: Names, followed: Names, day: string) {
  const dues = duesIn(db, schoolYearOf(day), day);
  const own = dues.employees.flatMap(({ employeeId, lastHeldOn, due }) => {
    const name = people.get(employeeId);
    if (name === undefined || !needsTalk(due)) return [];
    return [{ employeeId, teamId: null, name, kind: 'MUS' as const, lastHeldOn, dueOn: due.dueOn }];
  });
  const units = dues.units.flatMap(({ teamId, name, kind, due }) => {
    if (!followed.has(teamId) || due.state !== 'due') return [];
    return [{ employeeId: null, teamId, name, kind, lastHeldOn: null, dueOn: null }];
  });
  return [...own, ...units];
}

function unsignedPlans(db: Database, people: Names) {
  const plans = db
    .select()
    .from(trainingPlans)
    .where(inArray(trainingPlans.status, ['draft', 'agreed']))
    .orderBy(asc(trainingPlans.schoolYear), asc(trainingPlans.status))
    .all()
    .flatMap(({ id, employeeId, schoolYear, status, updatedAt }) => {
      const name = people.get(employeeId);
      if (name === undefined || status === 'signed') return [];
      return [{ id, employeeId, name, schoolYear, status, updatedOn: localDate(new Date(updatedAt)) }];
    });
  const ids = plans.map(({ id }) => id);
  const lines = planLineCounts(db, inArray(trainingPlans.id, ids));
  return plans
    .map((plan) => ({ ...plan, lines: lines.get(plan.id) ?? 0 }))
    .sort((a, b) => a.schoolYear.localeCompare(b.schoolYear) || danishOrder.compare(a.name, b.name));
}

/** Titles of employees as lists show them, by id: own title, else category. */
export function rolesOf(db: Database): Map<string, string> {
  const rows = db
    .select({ id: employees.id, title: employees.title, category: staffCategories.name })
    .from(employees)
    .innerJoin(staffCategories, eq(staffCategories.id, employees.categoryId))
    .all();
  return new Map(rows.map(({ id, title, category }) => [id, title || category]));
}
