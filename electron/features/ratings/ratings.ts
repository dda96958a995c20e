import type { ratings as contract } from '@shared/contract/ratings';
import { refuse } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import {
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
} from '../../data/queries/ratings';
import { ratings, sealedRatings } from '../../data/schema/talks';
import type { Context, Handlers } from '../context';
import { assertFits, changed, locked, readAnswers, shown, trying } from './rules';
import { keyOf, unseal, wrongPin } from './seal';
import { selfRatingHandlers } from './self-rating';
import { teamRatingHandlers } from './team-rating';

/** The leader's half: her own rating, the loan of the computer, the two views together, and what was agreed. */
export const ratingsHandlers: Handlers<typeof contract> = {
  overview({ db }, { talkId }) {
    const rated = ratedTalk(db, talkId);
    const leader = ratingOf(db, talkId, 'leader');
    const sealed = sealedOf(db, talkId);
    const revealed = isRevealed(db, talkId);
    return {
      employeeName: rated.withName,
      isClosed: rated.talk.closedAt !== null,
      scaleMax: rated.scaleMax,
      axes: rated.axes,
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

  ...selfRatingHandlers,
  ...teamRatingHandlers,
};

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
