import type { SchoolYear } from '@shared/domain/school-year';
import { create } from 'zustand';
import { useCall } from './call';

const useChosen = create<{ chosen: SchoolYear | null; choose: (schoolYear: SchoolYear) => void }>((set) => ({
  chosen: null,
  choose: (schoolYear) => set({ chosen: schoolYear }),
}));

/** The school year on screen: the one chosen in the navigation, else the present one by the machine's clock. */
export function useSchoolYear() {
  const today = useCall('school', 'today', {});
  const { chosen, choose } = useChosen();
  // App shows no page before the machine has told the date.
  const current = today.data?.schoolYear ?? '';
  return { schoolYear: chosen ?? current, current, today: today.data?.date ?? null, choose };
}
