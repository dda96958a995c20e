import type { LeaderHours } from './types';

/** When a leader holds talks until somebody writes her hours: after lessons, Monday to Thursday. */
export const usualHours: readonly Omit<LeaderHours, 'leaderId'>[] = [1, 2, 3, 4].map((weekday) => ({
  weekday,
  startsAt: '12:30',
  endsAt: '16:00',
}));
