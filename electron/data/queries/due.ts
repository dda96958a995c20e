import { danishOrder } from '@shared/domain/danish-order';
import {
  byUrgency,
  type EmployeeDue,
  employeeDue,
  type UnitDue,
  type UnitTalk,
  unitDue,
} from '@shared/domain/due-talks';
import type { Period } from '@shared/domain/employment';
import { groupBy } from '@shared/domain/group-by';
import { type SchoolYear, schoolYearRange } from '@shared/domain/school-year';
import {
  type FrequencyKind,
  type FrequencyRule,
  kindInYear,
  readPattern,
  ruleOf,
  talkUnitOf,
  type Unit,
} from '@shared/domain/talk-frequency';
import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, min, or } from 'drizzle-orm';
import type { Database } from '../open';
import { leaves, teamMemberships, teams } from '../schema/employees';
import { ownTalkWishes, talkFrequencyRules } from '../schema/season';
import { talkParticipants, talks, trainingPlans } from '../schema/talks';
import { dayInYear, talkPartnersOn } from './staff';
import { seasonOf, talkDates } from './talks';

export type DueEmployee = {
  readonly employeeId: string;
  readonly name: string;
  readonly categoryName: string;
  readonly lastHeldOn: string | null;
  readonly plannedOn: string | null;
  readonly rule: FrequencyRule;
  /** The team or department whose talk covers her in a year of team talks. */
  readonly unit: Unit | null;
  readonly wishesOwn: boolean;
  readonly due: EmployeeDue;
};

export type DueUnit = {
  readonly teamId: string;
  readonly name: string;
  readonly kind: FrequencyKind;
  readonly due: UnitDue;
};

/** How many have been talked with since the school year began, alone or with their team as the rule has it. */
export function spokenWith(employees: readonly DueEmployee[], schoolYear: SchoolYear): number {
  const { first } = schoolYearRange(schoolYear);
  return employees.filter(({ lastHeldOn, due }) => due.state === 'teamHeld' || (lastHeldOn ?? '') >= first)
    .length;
}

/** The school's rules as they are kept. */
const frequencyRules = (db: Database) =>
  db
    .select()
    .from(talkFrequencyRules)
    .all()
    .map(({ pattern, ...rule }) => ({ ...rule, pattern: readPattern(pattern) }));

/** What an employee may count on, in the words of her own rule, else the school's; empty where neither has any (R003-06). */
export function rightsOf(db: Database, employeeId: string, day: string): string {
  const rules = frequencyRules(db);
  const wordsOf = (unit: string | null) => rules.find(({ teamId }) => teamId === unit)?.rights.trim() ?? '';
  const own = ruleOf(rules, memberships(db, day, employeeId).get(employeeId) ?? []);
  return wordsOf(own.teamId) || wordsOf(null);
}

/**
 * Everybody the leader holds talks with in a school year, most pressing first, and the units that hold a talk in it by
 * the rules, in Danish order (R003-06, DOMAIN 0.11). `today` decides who is employed and what is late.
 */
export function duesIn(
  db: Database,
  schoolYear: SchoolYear,
  today: string,
): { employees: DueEmployee[]; units: DueUnit[] } {
  const day = dayInYear(schoolYear, today);
  const { last: yearEnd } = schoolYearRange(schoolYear);
  const season = seasonOf(db, schoolYear);
  const rules = frequencyRules(db);
  const dates = talkDates(db, yearEnd, { openLater: today <= yearEnd });
  const unitsOf = memberships(db, day);
  const sizes = new Map<string, number>();
  const unitTalks = teamTalks(db, schoolYear);
  const tookPart = teamTalkDays(db, yearEnd);
  const away = leavesByEmployee(db);
  const wishes = wishesIn(db, schoolYear);
  const planned = plansIn(db, schoolYear);
  const knownSince = firstTalk(db);

  const units = new Map<string, DueUnit>();
  const staff = talkPartnersOn(db, day);
  for (const { id } of staff)
    for (const unit of unitsOf.get(id) ?? []) sizes.set(unit.id, (sizes.get(unit.id) ?? 0) + 1);
  const employees = staff.map((employee): DueEmployee => {
    const mine = unitsOf.get(employee.id) ?? [];
    const rule = ruleOf(rules, mine);
    // One alone is no team: she must have a talk of her own.
    const unit = talkUnitOf(
      rule,
      mine.filter(({ id }) => (sizes.get(id) ?? 0) > 1),
    );
    const kind = kindInYear(rule, schoolYear);
    const talk = unit && { name: unit.name, ...(unitTalks.get(unit.id) ?? none) };
    if (unit && talk && kind !== 'MUS') {
      const { id: teamId, name } = unit;
      units.set(`${teamId} ${kind}`, { teamId, name, kind, due: unitDue(kind, schoolYear, talk) });
    }
    const { lastHeldOn, plannedOn } = dates.get(employee.id) ?? { lastHeldOn: null, plannedOn: null };
    const wishesOwn = wishes.has(employee.id);
    const due = employeeDue(day, schoolYear, season, {
      employmentDate: employee.employmentDate,
      lastHeldOn,
      plannedOn,
      rule,
      unit: talk,
      teamTalksOn: tookPart.get(employee.id) ?? [],
      wishesOwn,
      leaves: away.get(employee.id) ?? [],
      knownSince,
      hasPlan: planned.has(employee.id),
    });
    const { id: employeeId, name, categoryName } = employee;
    return { employeeId, name, categoryName, lastHeldOn, plannedOn, rule, unit, wishesOwn, due };
  });
  return {
    employees: employees.sort((a, b) => byUrgency(a.due, b.due) || danishOrder.compare(a.name, b.name)),
    units: [...units.values()].sort((a, b) => danishOrder.compare(a.name, b.name)),
  };
}

