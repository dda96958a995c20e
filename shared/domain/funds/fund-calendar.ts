import { addDays, addMonths } from '../dates';
import type { FundFacts } from './fund-facts';
import { type FundRule, type RuleOf, ruleOf } from './fund-rules';

type Window = RuleOf<'windows'>['windows'][number];

/** The days of an application; null where the fund has no such rule. */
export type FundCalendar = {
  /** First and last day it can be applied for, that is: the signed form uploaded. */
  readonly earliestOn: string | null;
  readonly latestOn: string | null;
  /** Last day for the signed form, counted from the day the application was made (or is made today). */
  readonly uploadBy: string | null;
  /** Windows that are not over. */
  readonly windows: readonly Window[];
  /** When an answer can be expected at the latest. */
  readonly answerBy: string | null;
  /** When the fund writes about repayment, should there be no place on the course. */
  readonly repaymentNoticeOn: string | null;
};

type Dates = Pick<FundFacts, 'startsOn' | 'sentOn' | 'uploadedOn'>;

/** The day it counts as applied for: the upload where the fund wants a signed form, else the day it was sent; else today. */
export function appliedOn(rules: readonly FundRule[], { sentOn, uploadedOn }: Dates, today: string): string {
  if (uploadedOn !== null) return uploadedOn;
  const wantsUpload = ruleOf(rules, 'upload') !== undefined;
  return wantsUpload ? today : (sentOn ?? today);
}

/** All days that follow from the rules and the start. */
export function fundCalendar(rules: readonly FundRule[], facts: Dates, today: string): FundCalendar {
  const { startsOn, sentOn } = facts;
  const earliest = ruleOf(rules, 'earliest');
  const latest = ruleOf(rules, 'latest');
  const upload = ruleOf(rules, 'upload');
  const answer = ruleOf(rules, 'answer');
  const repayment = ruleOf(rules, 'repayment');
  const latestOn = latest ? addDays(startsOn, -latest.days) : null;
  const beforeStart = latestOn ?? addDays(startsOn, -1);
  const within = upload ? addDays(sentOn ?? today, upload.days) : null;
  return {
    earliestOn: earliest ? addMonths(startsOn, -earliest.months) : null,
    latestOn,
    uploadBy: within === null ? null : within < beforeStart ? within : beforeStart,
    windows: (ruleOf(rules, 'windows')?.windows ?? [])
      .filter(({ closesOn }) => closesOn >= today)
      .sort((a, b) => (a.opensOn < b.opensOn ? -1 : 1)),
    answerBy: answer ? addDays(appliedOn(rules, facts, today), answer.toDays) : null,
    repaymentNoticeOn: repayment ? addDays(startsOn, -repayment.noticeDays) : null,
  };
}
