import { isCalendarDate } from './dates';

/** A school year runs 1 August – 31 July and is written `2026/27` (DOMAIN 3.6). */
export type SchoolYear = string;

const name = (start: number): SchoolYear => `${start}/${String((start + 1) % 100).padStart(2, '0')}`;

/** The school year a local date `YYYY-MM-DD` falls in. */
export function schoolYearOf(date: string): SchoolYear {
  const year = Number(date.slice(0, 4));
  return name(date.slice(5, 7) >= '08' ? year : year - 1);
}

/** Whether a text is a school year as it is written: the second year follows the first. */
export function isSchoolYear(text: string): boolean {
  return /^\d{4}\/\d{2}$/.test(text) && name(Number(text.slice(0, 4))) === text;
}

/** First and last day of a school year. */
export function schoolYearRange(schoolYear: SchoolYear): { first: string; last: string } {
  const start = Number(schoolYear.slice(0, 4));
  return { first: `${start}-08-01`, last: `${start + 1}-07-31` };
}

/** The school year `steps` later (or earlier, when negative). */
export function shiftSchoolYear(schoolYear: SchoolYear, steps: number): SchoolYear {
  return name(Number(schoolYear.slice(0, 4)) + steps);
}

/**
 * The talk season of a school year as dates. Season days are `MM-DD`; a season that ends before it begins
 * runs over New Year (1 November – 31 January).
 */
export function seasonRange(
  schoolYear: SchoolYear,
  season: { start: string; end: string },
): { first: string; last: string } {
  const startYear = Number(schoolYear.slice(0, 4));
  const place = (monthDay: string) => {
    const year = monthDay >= '08-01' ? startYear : startYear + 1;
    // 29 February is the last of its month in every year.
    const date = `${year}-${monthDay}`;
    return monthDay === '02-29' && !isCalendarDate(date) ? `${year}-02-28` : date;
  };
  return { first: place(season.start), last: place(season.end) };
}
