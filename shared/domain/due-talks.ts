import { addDays, addMonths } from './dates';
import { reasons } from './due-reasons';
import { type Period, periodCovers } from './employment';
import { type SchoolYear, schoolYearOf, schoolYearRange, shiftSchoolYear } from './school-year';
import { type FrequencyKind, type FrequencyRule, kindInYear } from './talk-frequency';
import type { Text } from './text';

/** Every employee has a right to a MUS each year, also where the school holds group talks (DOMAIN 0.11, R003-06). */
export const monthsBetweenTalks = 12;
/** How soon after coming back from leave a talk is advised (DOMAIN 3.2, AAU). */
export const daysAfterReturn = 56;
/** So many school years without a talk are said aloud (R003-06). */
export const silentYears = 3;

export type TalkHistory = {
  /** Day of the last talk that was held, null when none is known. */
  readonly lastHeldOn: string | null;
  /** Day of a talk that is planned and not yet closed. */
  readonly plannedOn: string | null;
};

type Season = { readonly first: string; readonly last: string };

/** Where somebody has to be talked with, most pressing first. */
export const neededStates = [
  'returned',
  'wished',
  'threeYears',
  'overdue',
  'missedTeam',
  'noTeam',
  'never',
  'inSeason',
] as const;
/** Where there is nothing to plan for her now: later, away, in her team's talk, or settled. */
export const settledStates = [
  'later',
  'onLeave',
  'teamDue',
  'teamPlanned',
  'teamHeld',
  'planned',
  'held',
] as const;
export const dueStates = [...neededStates, ...settledStates] as const;
export type NeededState = (typeof neededStates)[number];
export type DueState = (typeof dueStates)[number];

/** Whether something is to be done: a talk to plan. */
export function needsTalk<T extends { readonly state: DueState }>(due: T): due is T & { state: NeededState } {
  return (neededStates as readonly DueState[]).includes(due.state);
}

/** Most pressing first: by state, then by the day it should be held, then whoever has no such day. */
export function byUrgency(
  a: { state: DueState; dueOn: string | null },
  b: { state: DueState; dueOn: string | null },
): number {
  return (
    dueStates.indexOf(a.state) - dueStates.indexOf(b.state) || (a.dueOn ?? '').localeCompare(b.dueOn ?? '')
  );
}

/** A talk with a unit in the school year that is looked at. */
export type UnitTalk = {
  readonly name: string;
  readonly heldOn: string | null;
  readonly plannedOn: string | null;
};

/** Everything that decides whether one employee is due. */
export type DueFacts = TalkHistory & {
  readonly employmentDate: string;
  readonly rule: FrequencyRule;
  /** The team or department she has her team talk with; null when she is in none. */
  readonly unit: UnitTalk | null;
  /** Days of the talks with a team that were held and that she took part in. */
  readonly teamTalksOn: readonly string[];
  /** She has asked for a talk of her own this school year. */
  readonly wishesOwn: boolean;
  readonly leaves: readonly Period[];
  /** Day of the first talk Spind knows of; before it, that no talk is known means nothing. */
  readonly knownSince: string | null;
  readonly hasPlan: boolean;
};

export type EmployeeDue = {
  readonly state: DueState;
  readonly dueOn: string | null;
  /** What the rule asks for in this school year. */
  readonly kind: FrequencyKind;
  /** Whatever kind of talk: an individual training plan is always made, and she has none yet (DOMAIN 0.11). */
  readonly planMissing: boolean;
  /** Why, as a leader would say it. */
  readonly reason: Text;
};

const latest = (days: readonly (string | null)[]): string | null =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);

