import type { drafts as da } from '../da/drafts';
import type { Same } from '../same';

/** What was typed earlier and never handed in. */
export const drafts: Same<typeof da> = {
  today: 'Draft restored from {{time}}',
  earlier: 'Draft restored from {{when}}',
  old: 'Old draft from {{when}}',
  discard: 'Discard',
  discarded: 'The draft has been discarded.',
  notKept: 'What you typed is not kept as a draft: {{reason}}',
};
