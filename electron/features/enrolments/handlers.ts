import type { enrolments as contract } from '@shared/contract/enrolments';
import type { Handlers } from '../context';
import { budgetHandlers } from './budgets';
import { certificateHandlers } from './certificates';
import { listHandlers } from './list';
import { moveHandlers } from './moves';
import { outcomeHandlers } from './outcomes';
import { readHandlers } from './read';
import { transferHandlers } from './transfer';
import { writeHandlers } from './write';

/** From a wish to what came of it: enrolments, what they cost, and how they come to use. */
export const enrolmentsHandlers: Handlers<typeof contract> = {
  ...listHandlers,
  ...readHandlers,
  ...writeHandlers,
  ...moveHandlers,
  ...certificateHandlers,
  ...outcomeHandlers,
  ...transferHandlers,
  ...budgetHandlers,
};
