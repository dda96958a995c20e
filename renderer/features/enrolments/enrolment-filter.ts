import { foldForSearch, hasAllWords } from '@shared/domain/find-text';
import { useDeferredValue, useMemo } from 'react';
import { create } from 'zustand';
import type { EnrolmentRow } from './words';

type Filter = {
  readonly search: string;
  readonly state: string;
  readonly schoolYear: string;
  readonly teamId: string;
  readonly budgetId: string;
  readonly onlyConflicts: boolean;
};

const all: Filter = {
  search: '',
  state: '',
  schoolYear: '',
  teamId: '',
  budgetId: '',
  onlyConflicts: false,
};

/** Budget filter for what no budget pays. */
export const withoutBudget = 'none';

/** What the list shows; kept while the leader looks at one enrolment and comes back. */
export const useEnrolmentFilter = create<
  Filter & { set: (change: Partial<Filter>) => void; reset: () => void }
>((set) => ({ ...all, set: (change) => set(change), reset: () => set(all) }));

/** The rows the filters let through. The search runs a moment behind the typing, so that typing stays quick. */
export function useFoundEnrolments(rows: readonly EnrolmentRow[]): readonly EnrolmentRow[] {
  const { search, state, schoolYear, teamId, budgetId, onlyConflicts } = useEnrolmentFilter();
  const query = useDeferredValue(search);
  const searched = useMemo(
    () =>
      rows.map((row) => ({
        row,
        text: foldForSearch(`${row.employeeName} ${row.title} ${row.provider}`),
      })),
    [rows],
  );
  return useMemo(
    () =>
      searched
        .filter(
          ({ row, text }) =>
            (state === '' || row.state === state) &&
            (schoolYear === '' || row.schoolYear === schoolYear) &&
            (teamId === '' || row.teamIds.includes(teamId)) &&
            (budgetId === '' || (row.budgetId ?? withoutBudget) === budgetId) &&
            (!onlyConflicts || row.conflicts.length > 0) &&
            hasAllWords(text, query),
        )
        .map(({ row }) => row),
    [searched, query, state, schoolYear, teamId, budgetId, onlyConflicts],
  );
}
