import type { OfferRow, offerStates } from '@shared/contract/catalogues';
import { foldForSearch, hasAllWords } from '@shared/domain/find-text';
import { create } from 'zustand';

export const standings = ['standing', 'new', 'changed', 'gone', 'taken', 'all'] as const;
export type Standing = (typeof standings)[number];

export type OfferFilter = {
  readonly search: string;
  readonly catalogueId: string;
  readonly subject: string;
  readonly qualification: string;
  readonly standing: Standing;
};

const start: OfferFilter = {
  search: '',
  catalogueId: '',
  subject: '',
  qualification: '',
  standing: 'standing',
};

/** What the list of offers shows; kept while the leader looks elsewhere and comes back. */
export const useOfferFilter = create<
  OfferFilter & { set: (change: Partial<OfferFilter>) => void; reset: () => void }
>((set) => ({ ...start, set: (change) => set(change), reset: () => set(start) }));

/** A row with its folded text, so that a keystroke folds nothing anew. */
export type SearchedOffer = { readonly row: OfferRow; readonly text: string };

export const searched = (rows: readonly OfferRow[]): SearchedOffer[] =>
  rows.map((row) => ({
    row,
    text: foldForSearch([row.title, row.number, row.subject, row.provider, row.place].join(' ')),
  }));

/** The rows the filters let through, in their order. */
export function foundOffers(rows: readonly SearchedOffer[], filter: OfferFilter): OfferRow[] {
  const { search, catalogueId, subject, qualification, standing } = filter;
  return rows
    .filter(
      ({ row, text }) =>
        (catalogueId === '' || row.catalogueId === catalogueId) &&
        (subject === '' || row.subject === subject) &&
        (qualification === '' || row.qualification === qualification) &&
        stands(row, standing) &&
        (search === '' || hasAllWords(text, search)),
    )
    .map(({ row }) => row);
}

const changed: readonly OfferRow['state'][] = ['changed', 'back'] satisfies (typeof offerStates)[number][];

function stands({ state, isInProgramme }: OfferRow, standing: Standing): boolean {
  if (standing === 'all') return true;
  if (standing === 'standing') return state !== 'gone';
  if (standing === 'taken') return isInProgramme;
  return standing === 'changed' ? changed.includes(state) : state === standing;
}
