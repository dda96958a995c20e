import { create } from 'zustand';

type Filter = {
  readonly search: string;
  readonly teamId: string;
  readonly categoryId: string;
  readonly includeFormer: boolean;
};

const all: Filter = { search: '', teamId: '', categoryId: '', includeFormer: false };

/** Team filter for those who are in none. */
export const withoutTeam = 'none';

/** What the staff list shows; kept while the leader looks at an employee and comes back. */
export const useEmployeeFilter = create<
  Filter & { set: (change: Partial<Filter>) => void; reset: () => void }
>((set) => ({ ...all, set: (change) => set(change), reset: () => set(all) }));
