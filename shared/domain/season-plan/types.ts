/** A talk that wants a place in the season. People are known by employee id. */
export type SeasonTalk = {
  readonly id: string;
  readonly minutes: number;
  /** Who holds it; null when nobody is known. */
  readonly leaderId: string | null;
  /** Who must be there besides the leader. */
  readonly people: readonly string[];
  /** First and last day it can be held, beyond the season's own. */
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Lower is more pressing: it gets its place first, and earlier in the season. */
  readonly urgency: number;
  /** Where it lies now; it stays there when it can. `startsAt` is empty when only the day is settled. */
  readonly preferred: { readonly date: string; readonly startsAt: string } | null;
};

/** Something that is not moved: agreed, held or closed. Without a time it takes the whole day. */
export type FixedAppointment = {
  readonly leaderId: string | null;
  readonly people: readonly string[];
  readonly date: string;
  /** `HH:MM`, or empty. */
  readonly startsAt: string;
  readonly minutes: number;
};

/** When a leader holds talks: 1 is Monday, times `HH:MM`. */
export type LeaderHours = {
  readonly leaderId: string;
  readonly weekday: number;
  readonly startsAt: string;
  readonly endsAt: string;
};

/** Somebody who is away from a day to a day, both included; `last` null while no return is known. */
export type Absence = { readonly personId: string; readonly first: string; readonly last: string | null };

export type SeasonFrame = {
  /** First and last day, `YYYY-MM-DD`; nothing is placed when the first is after the last. */
  readonly first: string;
  readonly last: string;
  readonly closedDays: readonly string[];
  readonly hours: readonly LeaderHours[];
  readonly absences: readonly Absence[];
  /** Talks a leader holds on one day at the most. */
  readonly maxPerDay: number;
  /** Between two appointments of the same person. */
  readonly pauseMinutes: number;
};

export type Placement = { readonly id: string; readonly date: string; readonly startsAt: string };

export const unplacedReasons = [
  'noLeader',
  'noHours',
  'noDays',
  'tooLong',
  'away',
  'dayLimit',
  'peopleBusy',
  'full',
] as const;
export type UnplacedReason = (typeof unplacedReasons)[number];

export type SeasonPlan = {
  /** By date, time and id. */
  readonly placements: readonly Placement[];
  readonly unplaced: readonly { readonly id: string; readonly reason: UnplacedReason }[];
};
