import type { funds as contract } from '@shared/contract/funds';
import type { Handlers } from '../context';
import { applicationHandlers } from './applications';
import { grantHandlers } from './grants';
import { navigateHandlers } from './navigate';
import { ruleSetHandlers } from './rule-sets';

/** Competence funds: rules, the navigator, applications and what was granted (DOMAIN 3.4, 4.7). */
export const fundsHandlers: Handlers<typeof contract> = {
  ...ruleSetHandlers,
  ...navigateHandlers,
  ...applicationHandlers,
  ...grantHandlers,
};
