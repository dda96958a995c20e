import { expect, it } from 'vitest';
import { hoursLine } from './season-words';

const at = (weekday: number, startsAt: string, endsAt: string) => ({ weekday, startsAt, endsAt });

it('says hours as people do: days of the same hours together', () => {
  const hours = [
    at(1, '13:00', '16:00'),
    at(2, '13:00', '16:00'),
    at(3, '13:00', '16:00'),
    at(5, '09:00', '11:30'),
  ];
  expect(hoursLine(hours, 'da')).toBe('mandag–onsdag 13.00–16.00, fredag 09.00–11.30');
  expect(hoursLine(hours, 'en')).toBe('Monday–Wednesday 13:00–16:00, Friday 09:00–11:30');
});

it('keeps days that are not on end apart', () => {
  const hours = [at(1, '09:00', '12:00'), at(2, '09:00', '12:00'), at(4, '09:00', '12:00')];
  expect(hoursLine(hours, 'da')).toBe('mandag, tirsdag og torsdag 09.00–12.00');
  expect(hoursLine([], 'da')).toBe('');
});
