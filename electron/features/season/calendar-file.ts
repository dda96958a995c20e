import { createHash } from 'node:crypto';
import { addDays } from '@shared/domain/dates';
import { toClock, toMinutes } from '@shared/domain/season-plan/book';
import ical, { ICalEventTransparency } from 'ical-generator';

/** One line in somebody's calendar: a talk with its time, or a deadline that takes the whole day. */
export type CalendarEntry = {
  /** Stands for the same thing each time the file is made, so that a calendar updates instead of doubling. */
  readonly uid: string;
  readonly title: string;
  readonly date: string;
  /** `HH:MM`, Danish time; empty for a whole day. */
  readonly startsAt: string;
  readonly minutes: number;
  readonly place: string;
};

const zone = 'Europe/Copenhagen';

/** Danish time since 1980: calendars that know no zone names reckon from this. */
const zoneRules = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/**
 * An iCalendar file (RFC 5545) in Danish time. Each file counts higher than the one before it, so that a calendar that
 * has read an older one takes this one's times.
 */
export function calendarFile(
  entries: readonly CalendarEntry[],
  { name, language, now }: { name: string; language: 'da' | 'en'; now: Date },
): string {
  const calendar = ical({
    name,
    prodId: { company: 'Spind', product: 'Spind', language: language.toUpperCase() },
    timezone: { name: null, generator: () => zoneRules },
  });
  const sequence = Math.floor((now.getTime() - Date.UTC(2020, 0, 1)) / 1000);
  for (const { uid, title, date, startsAt, minutes, place } of entries) {
    const common = { id: `${uid}@spind`, summary: title, stamp: now, lastModified: now, sequence };
    const location = place === '' ? {} : { location: place };
    // The machine's own zone must not move anything: times are given as text, whole days as noon in UTC.
    if (startsAt === '') {
      const transparency = ICalEventTransparency.TRANSPARENT;
      calendar.createEvent({
        ...common,
        ...location,
        allDay: true,
        start: new Date(`${date}T12:00:00Z`),
        transparency,
      });
    } else {
      const end = endOf(date, startsAt, minutes);
      const start = `${date}T${startsAt}:00`;
      calendar.createEvent({ ...common, ...location, start, end, timezone: zone });
    }
  }
  return `${calendar.toString().replace(/\r?\n?$/, '')}\r\n`;
}

function endOf(date: string, startsAt: string, minutes: number): string {
  const end = toMinutes(startsAt) + minutes;
  const day = addDays(date, Math.floor(end / 1440));
  return `${day}T${toClock(end % 1440)}:00`;
}

/** Tells things of the school's file apart in a calendar without giving their ids away. */
export function calendarUid(kind: 'talk' | 'rating' | 'promise' | 'transfer', id: string): string {
  return `${kind}-${createHash('sha256').update(`${kind} ${id}`).digest('hex').slice(0, 32)}`;
}
