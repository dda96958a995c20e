import type { DueState } from '@shared/domain/due-talks';
import type { LeaderHours } from '@shared/domain/season-plan/types';
import type { Language } from '@shared/domain/text';
import { dayMonth } from '../../ui/day-month';
import { clock, weekdayTime } from '../../ui/format';
import type { Tone } from '../../ui/StateWord';

/** Colour of a state: brick is late, ochre asks to be done soon, petrol has a date. */
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

/** "tir 1. dec. 12.30". */
export function dayAndTime(date: string, startsAt: string, language: Language): string {
  const parts = [weekdayTime(date, '', language), dayMonth(date, language), clock(startsAt, language)];
  return parts.filter(Boolean).join(' ');
}

/** "12.30–13.30". */
export function timeSpan(startsAt: string, minutes: number, language: Language): string {
  if (startsAt === '') return '';
  const end = Number(startsAt.slice(0, 2)) * 60 + Number(startsAt.slice(3)) + minutes;
  const two = (value: number) => String(value).padStart(2, '0');
  const endsAt = `${two(Math.floor(end / 60) % 24)}:${two(end % 60)}`;
  return `${clock(startsAt, language)}–${clock(endsAt, language)}`;
}

type Hours = Omit<LeaderHours, 'leaderId'>;

/** 1 → "mandag". */
export function weekdayName(weekday: number, language: Language): string {
  // 1 January 2024 was a Monday.
  const day = new Date(`2024-01-0${weekday}T12:00:00`);
  return day.toLocaleDateString(language === 'da' ? 'da-DK' : 'en-GB', { weekday: 'long' });
}

/** Hours by weekday in one line: "tirsdag 12.30–16.00, torsdag 08.00–10.00". */
export function hoursLine(hours: readonly Hours[], language: Language): string {
  const time = (at: string) => clock(at, language);
  return hours
    .map((one) => `${weekdayName(one.weekday, language)} ${time(one.startsAt)}–${time(one.endsAt)}`)
    .join(', ');
}
