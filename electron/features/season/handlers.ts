import type { season as contract } from '@shared/contract/season';
import type { Handlers } from '../context';
import { acceptHandlers } from './accept';
import { exportCalendar } from './export-calendar';
import { frameHandlers } from './frame';
import { proposeSeason } from './proposal';
import { ruleHandlers } from './rules';

/** Who is due for a talk, and a whole season laid out, booked and put into calendars (R003-06). */
export const seasonHandlers: Handlers<typeof contract> = {
  ...ruleHandlers,
  ...frameHandlers,
  propose: proposeSeason,
  ...acceptHandlers,
  exportCalendar,
};
