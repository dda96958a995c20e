import { groupBy } from './group-by';
import { Book, everybody, type Slot, toClock, toMinutes } from './season-plan/book';
import { Calendar } from './season-plan/candidates';
import { type Choices, placeAll, pushIn, separateGroups } from './season-plan/search';
import type {
  FixedAppointment,
  Placement,
  SeasonFrame,
  SeasonPlan,
  SeasonTalk,
  UnplacedReason,
} from './season-plan/types';
import type { Text } from './text';

/** How many days apart a day with a talk more is worth. */
const crowding = 3;

/**
 * Lays the talks of a season on days and times (R003-06). Nobody is in two places, nothing lies outside a leader's
 * hours, on a closed day or outside the season, and what is fixed stays. A talk that lies well stays where it is; the
 * rest are spread over the days, most pressing first. The same input gives the same plan.
 */
export function planSeason(
  talks: readonly SeasonTalk[],
  fixed: readonly FixedAppointment[],
  frame: SeasonFrame,
): SeasonPlan {
  const inOrder = [...talks].sort((a, b) => a.urgency - b.urgency || (a.id < b.id ? -1 : 1));
  const calendar = new Calendar(frame, inOrder, fixed);
  const book = new Book(frame, fixed);
  const byId = new Map(inOrder.map((talk) => [talk.id, talk]));

  const waiting = inOrder.filter((talk) => !stays(calendar, book, talk));
  const choices = orderedChoices(calendar, inOrder, waiting);
  for (const talk of waiting) {
    const best = bestFree(book, talk, choices.get(talk.id) ?? []);
    if (best) book.put(talk, best);
    else pushIn(book, byId, choices, talk);
  }
  settleByGroup(book, inOrder, choices);

  const placed = inOrder.flatMap((talk) => {
    const slot = book.slotOf(talk.id);
    return slot ? [{ id: talk.id, date: slot.date, startsAt: toClock(slot.start) }] : [];
  });
  return {
    placements: placed.sort(byTime),
    unplaced: inOrder
      .filter((talk) => !book.slotOf(talk.id))
      .map((talk) => ({ id: talk.id, reason: whyNot(calendar, book, talk, choices.get(talk.id) ?? []) })),
  };
}

const byTime = (a: Placement, b: Placement) =>
  a.date.localeCompare(b.date) || a.startsAt.localeCompare(b.startsAt) || (a.id < b.id ? -1 : 1);

/** Puts a talk where it lies now, if it can stay there. */
function stays(calendar: Calendar, book: Book, talk: SeasonTalk): boolean {
  const { preferred } = talk;
  if (!preferred || preferred.startsAt === '') return false;
  const slot = { date: preferred.date, start: toMinutes(preferred.startsAt) };
  if (!calendar.allows(talk, slot) || !book.fits(talk, slot)) return false;
  book.put(talk, slot);
  return true;
}

/**
 * Each talk's places, best first: where it lies now, then near the day that is its share of the leader's season. Shares
 * go by urgency, so the most pressing come first and all are spread from beginning to end.
 */
function orderedChoices(
  calendar: Calendar,
  talks: readonly SeasonTalk[],
  waiting: readonly SeasonTalk[],
): Choices {
  const queues = groupBy(waiting, (talk) => talk.leaderId);
  return new Map(
    talks.map((talk) => {
      const slots = calendar.slots(talk);
      const days = [...new Set(slots.map(({ date }) => date))];
      const queue = queues.get(talk.leaderId) ?? [];
      const share = Math.max(queue.indexOf(talk), 0) / Math.max(queue.length, 1);
      const wished = days.indexOf(talk.preferred?.date ?? '');
      const target = wished >= 0 ? wished : Math.floor(share * days.length);
      const distance = new Map(days.map((day, index) => [day, Math.abs(index - target)]));
      const now = talk.preferred?.startsAt ? toMinutes(talk.preferred.startsAt) : -1;
      const rank = ({ date, start }: Slot) =>
        date === talk.preferred?.date && start === now ? -1 : (distance.get(date) ?? 0);
      return [
        talk.id,
        slots.sort((a, b) => rank(a) - rank(b) || a.date.localeCompare(b.date) || a.start - b.start),
      ];
    }),
  );
}

/** The free place with the least crowding near the talk's day. Slots come best first. */
function bestFree(book: Book, talk: SeasonTalk, slots: readonly Slot[]): Slot | null {
  const days = new Map<string, number>();
  for (const { date } of slots) if (!days.has(date)) days.set(date, days.size);
  let best: { slot: Slot; cost: number } | null = null;
  for (const slot of slots) {
    // Days come nearest first, two at each distance.
    const away = Math.ceil((days.get(slot.date) ?? 0) / 2);
    if (best && away >= best.cost) break;
    const cost = away + crowding * book.load(talk.leaderId ?? '', slot.date);
    if ((!best || cost < best.cost) && book.fits(talk, slot)) best = { slot, cost };
  }
  return best?.slot ?? null;
}

