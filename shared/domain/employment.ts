/** Where an employee stands on a day: not yet begun, employed, or left. */
export const employmentStates = ['coming', 'current', 'former'] as const;
export type EmploymentState = (typeof employmentStates)[number];

/** The leaving date is the last day of employment, so on it she is still employed (U13: from the next day she is former). */
export function employmentState(
  employment: { readonly employmentDate: string; readonly leavingDate: string | null },
  on: string,
): EmploymentState {
  if (employment.leavingDate !== null && employment.leavingDate < on) return 'former';
  return employment.employmentDate > on ? 'coming' : 'current';
}

/** A stretch of calendar days; both ends belong to it, and it lasts as long as `toDate` is null. */
export type Period = { readonly fromDate: string; readonly toDate: string | null };

/** Whether the day lies in the period. */
export function periodCovers(period: Period, on: string): boolean {
  return period.fromDate <= on && (period.toDate === null || period.toDate >= on);
}

/** Whether two periods share at least one day. */
export function periodsOverlap(one: Period, other: Period): boolean {
  return (
    (one.toDate === null || one.toDate >= other.fromDate) &&
    (other.toDate === null || other.toDate >= one.fromDate)
  );
}
