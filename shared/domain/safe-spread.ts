import { type MemberSpread, memberSpread } from './member-spread';
import { safeGroups } from './safe-groups';

/** One person with the level that counts, and the teams she is in. */
export type Levelled = {
  readonly employeeId: string;
  readonly level: number;
  readonly teams: readonly string[];
};

/** The whole school stands among the groups like the teams; no team has this id. */
export const wholeSchool = '';

export type GroupCell =
  | ({ readonly state: 'shown' } & MemberSpread)
  /** Fewer than five have a level. */
  | { readonly state: 'few' }
  /** Five or more, but beside the other groups it would tell of fewer than five. */
  | { readonly state: 'hidden' };

/**
 * What may be said of one group. Which groups may is decided for the whole school and all teams at once, so that no
 * figure can be taken from another and leave fewer than five. `people` holds everybody once; `teams` come in the order
 * they have a right to be shown in, and `target` is one of them or the whole school.
 */
export function safeSpread(people: readonly Levelled[], teams: readonly string[], target: string): GroupCell {
  const members = new Map([wholeSchool, ...teams].map((key) => [key, new Set<string>()]));
  const levels: number[] = [];
  for (const { employeeId, level, teams: own } of people) {
    for (const key of [wholeSchool, ...own]) members.get(key)?.add(employeeId);
    if (target === wholeSchool || own.includes(target)) levels.push(level);
  }
  const spread = memberSpread(levels);
  if (!spread) return { state: 'few' };
  const shown = safeGroups([...members].map(([key, set]) => ({ key, members: set })));
  return shown.has(target) ? { state: 'shown', ...spread } : { state: 'hidden' };
}
