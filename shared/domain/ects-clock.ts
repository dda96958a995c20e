import { addMonths, daysBetween } from './dates';
import { beginning, type LedgerLine, ledgerSums } from './ects-ledger';

/** From a day on somebody has been in a post of this staff category. */
export type LeaderPost = { readonly categoryId: string; readonly fromDate: string };

/** A requirement as the clock reads it: the points, and how many months there are to begin. */
export type ClockRule = {
  readonly ects: number;
  readonly beginWithinMonths: number;
  /** From when the posts have the requirement. */
  readonly validFrom: string;
  /** The staff categories it is for. */
  readonly categoryIds: readonly string[];
};

export const clockStates = ['fulfilled', 'begun', 'notBegun', 'overdue'] as const;
export type ClockState = (typeof clockStates)[number];

export type EctsClock = {
  /** The first day in a post with the requirement. */
  readonly startsOn: string;
  /** Nobody has written since when she is in such a post, so her first day at the school was taken. */
  readonly isAssumed: boolean;
  /** The day training must have begun at the latest. */
  readonly deadline: string;
  readonly state: ClockState;
  /** Days until the deadline; negative when it is over. */
  readonly days: number;
  /** The first day of training, when there is one and somebody wrote it. */
  readonly begunOn: string | null;
  /** Begun, and after the deadline. */
  readonly begunLate: boolean;
};

/** Days before the deadline when it begins to stand on the Today page. */
export const clockNoticeDays = 60;

/**
 * The first day in a post with the requirement. Going from one such post to another inside the school does not start
 * the clock anew; a requirement of its own counts from the first post that has it, and no post has it before it is valid.
 * `posts` in any order; without any, she has been where she is since she came.
 */
export function clockStart(
  rule: ClockRule,
  posts: readonly LeaderPost[],
  employmentDate: string,
): { startsOn: string; isAssumed: boolean } {
  const days = posts
    .filter(({ categoryId }) => rule.categoryIds.includes(categoryId))
    .map(({ fromDate }) => fromDate);
  const first = days.length === 0 ? employmentDate : days.reduce((a, b) => (b < a ? b : a));
  return { startsOn: first < rule.validFrom ? rule.validFrom : first, isAssumed: days.length === 0 };
}

/**
 * How a leader stands on a day. The rule asks that training is *begun* within the months, never that it is done
 * (DOMAIN 0.1, R002-11); 29 February and twelve months is 28 February. Leave does not move the deadline: the source
 * says nothing of it.
 */
export function ectsClock(
  rule: ClockRule,
  {
    posts,
    employmentDate,
    lines,
  }: { posts: readonly LeaderPost[]; employmentDate: string; lines: readonly LedgerLine[] },
  today: string,
): EctsClock {
  const { startsOn, isAssumed } = clockStart(rule, posts, employmentDate);
  const deadline = addMonths(startsOn, rule.beginWithinMonths);
  const days = daysBetween(today, deadline);
  const begun = beginning(lines, today);
  const begunOn = begun?.on ?? null;
  return {
    startsOn,
    isAssumed,
    deadline,
    days,
    begunOn,
    begunLate: begunOn !== null && begunOn > deadline,
    state: stateOf(),
  };

  function stateOf(): ClockState {
    if (ledgerSums(lines, rule.ects).missing === 0) return 'fulfilled';
    if (begun) return 'begun';
    return days < 0 ? 'overdue' : 'notBegun';
  }
}

/** Whether a leader is to be reminded: not begun, and the deadline is near or over. */
export function needsReminder({ state, days }: Pick<EctsClock, 'state' | 'days'>): boolean {
  return state === 'overdue' || (state === 'notBegun' && days <= clockNoticeDays);
}
