import { fewestInGroup } from './member-spread';

/** A group somebody would like to see figures of; `members` are the people whose levels stand behind them. */
export type Group = { readonly key: string; readonly members: ReadonlySet<string> };

/**
 * Which groups of one table may be shown, given in the order they matter. Taking one group from another must never
 * leave figures of fewer than five (DOMAIN 4.10): a group is shown when it has five members, and when all the parts the
 * shown groups cut each other into – the whole school without a team, what two teams share – are empty or have five.
 */
export function safeGroups(groups: readonly Group[]): Set<string> {
  const alike = peopleAlike(groups);
  const shown: number[] = [];
  for (const [index, { members }] of groups.entries()) {
    if (members.size < fewestInGroup) continue;
    if (smallestPart(alike, [...shown, index]) >= fewestInGroup) shown.push(index);
  }
  return new Set(shown.flatMap((index) => groups[index]?.key ?? []));
}

type Alike = { readonly groups: readonly number[]; readonly people: number };

/** How many people are in just the same groups, for every such set of groups; far fewer sets than people. */
function peopleAlike(groups: readonly Group[]): Alike[] {
  const groupsOf = new Map<string, number[]>();
  for (const [index, { members }] of groups.entries()) {
    for (const person of members) {
      const own = groupsOf.get(person);
      if (own) own.push(index);
      else groupsOf.set(person, [index]);
    }
  }
  const counted = new Map<string, { groups: readonly number[]; people: number }>();
  for (const own of groupsOf.values()) {
    const key = own.join();
    const known = counted.get(key);
    if (known) known.people += 1;
    else counted.set(key, { groups: own, people: 1 });
  }
  return [...counted.values()];
}

/** How many people the smallest part holds that these groups cut each other into; every other part is made of those. */
function smallestPart(alike: readonly Alike[], chosen: readonly number[]): number {
  const parts = new Map<string, number>();
  for (const { groups, people } of alike) {
    const part = chosen.filter((index) => groups.includes(index)).join();
    if (part !== '') parts.set(part, (parts.get(part) ?? 0) + people);
  }
  return Math.min(...parts.values());
}
