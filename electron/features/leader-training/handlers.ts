import type { leaderTraining as contract } from '@shared/contract/leader-training';
import type { Handlers } from '../context';
import { certificateHandlers } from './certificates';
import { courseHandlers } from './courses';
import { entryHandlers } from './entries';
import { ledgerHandlers } from './ledger';
import { requirementHandlers } from './requirements';
import { shareBackHandlers } from './share-backs';
import { togetherHandlers } from './together';

/** The training leaders shall have (R002-11, R002-13 … R002-19). Merit is a feature of its own. */
export const leaderTrainingHandlers: Handlers<typeof contract> = {
  ...togetherHandlers,
  ...requirementHandlers,
  ...ledgerHandlers,
  ...entryHandlers,
  ...certificateHandlers,
  ...shareBackHandlers,
  ...courseHandlers,
};
