import type { SearchKind, SearchResult } from '@shared/contract/search';
import { markHits, type SearchQuery, type TextPart } from '@shared/domain/search-text';

/** A page of the navigation, with its name in the language on screen. */
export type PageLink = { readonly to: string; readonly label: string };

/** Where a choice leads. */
export type Destination =
  | { readonly to: '/employees/$employeeId'; readonly params: { employeeId: string } }
  | { readonly to: '/teams/$teamId'; readonly params: { teamId: string } }
  | { readonly to: '/talks/$talkId'; readonly params: { talkId: string }; readonly search: { area?: number } }
  | {
      readonly to: '/training-plans/$employeeId';
      readonly params: { employeeId: string };
      readonly schoolYear: string;
    };

export type Choice = { readonly key: string } & (
  | { readonly page: PageLink; readonly label: readonly TextPart[] }
  | { readonly result: SearchResult; readonly label: readonly TextPart[] }
);
export type GroupKey = 'pages' | 'people' | 'notes' | 'agreements' | 'plans';
export type ChoiceGroup = { readonly key: GroupKey; readonly choices: readonly Choice[] };

const groupOf: Readonly<Record<SearchKind, GroupKey>> = {
  employee: 'people',
  team: 'people',
  talkNote: 'notes',
  note: 'notes',
  agreement: 'agreements',
  plan: 'plans',
};
const order: readonly GroupKey[] = ['pages', 'people', 'notes', 'agreements', 'plans'];

/** What can be chosen, in groups as they stand on screen; without a query every page, and nothing else. */
export function choiceGroups(
  pages: readonly PageLink[],
  results: readonly SearchResult[],
  query: SearchQuery | null,
): ChoiceGroup[] {
  const toPages = pages
    .map((page) => ({
      page,
      label: query ? markHits(page.label, query) : [{ text: page.label, hit: false }],
    }))
    .filter(({ label }) => !query || query.length === label.filter(({ hit }) => hit).length)
    .map((choice): Choice => ({ key: `page ${choice.page.to}`, ...choice }));
  const toResults = query
    ? results.map((result): Choice => ({ key: result.key, result, label: markHits(result.who, query) }))
    : [];
  return order
    .map((key) => ({
      key,
      choices:
        key === 'pages'
          ? toPages
          : toResults.filter((choice) => 'result' in choice && groupOf[choice.result.kind] === key),
    }))
    .filter(({ choices }) => choices.length > 0);
}

/** Where a result is to be seen; null when it belongs to nobody. */
export function destinationOf(result: SearchResult): Destination | null {
  const { kind, employeeId, teamId, talkId, area, schoolYear } = result;
  if (kind === 'talkNote' && talkId)
    return { to: '/talks/$talkId', params: { talkId }, search: area ? { area } : {} };
  if (kind === 'plan' && employeeId && schoolYear)
    return { to: '/training-plans/$employeeId', params: { employeeId }, schoolYear };
  if (employeeId) return { to: '/employees/$employeeId', params: { employeeId } };
  return teamId ? { to: '/teams/$teamId', params: { teamId } } : null;
}

/** The place after a step down (1) or up (-1) in a list of `count`, round its ends. */
export const stepIn = (count: number, at: number, step: 1 | -1): number =>
  count === 0 ? 0 : (at + step + count) % count;
