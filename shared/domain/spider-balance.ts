/** Why a spider leans: a domain with nothing in it, or one with more than half of all competences (R002-04). */
export type SpiderLean = { readonly kind: 'empty' | 'overHalf'; readonly domain: string };

/** What to warn of before publishing, in the domains' order. A warning, never a refusal: the school decides. */
export function spiderLeans(
  domains: readonly { name: string; competences: readonly unknown[] }[],
): SpiderLean[] {
  const all = domains.reduce((sum, { competences }) => sum + competences.length, 0);
  if (all === 0) return [];
  return domains.flatMap(({ name: domain, competences: { length } }): SpiderLean[] => {
    if (length === 0) return [{ kind: 'empty', domain }];
    return length * 2 > all ? [{ kind: 'overHalf', domain }] : [];
  });
}
