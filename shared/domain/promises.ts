import type { TalkAreaPart } from './talk-areas';
import { isTeamKind, type TalkKind } from './talk-kinds';
import type { Text } from './text';

/** How a promise stands. `open` until it is marked in a follow-up (DOMAIN 4.3). */
export const promiseStates = ['open', 'kept', 'partly', 'notKept', 'dropped'] as const;
export type PromiseState = (typeof promiseStates)[number];
export const promiseMarks = ['kept', 'partly', 'notKept', 'dropped'] as const;
export type PromiseMark = (typeof promiseMarks)[number];

export const givers = ['employee', 'leader', 'both'] as const;
export const receivers = ['employee', 'leader', 'team', 'school'] as const;
/** Whose need a promise answers: the school's, the employee's own wish, or both (R003-05). */
export const origins = ['need', 'wish', 'both'] as const;

/** A talk in the order talks are held; `createdAt` and `closedAt` are ISO moments. */
export type TalkInOrder = {
  readonly id: string;
  readonly heldOn: string;
  readonly createdAt: string;
  readonly closedAt: string | null;
};

export type PromiseFacts = {
  readonly state: PromiseState;
  readonly markedInTalkId: string | null;
  /** The talk it was made in, null for a promise made outside a talk. */
  readonly talk: TalkInOrder | null;
  /** Local date and moment it was written down. */
  readonly madeOn: string;
  readonly createdAt: string;
};

/**
 * Whether a promise was made before a talk: in a talk held earlier (on the same day: planned earlier), or outside a
 * talk on an earlier day, before the talk was closed.
 */
export function isMadeBefore(promise: PromiseFacts, talk: TalkInOrder): boolean {
  if (!promise.talk) {
    return promise.madeOn < talk.heldOn && (talk.closedAt === null || promise.createdAt < talk.closedAt);
  }
  if (promise.talk.id === talk.id) return false;
  if (promise.talk.heldOn !== talk.heldOn) return promise.talk.heldOn < talk.heldOn;
  return [promise.talk.createdAt, promise.talk.id].join() < [talk.createdAt, talk.id].join();
}

/**
 * The first page of a talk (U1, U6): every earlier promise that is still open, that was marked since the last
 * follow-up, or that this talk marked. What an earlier talk has settled does not come back.
 */
export function followUp<P extends PromiseFacts>(promises: readonly P[], talk: TalkInOrder): P[] {
  return promises.filter(
    (promise) =>
      isMadeBefore(promise, talk) &&
      (promise.state === 'open' || promise.markedInTalkId === null || promise.markedInTalkId === talk.id),
  );
}

/** Earlier promises that nobody has marked; a talk cannot close on them. */
export function unmarkedPromises<P extends PromiseFacts>(promises: readonly P[], talk: TalkInOrder): P[] {
  return followUp(promises, talk).filter((promise) => promise.state === 'open');
}

/**
 * Whether a main area opens only when the earlier promises have been answered (DOMAIN 4.3). The follow-up itself does
 * not, nor do the ratings of an employee's talk, which are made before it (R002-07); a team rates in the talk itself.
 */
export function waitsForFollowUp(part: TalkAreaPart, kind: TalkKind): boolean {
  return part !== 'followUp' && (part !== 'ratings' || isTeamKind(kind));
}

export type PromiseWords = {
  readonly competence: string;
  readonly who: string;
  readonly dueOn: string;
  readonly activity: string;
};

const missing: Readonly<Record<keyof PromiseWords, Text>> = {
  competence: {
    da: 'Skriv, hvilken kompetence der skal udvikles.',
    en: 'Enter the competence to be developed.',
  },
  who: { da: 'Skriv, hvem der gør det.', en: 'Enter who does it.' },
  dueOn: { da: 'Vælg, hvornår det senest skal være gjort.', en: 'Choose the date it must be done by.' },
  activity: { da: 'Skriv, hvad der skal ske.', en: 'Enter what is to happen.' },
};

/** A sentence for each of the four that is missing: competence, who, when, activity (R003-01). */
export function missingWords(words: PromiseWords): Partial<Record<keyof PromiseWords, Text>> {
  const keys = Object.keys(missing) as (keyof PromiseWords)[];
  return Object.fromEntries(keys.filter((key) => words[key].trim() === '').map((key) => [key, missing[key]]));
}