const none = { heldOn: null, plannedOn: null };

/** Teams of everybody, or of one, on a day. */
function memberships(db: Database, day: string, employeeId?: string): Map<string, Unit[]> {
  const rows = db
    .select({ employeeId: teamMemberships.employeeId, id: teams.id, name: teams.name, type: teams.type })
    .from(teamMemberships)
    .innerJoin(teams, eq(teams.id, teamMemberships.teamId))
    .where(
      and(
        isNull(teams.removedAt),
        employeeId === undefined ? undefined : eq(teamMemberships.employeeId, employeeId),
        lte(teamMemberships.fromDate, day),
        or(isNull(teamMemberships.toDate), gte(teamMemberships.toDate, day)),
      ),
    )
    .all();
  return groupBy(rows, (row) => row.employeeId);
}

/** The talk each team has in a school year: the last one held, and one that is not closed. */
function teamTalks(db: Database, schoolYear: SchoolYear): Map<string, Omit<UnitTalk, 'name'>> {
  const rows = db
    .select({ teamId: talks.teamId, heldOn: talks.heldOn, closedAt: talks.closedAt })
    .from(talks)
    .where(and(isNotNull(talks.teamId), eq(talks.schoolYear, schoolYear), isNull(talks.removedAt)))
    .orderBy(asc(talks.heldOn))
    .all();
  const found = new Map<string, { heldOn: string | null; plannedOn: string | null }>();
  for (const { teamId, heldOn, closedAt } of rows) {
    if (teamId === null) continue;
    const talk = found.get(teamId) ?? { ...none };
    talk[closedAt === null ? 'plannedOn' : 'heldOn'] = heldOn;
    found.set(teamId, talk);
  }
  return found;
}

/** Days of the closed team talks each employee took part in, up to a day. */
function teamTalkDays(db: Database, upTo: string): Map<string, string[]> {
  const rows = db
    .select({ employeeId: talkParticipants.employeeId, heldOn: talks.heldOn })
    .from(talkParticipants)
    .innerJoin(talks, eq(talks.id, talkParticipants.talkId))
    .where(and(isNotNull(talks.closedAt), isNull(talks.removedAt), lte(talks.heldOn, upTo)))
    .all();
  const days = new Map<string, string[]>();
  for (const { employeeId, heldOn } of rows) days.set(employeeId, [...(days.get(employeeId) ?? []), heldOn]);
  return days;
}

/** Leaves that stand, by employee. */
export function leavesByEmployee(db: Database): Map<string, (Period & { employeeId: string })[]> {
  const rows = db
    .select({ employeeId: leaves.employeeId, fromDate: leaves.fromDate, toDate: leaves.toDate })
    .from(leaves)
    .where(isNull(leaves.removedAt))
    .all();
  return groupBy(rows, (row) => row.employeeId);
}

function wishesIn(db: Database, schoolYear: SchoolYear): Set<string> {
  const rows = db
    .select({ id: ownTalkWishes.employeeId })
    .from(ownTalkWishes)
    .where(eq(ownTalkWishes.schoolYear, schoolYear))
    .all();
  return new Set(rows.map(({ id }) => id));
}

function plansIn(db: Database, schoolYear: SchoolYear): Set<string> {
  const rows = db
    .select({ id: trainingPlans.employeeId })
    .from(trainingPlans)
    .where(eq(trainingPlans.schoolYear, schoolYear))
    .all();
  return new Set(rows.map(({ id }) => id));
}

/** Day of the first closed talk in the file. */
function firstTalk(db: Database): string | null {
  const found = db
    .select({ day: min(talks.heldOn) })
    .from(talks)
    .where(
      and(isNotNull(talks.closedAt), isNull(talks.removedAt), inArray(talks.kind, ['MUS', 'TUS', 'GRUS'])),
    )
    .get();
  return found?.day ?? null;
}
