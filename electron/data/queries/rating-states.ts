import { inArray } from 'drizzle-orm';
import type { Database } from '../open';
import { ratings, sealedRatings } from '../schema/talks';

export type RaterState = 'none' | 'draft' | 'locked';
export type RatingStates = { wanted: boolean; self: RaterState; leader: RaterState };

/**
 * How far both ratings of each talk are, by talk id; states only, never what a rating says. A talk with a team has one
 * rating in common, made in the talk itself: nothing is wanted before it.
 */
export function ratingStates(
  db: Database,
  talks: readonly { id: string; teamId: string | null; templateVersionId: string | null }[],
): Map<string, RatingStates> {
  const states = new Map<string, RatingStates>(
    talks.map(({ id, teamId, templateVersionId }) => [
      id,
      { wanted: templateVersionId !== null && teamId === null, self: 'none', leader: 'none' },
    ]),
  );
  const ids = [...states.keys()];
  const sealed = db
    .select({ talkId: sealedRatings.talkId, lockedAt: sealedRatings.lockedAt })
    .from(sealedRatings)
    .where(inArray(sealedRatings.talkId, ids))
    .all();
  const open = db
    .select({ talkId: ratings.talkId, role: ratings.role, lockedAt: ratings.lockedAt })
    .from(ratings)
    .where(inArray(ratings.talkId, ids))
    .all();
  for (const { talkId, role, lockedAt } of [
    ...sealed.map((row) => ({ ...row, role: 'self' as const })),
    ...open,
  ]) {
    const state = states.get(talkId);
    if (state && (role === 'self' || role === 'leader')) state[role] = lockedAt ? 'locked' : 'draft';
  }
  return states;
}

/** Whether both sides have said what they wanted to say before the talk (R002-07). */
export function ratingsAreIn(states: RatingStates): boolean {
  return !states.wanted || (states.self === 'locked' && states.leader === 'locked');
}
