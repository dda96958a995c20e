import type { Text } from './text';

const long = (locale: string) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const [danish, english] = [long('da-DK'), long('en-GB')];

/** `2026-11-24` → "24. november 2026", for sentences made by rules. */
export function dayText(date: string): Text {
  const day = new Date(`${date}T00:00:00Z`);
  return { da: danish.format(day), en: english.format(day) };
}
