import { type Book, everybody, type Slot } from './book';
import type { SeasonTalk } from './types';

export type Choices = ReadonlyMap<string, readonly Slot[]>;

/** Looks at most this many places when talks have to make room for each other. */
const pushes = 20_000;
/** And this many in the exact search of one group of talks. */
const exactLooks = 400_000;

/**
 * Finds a place for a talk by letting others move on: a chain in which each talk takes the place of the next, and the
 * last finds a free one. All stay placed, and nothing has changed when it answers false.
 */
export function pushIn(
  book: Book,
  talks: ReadonlyMap<string, SeasonTalk>,
  choices: Choices,
  talk: SeasonTalk,
): boolean {
  const moved = new Set([talk.id]);
  let looks = 0;

  function place(one: SeasonTalk): boolean {
    const slots = choices.get(one.id) ?? [];
    const free = slots.find((slot) => book.fits(one, slot));
    if (free) {
      book.put(one, free);
      return true;
    }
    for (const slot of slots) {
      for (const way of book.inTheWay(one, slot)) {
        looks += 1;
        if (looks > pushes) return false;
        const [id, ...more] = way;
        const other = id === undefined ? undefined : talks.get(id);
        if (!other || more.length > 0 || moved.has(other.id)) continue;
        const before = book.slotOf(other.id);
        if (!before) continue;
        moved.add(other.id);
        book.take(other);
        book.put(one, slot);
        if (place(other)) return true;
        book.take(one);
        book.put(other, before);
      }
    }
    return false;
  }

  return place(talk);
}

/**
 * A place for every one of these talks, or null when there is none or the search grows too long. Whoever has the fewest
 * places left goes first; the book is as before when it answers null.
 */
export function placeAll(book: Book, talks: readonly SeasonTalk[], choices: Choices): boolean {
  const left = [...talks];
  let looks = 0;

  function step(): boolean {
    if (left.length === 0) return true;
    let tightest: { index: number; slots: Slot[] } | null = null;
    for (const [index, talk] of left.entries()) {
      const slots: Slot[] = [];
      for (const slot of choices.get(talk.id) ?? []) {
        looks += 1;
        if (book.fits(talk, slot)) slots.push(slot);
        if (tightest && slots.length >= tightest.slots.length) break;
      }
      if (!tightest || slots.length < tightest.slots.length) tightest = { index, slots };
      if (tightest.slots.length === 0 || looks > exactLooks) break;
    }
    if (!tightest || looks > exactLooks) return false;
    const [talk] = left.splice(tightest.index, 1);
    if (!talk) return false;
    for (const slot of tightest.slots) {
      book.put(talk, slot);
      if (step()) return true;
      book.take(talk);
      if (looks > exactLooks) break;
    }
    left.splice(tightest.index, 0, talk);
    return false;
  }

  return step();
}

/** Talks in groups that share nobody, so that each group can be settled by itself. */
export function separateGroups(talks: readonly SeasonTalk[]): SeasonTalk[][] {
  const groups: { people: Set<string>; talks: SeasonTalk[] }[] = [];
  for (const talk of talks) {
    const people = new Set(everybody(talk.leaderId, talk.people));
    const touching = groups.filter((group) => [...people].some((person) => group.people.has(person)));
    const [first, ...rest] = touching;
    if (!first) {
      groups.push({ people, talks: [talk] });
      continue;
    }
    for (const person of people) first.people.add(person);
    first.talks.push(talk);
    for (const group of rest) {
      for (const person of group.people) first.people.add(person);
      first.talks.push(...group.talks);
      groups.splice(groups.indexOf(group), 1);
    }
  }
  return groups.map((group) => group.talks);
}
