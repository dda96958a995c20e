import { addDays, daysBetween } from './dates';

/** 1 January 2024 was a Monday. */
const someMonday = '2024-01-01';

/** Monday and Sunday of the week a local date falls in. */
export function weekRange(date: string): { first: string; last: string } {
  const first = addDays(date, -(((daysBetween(someMonday, date) % 7) + 7) % 7));
  return { first, last: addDays(first, 6) };
}
