import type { Language } from '@shared/domain/text';

const locale = (language: Language) => (language === 'da' ? 'da-DK' : 'en-GB');
const noon = (date: string) => new Date(`${date}T12:00:00`);

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day as its language writes it. A format is kept: making one costs a hundred times what using it does. */
export function written(date: Date, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${Object.entries(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale(language), options);
  formats.set(key, known);
  return known.format(date);
}

/** `2027-03-31` → "31. marts 2027". */
export function longDate(date: string, language: Language): string {
  return written(noon(date), language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `2026-11-24` → "24. nov. 2026". */
export function shortDate(date: string, language: Language): string {
  return written(noon(date), language, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** `2026-11-24` → "tirsdag 24. november". */
export function weekdayDate(date: string, language: Language): string {
  return written(noon(date), language, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** `2026-11-24`, `13:30` → "tir 13.30" in Danish, "Tue 13:30" in English. */
export function weekdayTime(date: string, time: string, language: Language): string {
  // Danish abbreviations run from "man." to "tirs."; people write three letters.
  const day = written(noon(date), language, { weekday: 'short' }).slice(0, 3);
  return [day, clock(time, language)].filter(Boolean).join(' ');
}

/** `13:30` → "13.30" in Danish. Empty stays empty. */
export function clock(time: string, language: Language): string {
  return language === 'da' ? time.replace(':', '.') : time;
}

/** ISO moment → "24. november 2026 kl. 14.41", in local time. */
export function longMoment(moment: string, language: Language): string {
  const at = new Date(moment);
  const day = written(at, language, { day: 'numeric', month: 'long', year: 'numeric' });
  const time = momentTime(moment, language);
  return language === 'da' ? `${day} kl. ${time}` : `${day}, ${time}`;
}

/** ISO moment → "14.41" in Danish, "14:41" in English, in local time. */
export function momentTime(moment: string, language: Language): string {
  const at = new Date(moment);
  return clock(
    `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`,
    language,
  );
}

/** Number with the language's decimal sign: 87.69 → "87,69". */
export function decimal(value: number, language: Language, digits = 0): string {
  return value.toLocaleString(locale(language), {
    minimumFractionDigits: digits,
    maximumFractionDigits: Math.max(digits, 2),
  });
}
