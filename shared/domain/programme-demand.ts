import { danishOrder } from './danish-order';
import { foldForSearch } from './find-text';

/** A line of a plan: who asks, which competence, and the item it names. */
export type DemandLine = {
  /** Whose plan it is. */
  readonly subject: string;
  /** The competence as a reader knows it now. */
  readonly competence: string;
  /** The competences of the spiders that go, or once went, by that name. */
  readonly lineageIds: readonly string[];
  readonly itemId: string | null;
};

export type DemandItem = {
  readonly id: string;
  readonly title: string;
  readonly isOffered: boolean;
  readonly competences: readonly { readonly lineageId: string; readonly name: string }[];
};

export type DemandGroup = {
  readonly competence: string;
  /** How many plans ask; one subject counts once in a group. */
  readonly plans: number;
  readonly items: { readonly id: string; readonly title: string; readonly plans: number }[];
};

/** How many plans ask for each item; one subject counts once for an item. */
export function plansPerItem(lines: readonly Pick<DemandLine, 'itemId' | 'subject'>[]): Map<string, number> {
  const askers = new Map<string, Set<string>>();
  for (const { itemId, subject } of lines) {
    if (itemId === null) continue;
    const known = askers.get(itemId);
    if (known) known.add(subject);
    else askers.set(itemId, new Set([subject]));
  }
  return new Map([...askers].map(([itemId, who]) => [itemId, who.size]));
}

/**
 * “Efterspurgt, men ikke udbudt”: items nobody offers, and lines that name no offered item and whose competence no
 * offered item lifts, by competence. Most plans first, then by name. An item without a competence stands under its own
 * title.
 */
export function demandWithoutSupply(
  lines: readonly DemandLine[],
  items: readonly DemandItem[],
): DemandGroup[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const plans = plansPerItem(lines);
  const offered = items.filter(({ isOffered }) => isOffered);
  const lifted = new Set(offered.flatMap(({ competences }) => competences.map((one) => one.lineageId)));
  const liftedNames = new Set(
    offered.flatMap(({ competences }) => competences.map(({ name }) => foldForSearch(name))),
  );
  type Group = { competence: string; askers: Set<string>; items: DemandItem[] };
  const groups = new Map<string, Group>();
  const groupOf = (competence: string): Group => {
    const key = foldForSearch(competence.trim());
    const known = groups.get(key);
    if (known) return known;
    const group: Group = { competence: competence.trim(), askers: new Set(), items: [] };
    groups.set(key, group);
    return group;
  };

  for (const item of items) {
    if (item.isOffered) continue;
    const names = item.competences.length > 0 ? item.competences.map(({ name }) => name) : [item.title];
    for (const name of names) {
      const group = groupOf(name);
      if (!group.items.includes(item)) group.items.push(item);
      for (const line of lines) if (line.itemId === item.id) group.askers.add(line.subject);
    }
  }
  for (const line of lines) {
    // What asks for an item of its own is counted with that item.
    if (line.itemId !== null && byId.has(line.itemId)) continue;
    const isLifted =
      line.lineageIds.some((lineageId) => lifted.has(lineageId)) ||
      liftedNames.has(foldForSearch(line.competence.trim()));
    if (!isLifted) groupOf(line.competence).askers.add(line.subject);
  }
  return [...groups.values()]
    .map(({ competence, askers, items: wished }) => ({
      competence,
      plans: askers.size,
      items: wished
        .map(({ id, title }) => ({ id, title, plans: plans.get(id) ?? 0 }))
        .sort((a, b) => b.plans - a.plans || danishOrder.compare(a.title, b.title)),
    }))
    .sort((a, b) => b.plans - a.plans || danishOrder.compare(a.competence, b.competence));
}
