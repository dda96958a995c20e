import type { drafts as da } from '../da/drafts';
import type { Same } from '../same';

/** What was typed earlier and never handed in. */
export const drafts: Same<typeof da> = {
  today: 'Back where you left off at {{time}}.',
  earlier: 'Back where you left off on {{when}}.',
  old: 'You wrote this on {{when}}, but it was not saved.',
  discard: 'Discard',
  discarded: 'The draft has been discarded.',
  notKept: 'What you typed is not kept as a draft: {{reason}}',
};
