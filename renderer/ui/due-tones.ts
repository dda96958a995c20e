import type { DueState } from '@shared/domain/due-talks';
import type { Tone } from './StateWord';

/** Colour of how somebody’s talks stand: brick is late, ochre asks to be done soon, petrol has a date. */
export const dueTones: Readonly<Record<DueState, Tone>> = {
  returned: 'partly',
  wished: 'partly',
  threeYears: 'late',
  overdue: 'late',
  missedTeam: 'partly',
  noTeam: 'partly',
  never: 'quiet',
  inSeason: 'quiet',
  later: 'quiet',
  onLeave: 'quiet',
  teamDue: 'quiet',
  teamPlanned: 'now',
  teamHeld: 'good',
  planned: 'now',
  held: 'good',
};

/** Whether a talk is overdue. */
export const isLate = (state: DueState): boolean => dueTones[state] === 'late';
