import { ratings as contract, type RatingAnswer } from '@shared/contract/ratings';
import { Refusal, refuse } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import { ratings, sealedRatings } from '../../data/schema/talks';
import { tryingSecret } from '../attempts';
import type { Context, Handlers } from '../context';
import { lockSession } from '../session';
import {
  type Answers,
  answersOf,
  assertComplete,
  assertOpen,
  isRevealed,
  lastYearOf,
  layOpen,
  ratedTalk,
  ratingOf,
  sealedOf,
  writeAnswer,
} from './answers';
import { keyOf, newDerivation, seal, unseal, wrongPin } from './seal';

const shortestPin = 6;

export const ratingsHandlers: Handlers<typeof contract> = {
  overview({ db }, { talkId }) {
    const rated = ratedTalk(db, talkId);
    const leader = ratingOf(db, talkId, 'leader');
    const sealed = sealedOf(db, talkId);
    const revealed = isRevealed(db, talkId);
    return {
      employeeName: rated.employeeName,
      isClosed: rated.talk.closedAt !== null,
      scaleMax: rated.scaleMax,
      axes: rated.axes.map(({ competenceId, name, domain, target, descriptors }) => ({
        competenceId,
        name,
        domain,
        target,
        descriptors,
      })),
      selfState: revealed || sealed?.lockedAt ? 'locked' : sealed ? 'begun' : 'none',
      leaderState: leader?.lockedAt ? 'locked' : leader ? 'begun' : 'none',
      revealed,
      leader: answersOf(db, rated, 'leader'),
      self: revealed ? answersOf(db, rated, 'self') : null,
      agreed: answersOf(db, rated, 'agreed'),
      lastYear: lastYearOf(db, rated),
    };
  },

  saveLeader: (context, { talkId, competenceId, answer }) =>
    context.write(changed('leader-saved', talkId), (db) => {
      const rated = ratedTalk(db, talkId);
      assertOpen(rated);
      assertFits(rated, competenceId, answer);
      if (ratingOf(db, talkId, 'leader')?.lockedAt) throw locked();
      writeAnswer(db, talkId, 'leader', competenceId, answer, context.now());
      return {};
    }),

  lockLeader: (context, { talkId }) =>
    context.write(changed('leader-locked', talkId), (db) => {
      const rated = ratedTalk(db, talkId);
      assertOpen(rated);
      assertComplete(answersOf(db, rated, 'leader'));
      if (ratingOf(db, talkId, 'leader')?.lockedAt) throw locked();
      const lockedAt = context.now().toISOString();
      const { id } = ratingOf(db, talkId, 'leader') ?? { id: '' };
      db.update(ratings).set({ lockedAt }).where(eq(ratings.id, id)).run();
      return {};
    }),

  withdrawLeader: (context, { talkId }) =>
    context.write(changed('leader-withdrawn', talkId), (db) => {
      assertOpen(ratedTalk(db, talkId));
      if (isRevealed(db, talkId)) throw shown();
      const { id } = ratingOf(db, talkId, 'leader') ?? { id: '' };
      db.update(ratings).set({ lockedAt: null }).where(eq(ratings.id, id)).run();
      return {};
    }),

  saveAgreed: (context, { talkId, competenceId, answer }) =>
    context.write(changed('agreed-saved', talkId), (db) => {
      const rated = ratedTalk(db, talkId);
      assertOpen(rated);
      assertFits(rated, competenceId, answer);
      if (!isRevealed(db, talkId)) {
        throw refuse('conflict', {
          da: 'Et niveau kan aftales, når begge vurderinger er vist.',
          en: 'A level can be agreed once both ratings are shown.',
        });
      }
      writeAnswer(db, talkId, 'agreed', competenceId, answer, context.now());
      return {};
    }),

  lend(context, { talkId }) {
    const rated = ratedTalk(context.db, talkId);
    assertOpen(rated);
    if (isRevealed(context.db, talkId)) throw shown();
    context.write(changed('lent', talkId), () => undefined);
    context.session.state = 'employee';
    context.session.employee = { talkId, key: null, derivation: null };
    context.tell('session', { state: 'employee' });
    return { state: 'employee' };
  },

  async reveal(context, { talkId, pin }) {
    const { db } = context;
    const rated = ratedTalk(db, talkId);
    if (isRevealed(db, talkId)) return {};
    const sealed = lockedByBoth(db, talkId);
    const answers = await trying(context, async () => {
      const key = await keyOf(pin, sealed.derivation);
      return readAnswers(unseal(key, talkId, sealed));
    });
    context.write(changed('revealed', talkId), (tx) => {
      if (isRevealed(tx, talkId)) return;
      // Checking a code takes a while: a lock taken back meanwhile, or a rating begun again, is not laid open.
      const now = lockedByBoth(tx, talkId);
      if (!now.sealed.equals(sealed.sealed)) throw wrongPin();
      layOpen(tx, rated, answers, now.lockedAt);
    });
    return {};
  },

  discardSelf: (context, { talkId }) =>
    context.write(changed('self-discarded', talkId), (db) => {
      assertOpen(ratedTalk(db, talkId));
      if (isRevealed(db, talkId)) throw shown();
      db.delete(sealedRatings).where(eq(sealedRatings.talkId, talkId)).run();
      return {};
    }),

  form(context) {
    const { db } = context;
    const { talkId, key } = loan(context);
    const rated = ratedTalk(db, talkId);
    const sealed = sealedOf(db, talkId);
    return {
      employeeName: rated.employeeName,
      leaderName: rated.talk.leaderName,
      heldOn: rated.talk.heldOn,
      scaleMax: rated.scaleMax,
      axes: rated.axes.map(({ competenceId, name, domain, target, descriptors }) => ({
        competenceId,
        name,
        domain,
        target,
        descriptors,
      })),
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

const changed = (what: string, entityId: string) => ({
  action: `rating.${what}`,
  entity: 'talk',
  entityId,
  fields: [],
});

/** The sealed self-rating, once both have locked; refuses until then. */
function lockedByBoth(db: Context['db'], talkId: string) {
  const sealed = sealedOf(db, talkId);
  if (sealed?.lockedAt && ratingOf(db, talkId, 'leader')?.lockedAt)
    return { ...sealed, lockedAt: sealed.lockedAt };
  throw refuse('conflict', {
    da: 'Begge vurderinger skal være låst, før de vises sammen.',
    en: 'Both ratings must be locked before they are shown together.',
  });
}

const locked = () =>
  refuse('conflict', {
    da: 'Vurderingen er låst. Lås den op, hvis noget skal ændres.',
    en: 'The rating is locked. Unlock it to change something.',
  });

const shown = () =>
  refuse('conflict', {
    da: 'Begge vurderinger er vist, så de ligger fast. Skriv det aftalte niveau ved siden af.',
    en: 'Both ratings have been shown and stay as they are. Enter the agreed level beside them.',
  });

const pinIsChosen = () =>
  refuse('conflict', {
    da: 'Der er allerede valgt en kode. Skriv den for at fortsætte.',
    en: 'A code has been chosen already. Type it to continue.',
  });

function poorPin(da: string, en: string): Refusal {
  const text = { da: `Koden skal have ${da}.`, en: `The code must have ${en}.` };
  return refuse('invalid', text, { pin: text });
}

const trying = <T>(context: Context, attempt: () => Promise<T>) =>
  tryingSecret(context, (error) => error instanceof Refusal && error.code === 'invalid', attempt);

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

/** What was sealed is our own writing, but it is read as carefully as anything else from the disk. */
const readAnswers = (content: unknown): Answers => contract.save.input.shape.answers.parse(content);

const inOrder = (answers: Answers, length: number): Answers =>
  Array.from({ length }, (_, index) => answers[index] ?? null);

function assertFits(
  rated: ReturnType<typeof ratedTalk>,
  competenceId: string,
  answer: RatingAnswer | null,
): void {
  if (!rated.axes.some((axis) => axis.competenceId === competenceId)) {
    throw refuse('not-found', {
      da: 'Kompetencen hører ikke til samtalens spind.',
      en: 'The competence does not belong to the talk’s spider.',
    });
  }
  assertLevel(rated.scaleMax, answer);
}

function assertLevel(scaleMax: number, answer: RatingAnswer | null): void {
  if (!answer?.level || answer.level <= scaleMax) return;
  throw refuse('invalid', {
    da: `Skalaen slutter ved ${scaleMax}. Vælg et lavere niveau.`,
    en: `The scale ends at ${scaleMax}. Choose a lower level.`,
  });
}
