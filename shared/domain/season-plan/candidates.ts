import { addDays, daysBetween } from '../dates';
import { everybody, type Slot, toMinutes } from './book';
import type { FixedAppointment, SeasonFrame, SeasonTalk } from './types';

type Window = { readonly start: number; readonly end: number };

/** 1 Monday … 7 Sunday. */
const weekdayOf = (date: string) => (((daysBetween('2024-01-01', date) % 7) + 7) % 7) + 1;

/** The days and hours of a season, and where in them a talk can begin. */
export class Calendar {
  private readonly days: readonly string[];
  private readonly closed: ReadonlySet<string>;
  private readonly starts = new Map<string, number[]>();
  private readonly lengths: readonly number[];

  constructor(
    private readonly frame: SeasonFrame,
    private readonly talks: readonly SeasonTalk[],
    private readonly fixed: readonly FixedAppointment[],
  ) {
    this.closed = new Set(frame.closedDays);
    const all = daysBetween(frame.first, frame.last) + 1;
    this.days = Array.from({ length: Math.max(all, 0) }, (_, day) => addDays(frame.first, day)).filter(
      (day) => !this.closed.has(day),
    );
    this.lengths = [...new Set(talks.map(({ minutes }) => minutes + frame.pauseMinutes))];
  }

  /** When a leader holds talks on a day. */
  windows(leaderId: string, date: string): Window[] {
    const weekday = weekdayOf(date);
    return this.frame.hours
      .filter((hours) => hours.leaderId === leaderId && hours.weekday === weekday)
      .map(({ startsAt, endsAt }) => ({ start: toMinutes(startsAt), end: toMinutes(endsAt) }))
      .sort((a, b) => a.start - b.start);
  }

  hasHours(leaderId: string): boolean {
    return this.frame.hours.some((hours) => hours.leaderId === leaderId);
  }

  /** Days on which a talk could be held if nobody was busy or away. */
  openDays(talk: SeasonTalk): string[] {
    const { leaderId, earliest, latest } = talk;
    if (leaderId === null) return [];
    return this.days.filter(
      (day) =>
        (earliest === null || day >= earliest) &&
        (latest === null || day <= latest) &&
        this.windows(leaderId, day).length > 0,
    );
  }

  isThere(talk: SeasonTalk, date: string): boolean {
    const people = everybody(talk.leaderId, talk.people);
    return !this.frame.absences.some(
      ({ personId, first, last }) =>
        people.includes(personId) && first <= date && (last === null || last >= date),
    );
  }

  /** Whether a talk may lie there as far as day, hours and people’s absence go. */
  allows(talk: SeasonTalk, { date, start }: Slot): boolean {
    return (
      talk.leaderId !== null &&
      !this.closed.has(date) &&
      date >= this.frame.first &&
      date <= this.frame.last &&
      (talk.earliest === null || date >= talk.earliest) &&
      (talk.latest === null || date <= talk.latest) &&
      this.isThere(talk, date) &&
      this.windows(talk.leaderId, date).some(
        (hours) => start >= hours.start && start + talk.minutes <= hours.end,
      )
    );
  }

  /** Every place worth trying, day by day and from early to late. */
  slots(talk: SeasonTalk): Slot[] {
    const { leaderId } = talk;
    if (leaderId === null) return [];
    return this.openDays(talk)
      .filter((date) => this.isThere(talk, date))
      .flatMap((date) =>
        this.windows(leaderId, date).flatMap(({ start: opens, end: closes }) =>
          this.startsOn(date)
            .filter((start) => start >= opens && start + talk.minutes <= closes)
            .map((start) => ({ date, start })),
        ),
      );
  }

  /**
   * Minutes of a day at which a talk may have to begin. Any schedule that works can be pushed together until every talk
   * begins when hours begin or right after another appointment, so these are: beginnings of hours, ends of what is
   * fixed, places talks have now, and each of them plus any talks held one after the other.
   */
  private startsOn(date: string): number[] {
    const known = this.starts.get(date);
    if (known) return known;
    const pause = this.frame.pauseMinutes;
    const weekday = weekdayOf(date);
    const own = this.frame.hours.filter((hours) => hours.weekday === weekday);
    const latest = Math.max(0, ...own.map(({ endsAt }) => toMinutes(endsAt)));
    const reached = new Set<number>([
      ...own.map(({ startsAt }) => toMinutes(startsAt)),
      ...this.fixed.flatMap((one) =>
        one.date === date && one.startsAt !== '' ? [toMinutes(one.startsAt) + one.minutes + pause] : [],
      ),
      ...this.talks.flatMap(({ preferred }) =>
        preferred?.date === date && preferred.startsAt !== '' ? [toMinutes(preferred.startsAt)] : [],
      ),
    ]);
    // A set grows while it is walked, so this goes on until nothing new is reached.
    for (const start of reached)
      for (const length of this.lengths) if (start + length < latest) reached.add(start + length);
    const starts = [...reached].sort((a, b) => a - b);
    this.starts.set(date, starts);
    return starts;
  }
}
