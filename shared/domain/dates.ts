/** Local calendar dates as `YYYY-MM-DD` strings; arithmetic is on the calendar, never on hours. */

const day = 86_400_000;

/** The local calendar date of a moment. */
export function localDate(moment: Date): string {
  const month = String(moment.getMonth() + 1).padStart(2, '0');
  return `${String(moment.getFullYear()).padStart(4, '0')}-${month}-${String(moment.getDate()).padStart(2, '0')}`;
}

const toUtc = (date: string) => Date.parse(`${date}T00:00:00Z`);
const fromUtc = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toUtc(to) - toUtc(from)) / day);
}

export function addDays(date: string, days: number): string {
  return fromUtc(toUtc(date) + days * day);
}

/** Same day `months` later; a day the month lacks becomes its last (31 January + 1 → 28 or 29 February). */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return fromUtc(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last)));
}

/** Whether the string is a day that exists. */
export function isCalendarDate(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(toUtc(date)) && fromUtc(toUtc(date)) === date;
}

/** ISO 8601 week number, as Danes write it in calendars ("uge 48"). */
export function isoWeek(date: string): number {
  const thursday = toUtc(date) + (3 - ((new Date(toUtc(date)).getUTCDay() + 6) % 7)) * day;
  const firstJanuary = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return Math.floor((thursday - firstJanuary) / (7 * day)) + 1;
}
