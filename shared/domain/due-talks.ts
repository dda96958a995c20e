import { addMonths } from './dates';

/** Every employee has a right to a MUS each year, also where the school holds group talks (DOMAIN 0.11, R003-06). */
export const monthsBetweenTalks = 12;

export type TalkHistory = {
  /** Day of the last talk that was held, null when none is known. */
  readonly lastHeldOn: string | null;
  /** Day of a talk that is planned and not yet closed. */
  readonly plannedOn: string | null;
};

export type TalkDue = {
  /**
   * `planned`: a talk has a date. `held`: there was one this season or this school year. `overdue`: more than
   * 12 months since the last. `never`: none held yet. `inSeason`: the season is on and she has no date yet.
   * `later`: nothing to do now.
   */
  readonly state: 'planned' | 'held' | 'overdue' | 'never' | 'inSeason' | 'later';
  /** Day the next talk should be held at the latest, where one can be named. */
  readonly dueOn: string | null;
};

/** Whether somebody is due for a talk on the day `today`, in a school year from `first` with its talk season. */
export function talkDue(
  today: string,
  year: { first: string; season: { first: string; last: string } },
  history: TalkHistory,
): TalkDue {
  const dueOn = history.lastHeldOn && addMonths(history.lastHeldOn, monthsBetweenTalks);
  if (history.plannedOn) return { state: 'planned', dueOn };
  if (history.lastHeldOn && history.lastHeldOn >= year.first) return { state: 'held', dueOn };
  if (!dueOn) return { state: 'never', dueOn: null };
  if (dueOn < today) return { state: 'overdue', dueOn };
  const inSeason = today >= year.season.first && today <= year.season.last;
  return { state: inSeason ? 'inSeason' : 'later', dueOn };
}

/** Whether something is to be done: a talk to plan. */
export function needsTalk(due: TalkDue): boolean {
  return due.state === 'overdue' || due.state === 'never' || due.state === 'inSeason';
}

const order = ['overdue', 'never', 'inSeason', 'later', 'planned', 'held'];

/** Most pressing first: overdue by day, never held, then the rest of the season. */
export function byUrgency(a: TalkDue, b: TalkDue): number {
  return order.indexOf(a.state) - order.indexOf(b.state) || (a.dueOn ?? '').localeCompare(b.dueOn ?? '');
}
