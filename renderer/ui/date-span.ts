import type { Language } from '@shared/domain/text';
import { dayMonth } from './day-month';
import { shortDate } from './format';

/** From a day to a day: "23. aug. – 10. dec. 2027", or the one day. A line breaks between the days, never inside one. */
export function dateSpan(first: string, last: string, language: Language): string {
  const isOneYear = first.slice(0, 4) === last.slice(0, 4);
  const days =
    first === last
      ? [shortDate(first, language)]
      : [isOneYear ? dayMonth(first, language) : shortDate(first, language), shortDate(last, language)];
  return days.map((day) => day.replaceAll(' ', '\u00a0')).join(' – ');
}
