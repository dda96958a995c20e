import { fewestInGroup } from './member-spread';

/** A group somebody would like to see figures of; `members` are the people whose levels stand behind them. */
export type Group = { readonly key: string; readonly members: ReadonlySet<string> };

/**
 * Which groups of one table may be shown, given in the order they matter. Taking one group from another must never
 * leave figures of fewer than five (DOMAIN 4.10): a group is shown when it has five members, and when all the parts the
 * shown groups cut each other into – the whole school without a team, what two teams share – are empty or have five.
 */
export function safeGroups(groups: readonly Group[]): Set<string> {
  const shown: Group[] = [];
  for (const group of groups) {
    if (group.members.size < fewestInGroup) continue;
    if (smallestPart([...shown, group]) >= fewestInGroup) shown.push(group);
  }
  return new Set(shown.map(({ key }) => key));
}

/** How many people the smallest part holds that the groups cut each other into; every other part is made of those. */
function smallestPart(groups: readonly Group[]): number {
  const parts = new Map<string, number>();
  for (const person of new Set(groups.flatMap(({ members }) => [...members]))) {
    const part = groups.map(({ members }) => (members.has(person) ? '1' : '0')).join('');
    parts.set(part, (parts.get(part) ?? 0) + 1);
  }
  return Math.min(...parts.values());
}
