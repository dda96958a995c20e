import type { Text } from '../text';
import type { FundCalendar } from './fund-calendar';
import type { FundFacts } from './fund-facts';
import type { FundAmounts } from './fund-money';
import type { FundRule, FundRuleKind, RuleOf } from './fund-rules';

export const outcomes = ['met', 'refused', 'warning', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

/** What one rule says of one application, and where the rule is from. */
export type Verdict = {
  /** `validity` is the set itself: it does not hold on the day. */
  readonly rule: FundRuleKind | 'validity';
  readonly outcome: Outcome;
  readonly text: Text;
  readonly source: string;
};

/** What the rules are held against. */
export type Case = {
  readonly rules: readonly FundRule[];
  readonly facts: FundFacts;
  readonly today: string;
  readonly appliedOn: string;
  readonly amounts: FundAmounts;
  readonly calendar: FundCalendar;
};

type Said = { readonly outcome: Outcome; readonly text: Text };
/** A rule that has nothing to say of this application answers null. */
export type Judges<K extends FundRuleKind> = {
  readonly [One in K]: (rule: RuleOf<One>, about: Case) => Said | null;
};

const say =
  (outcome: Outcome) =>
  (da: string, en: string): Said => ({ outcome, text: { da, en } });
export const met = say('met');
export const refused = say('refused');
export const warning = say('warning');
export const unknown = say('unknown');
