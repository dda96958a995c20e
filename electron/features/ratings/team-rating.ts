import type { ratings as contract } from '@shared/contract/ratings';
import { teamSpread } from '../../data/queries/member-levels';
import { earlierPromises, refuseBeforeFollowUp } from '../../data/queries/promises';
import { answersOf, assertOpen, lastYearOf, ratedTalk, writeAnswer } from '../../data/queries/ratings';
import type { Handlers } from '../context';
import { assertFits, changed } from './rules';

/** The one rating a team has in common, made by the team together in a TUS or GRUS (R002-07, R002-09). */
export const teamRatingHandlers: Pick<Handlers<typeof contract>, 'team' | 'saveTeam'> = {
  team({ db }, { talkId }) {
    const rated = ratedTalk(db, talkId, 'team');
    const { talk, withName: teamName, scaleMax, axes } = rated;
    return {
      teamName,
      isClosed: talk.closedAt !== null,
      scaleMax,
      axes,
      answers: answersOf(db, rated, 'team'),
      lastTime: lastYearOf(db, rated),
      members: teamSpread(db, talk.teamId ?? '', talk.heldOn),
    };
  },

  saveTeam: (context, { talkId, competenceId, answer }) =>
    context.write(changed('team-saved', talkId), (db) => {
      const rated = ratedTalk(db, talkId, 'team');
      assertOpen(rated);
      assertFits(rated, competenceId, answer);
      refuseBeforeFollowUp(earlierPromises(db, rated.talk));
      writeAnswer(db, talkId, 'team', competenceId, answer, context.now());
      return {};
    }),
};