/** Whether an employee is due for a talk of her own on the day `today` of a school year, and why. */
export function employeeDue(
  today: string,
  schoolYear: SchoolYear,
  season: Season,
  facts: DueFacts,
): EmployeeDue {
  const kind = kindInYear(facts.rule, schoolYear);
  const settle = (state: DueState, dueOn: string | null, reason: Text): EmployeeDue => ({
    state,
    dueOn,
    kind,
    planMissing: !facts.hasPlan,
    reason,
  });
  const { first } = schoolYearRange(schoolYear);
  const { lastHeldOn, plannedOn, unit } = facts;
  // A team talk stands for her own only in a year the rule gives to team talks; else it is a supplement (DOMAIN 3.2).
  const covering = facts.teamTalksOn.filter((day) => kindInYear(facts.rule, schoolYearOf(day)) !== 'MUS');
  const last = latest([lastHeldOn, ...covering]);
  const dueOn = last && addMonths(last, monthsBetweenTalks);

  if (plannedOn) return settle('planned', dueOn, reasons.planned(plannedOn));
  const away = facts.leaves.find((leave) => periodCovers(leave, today));
  if (away) return settle('onLeave', null, reasons.onLeave(away.toDate));
  const back = returnOf(facts.leaves, today);
  if (back && (lastHeldOn ?? '') < back && addMonths(back, monthsBetweenTalks) > today) {
    const by = addDays(back, daysAfterReturn);
    return settle('returned', by, reasons.returned(back, by, by < today));
  }
  if (lastHeldOn && lastHeldOn >= first) return settle('held', dueOn, reasons.held(lastHeldOn));
  const silence = isSilent(schoolYear, facts);
  if (kind !== 'MUS') {
    if (facts.wishesOwn) return settle('wished', season.last, reasons.wished(kind));
    if (silence) return settle('threeYears', dueOn, reasons.threeYears(last));
    if (!unit) return settle('noTeam', dueOn, reasons.noTeam(kind));
    const tookPart = covering.find((day) => day >= first);
    if (tookPart) return settle('teamHeld', dueOn, reasons.teamHeld(kind, unit.name, tookPart));
    if (unit.plannedOn)
      return settle('teamPlanned', dueOn, reasons.teamPlanned(kind, unit.name, unit.plannedOn));
    if (unit.heldOn) return settle('missedTeam', dueOn, reasons.missedTeam(kind, unit.name, unit.heldOn));
    return settle('teamDue', dueOn, reasons.teamDue(kind, unit.name));
  }
  if (silence) return settle('threeYears', dueOn, reasons.threeYears(last));
  if (!last || !dueOn) return settle('never', null, reasons.never(facts.employmentDate));
  if (dueOn < today) return settle('overdue', dueOn, reasons.overdue(last));
  const inSeason = today >= season.first && today <= season.last;
  return settle(
    inSeason ? 'inSeason' : 'later',
    dueOn,
    inSeason ? reasons.inSeason(last) : reasons.later(last, dueOn),
  );
}

/** First day back after the last leave that is over; null without one. */
function returnOf(leaves: readonly Period[], today: string): string | null {
  const lastDay = latest(leaves.map(({ toDate }) => (toDate !== null && toDate < today ? toDate : null)));
  return lastDay && addDays(lastDay, 1);
}

/** Employed through three whole school years in which no talk of any kind was held, as far as Spind can know. */
function isSilent(schoolYear: SchoolYear, facts: DueFacts): boolean {
  const since = schoolYearRange(shiftSchoolYear(schoolYear, -silentYears)).first;
  const last = latest([facts.lastHeldOn, ...facts.teamTalksOn]);
  if (facts.employmentDate > since) return false;
  return last !== null ? last < since : facts.knownSince !== null && facts.knownSince < since;
}

export type UnitDue = { readonly state: 'due' | 'planned' | 'held'; readonly reason: Text };

/** How the talk of a unit stands in a school year whose rule gives it one. */
export function unitDue(kind: FrequencyKind, schoolYear: SchoolYear, unit: UnitTalk): UnitDue {
  if (unit.heldOn) return { state: 'held', reason: reasons.held(unit.heldOn) };
  if (unit.plannedOn) return { state: 'planned', reason: reasons.planned(unit.plannedOn) };
  return {
    state: 'due',
    reason: {
      da: `Rytmen siger ${kind} i ${schoolYear}, og den er ikke planlagt endnu.`,
      en: `The rhythm says ${kind} in ${schoolYear}, and it is not planned yet.`,
    },
  };
}
