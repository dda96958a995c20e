import type { FixedAppointment, SeasonTalk } from './types';

/** Minutes from midnight. */
export const toMinutes = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

export const toClock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** When a talk is; `startsAt` is empty until somebody has said. */
type Timed = { readonly heldOn: string; readonly startsAt: string; readonly minutes: number };

/** Whether two talks take the same minutes. One without a time of day has not said which it takes. */
export function areAtOnce(a: Timed, b: Timed): boolean {
  if (a.heldOn !== b.heldOn || a.startsAt === '' || b.startsAt === '') return false;
  const [startA, startB] = [toMinutes(a.startsAt), toMinutes(b.startsAt)];
  return startA < startB + b.minutes && startB < startA + a.minutes;
}

const wholeDay = 24 * 60;

/** A day and a minute of it. */
export type Slot = { readonly date: string; readonly start: number };

type Entry = { readonly start: number; readonly end: number; readonly talkId: string | null };

export type Limits = { readonly maxPerDay: number; readonly pauseMinutes: number };

/** Everybody's calendar while a season is laid: who is where when, and what can be moved. */
export class Book {
  private readonly days = new Map<string, Entry[]>();
  private readonly held = new Map<string, (string | null)[]>();
  private readonly slots = new Map<string, Slot>();

  constructor(
    private readonly limits: Limits,
    fixed: readonly FixedAppointment[],
  ) {
    for (const { leaderId, people, date, startsAt, minutes } of fixed) {
      const start = startsAt === '' ? 0 : toMinutes(startsAt);
      const end = startsAt === '' ? wholeDay : start + minutes;
      for (const person of everybody(leaderId, people))
        this.entries(person, date).push({ start, end, talkId: null });
      if (leaderId !== null) this.heldBy(leaderId, date).push(null);
    }
  }

  slotOf(talkId: string): Slot | undefined {
    return this.slots.get(talkId);
  }

  put(talk: SeasonTalk, slot: Slot): void {
    const entry = { start: slot.start, end: slot.start + talk.minutes, talkId: talk.id };
    for (const person of everybody(talk.leaderId, talk.people)) this.entries(person, slot.date).push(entry);
    this.heldBy(talk.leaderId ?? '', slot.date).push(talk.id);
    this.slots.set(talk.id, slot);
  }

  take(talk: SeasonTalk): void {
    const slot = this.slots.get(talk.id);
    if (!slot) return;
    this.slots.delete(talk.id);
    for (const person of everybody(talk.leaderId, talk.people)) {
      const entries = this.entries(person, slot.date);
      entries.splice(
        entries.findIndex(({ talkId }) => talkId === talk.id),
        1,
      );
    }
    const held = this.heldBy(talk.leaderId ?? '', slot.date);
    held.splice(held.indexOf(talk.id), 1);
  }

  /** How many talks the leader holds on the day. */
  load(leaderId: string, date: string): number {
    return this.held.get(`${leaderId} ${date}`)?.length ?? 0;
  }

  fits(talk: SeasonTalk, slot: Slot): boolean {
    return (
      this.load(talk.leaderId ?? '', slot.date) < this.limits.maxPerDay &&
      everybody(talk.leaderId, talk.people).every((person) => this.isFree(person, slot, talk.minutes))
    );
  }

  isFree(person: string, { date, start }: Slot, minutes: number): boolean {
    return !this.days.get(`${person} ${date}`)?.some((entry) => this.isNear(entry, start, minutes));
  }

  /**
   * Talks of which one or more must move before this one fits; each inner list is a choice, to be moved as a whole.
   * Empty when it cannot fit whatever moves.
   */
  inTheWay(talk: SeasonTalk, slot: Slot): string[][] {
    const near = everybody(talk.leaderId, talk.people).flatMap((person) =>
      (this.days.get(`${person} ${slot.date}`) ?? []).filter((entry) =>
        this.isNear(entry, slot.start, talk.minutes),
      ),
    );
    if (near.some(({ talkId }) => talkId === null)) return [];
    const moving = [...new Set(near.flatMap(({ talkId }) => talkId ?? []))];
    const held = this.heldBy(talk.leaderId ?? '', slot.date);
    const left = held.filter((id) => id === null || !moving.includes(id));
    if (left.length < this.limits.maxPerDay) return [moving];
    // The day is full by number: one more of its talks has to go.
    if (left.length > this.limits.maxPerDay) return [];
    return left.flatMap((id) => (id === null ? [] : [[...moving, id]]));
  }

  private isNear(entry: Entry, start: number, minutes: number): boolean {
    const pause = this.limits.pauseMinutes;
    return start < entry.end + pause && entry.start < start + minutes + pause;
  }

  private entries(person: string, date: string): Entry[] {
    return listAt(this.days, `${person} ${date}`);
  }

  private heldBy(leaderId: string, date: string): (string | null)[] {
    return listAt(this.held, `${leaderId} ${date}`);
  }
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  const found = lists.get(key);
  if (found) return found;
  const list: T[] = [];
  lists.set(key, list);
  return list;
}

/** Everybody a talk takes, each once. */
export function everybody(leaderId: string | null, people: readonly string[]): string[] {
  return [...new Set(leaderId === null ? people : [leaderId, ...people])];
}
