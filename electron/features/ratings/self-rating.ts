import type { ratings as contract } from '@shared/contract/ratings';
import { type Refusal, refuse } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import {
  type Answers,
  assertComplete,
  assertOpen,
  isRevealed,
  layOpen,
  ratedTalk,
  ratingOf,
  sealedOf,
} from '../../data/queries/ratings';
import { sealedRatings } from '../../data/schema/talks';
import type { Context, Handlers } from '../context';
import { lockSession } from '../session';
import { assertLevel, changed, inOrder, locked, readAnswers, shown, trying } from './rules';
import { keyOf, newDerivation, seal, unseal, wrongPin } from './seal';

const shortestPin = 6;

type SelfCalls = 'form' | 'choosePin' | 'openWithPin' | 'save' | 'lock' | 'withdraw' | 'handBack';

/** The employee's half: her own form under her own code, on a computer lent to her (DOMAIN 4.4). */
export const selfRatingHandlers: Pick<Handlers<typeof contract>, SelfCalls> = {
  form(context) {
    const { db } = context;
    const { talkId, key } = loan(context);
    const rated = ratedTalk(db, talkId);
    const sealed = sealedOf(db, talkId);
    return {
      employeeName: rated.withName,
      leaderName: rated.talk.leaderName,
      heldOn: rated.talk.heldOn,
      scaleMax: rated.scaleMax,
      axes: rated.axes,
      hasPin: sealed !== undefined,
      isOpen: key !== null,
      isLocked: Boolean(sealed?.lockedAt),
      isRevealed: isRevealed(db, talkId),
      answers:
        sealed && key
          ? inOrder(readAnswers(unseal(key, talkId, sealed)), rated.axes.length)
          : rated.axes.map(() => null),
    };
  },

  async choosePin(context, { pin, repeat }) {
    const lent = loan(context);
    const { talkId } = lent;
    if ([...pin].length < shortestPin)
      throw poorPin(`mindst ${shortestPin} tegn`, `at least ${shortestPin} characters`);
    if (new Set(pin).size < 3)
      throw poorPin('mindst tre forskellige tegn', 'at least three different characters');
    if (pin !== repeat) {
      const text = {
        da: 'De to koder er ikke ens. Skriv dem igen.',
        en: 'The two codes are not the same. Type them again.',
      };
      throw refuse('invalid', text, { repeat: text });
    }
    if (sealedOf(context.db, talkId) || isRevealed(context.db, talkId)) throw pinIsChosen();
    const derivation = newDerivation();
    const key = await keyOf(pin, derivation);
    assertStillLent(context, lent, key);
    const none: Answers = ratedTalk(context.db, talkId).axes.map(() => null);
    context.write(changed('self-begun', talkId), (db) => {
      // Asked twice at once: the first has begun the rating while this one reckoned the key.
      if (sealedOf(db, talkId) || isRevealed(db, talkId)) throw pinIsChosen();
      const updatedAt = context.now().toISOString();
      db.insert(sealedRatings)
        .values({ talkId, derivation, ...seal(key, talkId, none), updatedAt, lockedAt: null })
        .run();
    });
    Object.assign(lent, { key, derivation });
    return {};
  },

  async openWithPin(context, { pin }) {
    const lent = loan(context);
    const { talkId } = lent;
    const sealed = sealedOf(context.db, talkId);
    if (!sealed) throw wrongPin();
    const key = await trying(context, async () => {
      const candidate = await keyOf(pin, sealed.derivation);
      unseal(candidate, talkId, sealed);
      return candidate;
    });
    assertStillLent(context, lent, key);
    Object.assign(lent, { key, derivation: sealed.derivation });
    return {};
  },

  save(context, { answers }) {
    const { talkId, key } = opened(context);
    return context.write(changed('self-saved', talkId), (db) => {
      const rated = ratedTalk(db, talkId);
      assertOpen(rated);
      if (sealedOf(db, talkId)?.lockedAt !== null) throw locked();
      const ordered = inOrder(answers, rated.axes.length);
      for (const answer of ordered) assertLevel(rated.scaleMax, answer);
      db.update(sealedRatings)
        .set({ ...seal(key, talkId, ordered), updatedAt: context.now().toISOString() })
        .where(eq(sealedRatings.talkId, talkId))
        .run();
      return {};
    });
  },

  lock(context) {
    const { talkId, key } = opened(context);
    return context.write(changed('self-locked', talkId), (db) => {
      const rated = ratedTalk(db, talkId);
      assertOpen(rated);
      const sealed = sealedOf(db, talkId);
      if (!sealed || sealed.lockedAt) throw locked();
      const answers = inOrder(readAnswers(unseal(key, talkId, sealed)), rated.axes.length);
      assertComplete(answers);
      const lockedAt = context.now().toISOString();
      // The leader has locked already: nothing is left to hide, and both views lie open from here.
      if (ratingOf(db, talkId, 'leader')?.lockedAt) {
        layOpen(db, rated, answers, lockedAt);
        return { revealed: true };
      }
      db.update(sealedRatings).set({ lockedAt }).where(eq(sealedRatings.talkId, talkId)).run();
      return { revealed: false };
    });
  },

  withdraw(context) {
    const { talkId } = opened(context);
    return context.write(changed('self-withdrawn', talkId), (db) => {
      assertOpen(ratedTalk(db, talkId));
      if (isRevealed(db, talkId)) throw shown();
      db.update(sealedRatings).set({ lockedAt: null }).where(eq(sealedRatings.talkId, talkId)).run();
      return {};
    });
  },

  handBack(context) {
    lockSession(context);
    return {};
  },
};

const pinIsChosen = () =>
  refuse('conflict', {
    da: 'Der er allerede valgt en kode. Skriv den for at fortsætte.',
    en: 'A code has been chosen already. Type it to continue.',
  });

function poorPin(da: string, en: string): Refusal {
  const text = { da: `Koden skal have ${da}.`, en: `The code must have ${en}.` };
  return refuse('invalid', text, { pin: text });
}

const notLent = () =>
  refuse('locked', {
    da: 'Computeren er givet tilbage til lederen.',
    en: 'The computer has been handed back to the leader.',
  });

function loan({ session }: Context) {
  if (!session.employee) throw notLent();
  return session.employee;
}

/**
 * Refuses when the machine was given back while a key was reckoned, which takes a while: the key is wiped, and never
 * opens or seals anything of a later loan.
 */
function assertStillLent(
  { session }: Context,
  lent: NonNullable<Context['session']['employee']>,
  key: Buffer,
): void {
  if (session.employee === lent) return;
  key.fill(0);
  throw notLent();
}

/** The loan with her key; refuses until she has given her code. */
function opened(context: Context): { talkId: string; key: Buffer } {
  const { talkId, key } = loan(context);
  if (!key) throw refuse('locked', { da: 'Skriv din kode først.', en: 'Type your code first.' });
  return { talkId, key };
}
