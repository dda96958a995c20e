import { moneyText } from '../money';
import type { Text } from '../text';
import { courseLevelNames } from './fund-facts';
import { type FundRule, type RuleOf, ruleOf } from './fund-rules';
import { dayCount, listed, monthCount, named } from './listed';

/** What a set pays, in one line: “80 %, højst 30.000 kr. på 12 måneder”. Without a rule about it nothing is said of it. */
export function paysText(rules: readonly FundRule[]): Text {
  const share = ruleOf(rules, 'share');
  const cap = ruleOf(rules, 'cap');
  const length = ruleOf(rules, 'maxDays');
  const parts: Text[] = [
    ...(share ? [{ da: `${share.percent} %`, en: `${share.percent}%` }] : []),
    cap ? capText(cap) : { da: 'intet loft', en: 'no cap' },
    ...(length
      ? [
          {
            da: `kurser på højst ${dayCount(length.days).da}`,
            en: `courses of at most ${dayCount(length.days).en}`,
          },
        ]
      : []),
  ];
  return { da: parts.map(({ da }) => da).join(', '), en: parts.map(({ en }) => en).join(', ') };
}

function capText({ period, months, capOre, higher }: RuleOf<'cap'>): Text {
  const within =
    period === 'rolling'
      ? { da: `på ${monthCount(months).da}`, en: `in ${monthCount(months).en}` }
      : { da: 'pr. kalenderår', en: 'per calendar year' };
  const names = listed(named(higher?.levels ?? [], courseLevelNames), 'or');
  const more = higher && {
    da: ` (${moneyText(higher.capOre, 'da')} til ${names.da})`,
    en: ` (${moneyText(higher.capOre, 'en')} for a ${names.en})`,
  };
  return {
    da: `højst ${moneyText(capOre, 'da')} ${within.da}${more?.da ?? ''}`,
    en: `at most ${moneyText(capOre, 'en')} ${within.en}${more?.en ?? ''}`,
  };
}
