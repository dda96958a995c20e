import type { overview as contract } from '@shared/contract/overview';
import { localDate } from '@shared/domain/dates';
import { theTeam } from '../../data/queries/subjects';
import type { Handlers } from '../context';
import { groupSpread } from './group-spread';
import { promiseYears } from './promise-years';
import { talkYears } from './talk-years';

/** The school as a whole, year by year: no names, and nothing of fewer than five people. */
export const overviewHandlers: Handlers<typeof contract> = {
  promises: ({ db }) => ({ years: promiseYears(db) }),
  talks: ({ db, now }) => ({ years: talkYears(db, localDate(now())) }),
  spread({ db }, { teamId }) {
    if (teamId) theTeam(db, teamId);
    return groupSpread(db, teamId);
  },
};