/** Where somebody is still without a place, looks through all ways to place her group before giving up. */
function settleByGroup(book: Book, talks: readonly SeasonTalk[], choices: Choices): void {
  const possible = talks.filter((talk) => (choices.get(talk.id) ?? []).length > 0);
  for (const group of separateGroups(possible)) {
    if (group.every((talk) => book.slotOf(talk.id))) continue;
    const before = group.map((talk) => ({ talk, slot: book.slotOf(talk.id) }));
    for (const talk of group) book.take(talk);
    if (placeAll(book, group, choices)) continue;
    for (const { talk, slot } of before) if (slot) book.put(talk, slot);
  }
}

/** The nearest thing that stands between a talk and its place. */
function whyNot(calendar: Calendar, book: Book, talk: SeasonTalk, slots: readonly Slot[]): UnplacedReason {
  const { leaderId, minutes } = talk;
  if (leaderId === null) return 'noLeader';
  if (!calendar.hasHours(leaderId)) return 'noHours';
  const days = calendar.openDays(talk);
  if (days.length === 0) return 'noDays';
  const isLongEnough = (day: string) =>
    calendar.windows(leaderId, day).some(({ start, end }) => end - start >= minutes);
  if (!days.some(isLongEnough)) return 'tooLong';
  if (slots.length === 0) return 'away';
  const areFree = (people: readonly string[], slot: Slot) =>
    people.every((person) => book.isFree(person, slot, minutes));
  if (slots.some((slot) => areFree(everybody(leaderId, talk.people), slot))) return 'dayLimit';
  return slots.some((slot) => areFree([leaderId], slot)) ? 'peopleBusy' : 'full';
}

/** Why a talk that lies somewhere cannot stay there, or has to make room. */
export function movedText(
  talk: SeasonTalk,
  fixed: readonly FixedAppointment[],
  frame: SeasonFrame,
  leader: string,
): Text {
  const { preferred } = talk;
  const calendar = new Calendar(frame, [talk], fixed);
  if (!preferred || preferred.startsAt === '')
    return { da: 'Havde ingen tid på dagen.', en: 'Had no time of day.' };
  const { date } = preferred;
  const slot = { date, start: toMinutes(preferred.startsAt) };
  if (frame.closedDays.includes(date))
    return { da: 'Dagen er lukket for samtaler.', en: 'The day is closed for talks.' };
  if (!calendar.isThere(talk, date))
    return {
      da: 'En, der skal være med, er væk den dag.',
      en: 'Somebody who must be there is away that day.',
    };
  if (!calendar.allows(talk, slot))
    return { da: `Ligger uden for tiderne for ${leader}.`, en: `Lies outside the hours of ${leader}.` };
  if (!new Book(frame, fixed).fits(talk, slot))
    return {
      da: 'Støder sammen med noget, der ligger fast, eller dagen har for mange samtaler.',
      en: 'Clashes with something that is fixed, or the day has too many talks.',
    };
  return { da: 'Gør plads til en anden samtale.', en: 'Makes room for another talk.' };
}

/** Why a talk got no place, and what would help. */
export function unplacedText(
  reason: UnplacedReason,
  { leader, minutes }: { leader: string; minutes: number },
): Text {
  switch (reason) {
    case 'noLeader':
      return {
        da: 'Ingen leder er valgt. Vælg, hvem skolens leder er på personalelisten.',
        en: 'No leader is chosen. Choose who the school’s leader is on the staff list.',
      };
    case 'noHours':
      return {
        da: `${leader} har ingen tider til samtaler. Skriv dem under Rammer.`,
        en: `${leader} has no hours for talks. Write them under Frame.`,
      };
    case 'noDays':
      return {
        da: `${leader} har ingen dage tilbage i perioden. Forlæng den, eller giv flere ugedage.`,
        en: `${leader} has no days left in the period. Make it longer or add weekdays.`,
      };
    case 'tooLong':
      return {
        da: `Samtalen varer ${minutes} minutter, og så lang tid har ${leader} ikke i træk. Giv længere tider.`,
        en: `The talk takes ${minutes} minutes, and ${leader} has no stretch that long. Make the hours longer.`,
      };
    case 'away':
      return {
        da: 'En, der skal være med, er væk på alle dage i perioden.',
        en: 'Somebody who must be there is away on every day of the period.',
      };
    case 'dayLimit':
      return {
        da: `${leader} har alle dage fyldt med det antal samtaler, du tillader. Tillad flere om dagen, eller forlæng perioden.`,
        en: `${leader} has every day filled with as many talks as you allow. Allow more a day or make the period longer.`,
      };
    case 'peopleBusy':
      return {
        da: `Når ${leader} har tid, er en af deltagerne optaget af en anden samtale. Giv flere tider.`,
        en: `When ${leader} has time, somebody who takes part is in another talk. Add hours.`,
      };
    case 'full':
      return {
        da: `${leader} har ikke flere ledige tider i perioden. Giv flere tider, eller forlæng den.`,
        en: `${leader} has no free time left in the period. Add hours or make it longer.`,
      };
  }
}
