import type { ProgrammeRow } from '@shared/contract/programme';
import { foldForSearch, hasAllWords } from '@shared/domain/find-text';
import { create } from 'zustand';

export const supplies = ['all', 'offered', 'asked', 'unmet'] as const;
export type Supply = (typeof supplies)[number];

type Filter = {
  readonly search: string;
  readonly level: string;
  readonly kind: string;
  readonly lineageId: string;
  readonly tag: string;
  readonly supply: Supply;
};

const all: Filter = { search: '', level: '', kind: '', lineageId: '', tag: '', supply: 'all' };

/** What the programme shows; kept while the leader looks at an activity and comes back. */
export const useProgrammeFilter = create<
  Filter & { set: (change: Partial<Filter>) => void; reset: () => void }
>((set) => ({ ...all, set: (change) => set(change), reset: () => set(all) }));

/** A row with its folded text, so that a keystroke folds nothing anew. */
export type SearchedRow = { readonly row: ProgrammeRow; readonly text: string };

export const searched = (rows: readonly ProgrammeRow[]): SearchedRow[] =>
  rows.map((row) => ({
    row,
    text: foldForSearch([row.title, row.provider, row.subject, row.strategicDecision].join(' ')),
  }));

/** The rows the filters let through, in their order. */
export function foundRows(rows: readonly SearchedRow[], filter: Filter): ProgrammeRow[] {
  const { search, level, kind, lineageId, tag, supply } = filter;
  const isSupplied = (row: ProgrammeRow) =>
    supply === 'all' ||
    (supply === 'offered' && row.isOffered) ||
    (supply === 'asked' && row.plans > 0) ||
    (supply === 'unmet' && !row.isOffered);
  return rows
    .filter(
      ({ row, text }) =>
        (level === '' || row.level === level) &&
        (kind === '' || row.kind === kind) &&
        (lineageId === '' || row.lineageIds.includes(lineageId)) &&
        (tag === '' || row.tags.some((one) => one === tag)) &&
        isSupplied(row) &&
        hasAllWords(text, search),
    )
    .map(({ row }) => row);
}
