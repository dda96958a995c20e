import { dayText } from '../day-text';
import { periodCovers } from '../employment';
import type { Text } from '../text';
import { appliedOn, type FundCalendar, fundCalendar } from './fund-calendar';
import type { FundFacts, Signer } from './fund-facts';
import { type FundAmounts, fundAmounts, type Grant } from './fund-money';
import { type FundRule, type FundRuleSet, fundRuleKinds, isOutdated, ruleOf, setPeriod } from './fund-rules';
import { judgeMoneyAndDays } from './judge-money-and-days';
import { judgeWhoAndWhat } from './judge-who-and-what';
import type { Case, Judges, Verdict } from './verdict';

/** What a rule set says of one application on one day. */
export type FundAssessment = {
  /** No rule refuses it. What is unknown or a warning does not decide. */
  readonly fits: boolean;
  /** In the order of the rules: refusals are found by `outcome`. */
  readonly verdicts: readonly Verdict[];
  readonly amounts: FundAmounts;
  readonly calendar: FundCalendar;
  readonly signers: readonly Signer[];
  /** The set has not been compared with its source for too long; null when it has. */
  readonly outdated: Text | null;
};

type Judge = (rule: FundRule, about: Case) => ReturnType<Judges<'note'>['note']>;
const judges: Judges<FundRule['kind']> = { ...judgeWhoAndWhat, ...judgeMoneyAndDays };

/**
 * Holds an application against a rule set: pure arithmetic and dates, no judgement of anybody. `grants` are what she has had
 * from the same fund, whenever; the cap picks those that count on the day it is applied for (DOMAIN 3.4, 4.7).
 */
export function assessFund(
  ruleSet: FundRuleSet,
  facts: FundFacts,
  { today, grants }: { today: string; grants: readonly Grant[] },
): FundAssessment {
  const { rules } = ruleSet;
  const day = appliedOn(rules, facts, today);
  const amounts = fundAmounts(rules, facts, { appliedOn: day, grants });
  const calendar = fundCalendar(rules, facts, today);
  const about: Case = { rules, facts, today, appliedOn: day, amounts, calendar };
  const order = (rule: FundRule) => fundRuleKinds.indexOf(rule.kind);
  const verdicts = [
    ...validity(ruleSet, day),
    ...rules
      .toSorted((a, b) => order(a) - order(b))
      .flatMap((rule) => {
        const said = (judges[rule.kind] as Judge)(rule, about);
        return said ? [{ rule: rule.kind, ...said, source: rule.source }] : [];
      }),
  ];
  return {
    fits: verdicts.every(({ outcome }) => outcome !== 'refused'),
    verdicts,
    amounts,
    calendar,
    signers: ruleOf(rules, 'signers')?.signers ?? [],
    outdated: outdatedText(ruleSet, today),
  };
}

/** A set that does not hold on the day refuses all by itself. */
function validity(ruleSet: FundRuleSet, day: string): Verdict[] {
  const { validFrom, validTo, source } = ruleSet;
  if (periodCovers(setPeriod(ruleSet), day)) return [];
  const from = dayText(validFrom);
  const text =
    day < validFrom
      ? { da: `Reglerne gælder først fra ${from.da}.`, en: `The rules are in force only from ${from.en}.` }
      : {
          da: `Reglerne gjaldt til ${dayText(validTo ?? day).da}.`,
          en: `The rules were in force until ${dayText(validTo ?? day).en}.`,
        };
  return [{ rule: 'validity', outcome: 'refused', text, source }];
}

/** The warning of a set past its day; null when there is none. */
export function outdatedText(
  ruleSet: Pick<FundRuleSet, 'checkAgainOn' | 'lastCheckedOn'>,
  today: string,
): Text | null {
  if (!isOutdated(ruleSet, today)) return null;
  const checked = dayText(ruleSet.lastCheckedOn);
  return {
    da: `Reglerne er sidst kontrolleret ${checked.da}. Sammenlign dem med kilden, før I søger.`,
    en: `The rules were last checked on ${checked.en}. Compare them with the source before you apply.`,
  };
}
