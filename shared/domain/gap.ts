/** A rated step on the template's own scale, or one of the two states that are never a number (DOMAIN §3.3). */
export type SpiderLevel =
  | { readonly state: 'rated'; readonly level: number }
  | { readonly state: 'notRated' }
  | { readonly state: 'notRelevant' };

/** One competence of a spider template, in the template's fixed order with its domain's axes consecutive. */
export type SpiderAxis = {
  readonly competenceId: string;
  readonly name: string;
  readonly domain: string;
  readonly target: number;
};

/** One line of the gap table: both ratings side by side, never merged into one figure. */
export type GapRow = {
  readonly competenceId: string;
  readonly name: string;
  readonly domain: string;
  /** Place in the template, from 0. */
  readonly position: number;
  readonly target: number;
  readonly self: SpiderLevel;
  readonly leader: SpiderLevel;
  readonly ownGap: number | null;
  readonly leaderGap: number | null;
  /** True when self and leader are so far apart that it is a topic for the talk. */
  readonly isTopic: boolean;
};

/** From this many levels between self and leader on, the competence is a topic for the talk, not a fault. */
export const topicDifference = 2;

/**
 * The one definition of the gap (U12): target − level, in levels. Positive: still to learn; negative: above the
 * target; `null` when there is no level to measure from.
 */
export function competenceGap(target: number, level: SpiderLevel): number | null {
  return level.state === 'rated' ? target - level.level : null;
}

/** True when both have rated and differ by `topicDifference` levels or more, in either direction. */
export function isTopic(self: SpiderLevel, leader: SpiderLevel): boolean {
  if (self.state !== 'rated' || leader.state !== 'rated') return false;
  return Math.abs(self.level - leader.level) >= topicDifference;
}

/**
 * One row per axis in template order. `self` and `leader` are parallel to the axes; what is missing counts as not
 * rated. Sort them with `sortByGap`.
 */
export function gapRows(
  axes: readonly SpiderAxis[],
  self: readonly SpiderLevel[],
  leader: readonly SpiderLevel[],
): GapRow[] {
  return axes.map((axis, position) => {
    const own = self[position] ?? notRated;
    const leaders = leader[position] ?? notRated;
    return {
      competenceId: axis.competenceId,
      name: axis.name,
      domain: axis.domain,
      position,
      target: axis.target,
      self: own,
      leader: leaders,
      ownGap: competenceGap(axis.target, own),
      leaderGap: competenceGap(axis.target, leaders),
      isTopic: isTopic(own, leaders),
    };
  });
}

/**
 * The order of the gap table: biggest leader gap first, then what the leader has not rated by own gap, unrated
 * last; equal gaps keep template order. Returns a new array.
 */
export function sortByGap(rows: readonly GapRow[]): GapRow[] {
  return [...rows].sort(
    (a, b) =>
      compareGaps(a.leaderGap, b.leaderGap) ||
      (a.leaderGap === null ? compareGaps(a.ownGap, b.ownGap) : 0) ||
      a.position - b.position,
  );
}

const notRated: SpiderLevel = { state: 'notRated' };

function compareGaps(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b - a;
}
