import { addMonths } from '../dates';
import { moneyText, type Ore, shareOf } from '../money';
import type { Text } from '../text';
import type { FundFacts } from './fund-facts';
import { type FundRule, type RuleOf, ruleOf } from './fund-rules';
import { type CostKind, costKindNames } from './fund-words';
import { listed, smallNamed } from './listed';

/** What a person has had from the same fund: the day it was granted, and how much. */
export type Grant = { readonly grantedOn: string; readonly amountOre: Ore };

/** A line of cost, or a part of one, that the fund does not pay, and the rule that says so. */
export type NotPaid = {
  readonly rule: 'costKinds' | 'exVat';
  readonly kind: CostKind;
  readonly amountOre: Ore;
  readonly text: Text;
  readonly source: string;
};

export type FundAmounts = {
  /** Everything it costs. */
  readonly totalOre: Ore;
  /** What the fund pays its share of. */
  readonly applicableOre: Ore;
  readonly fundOre: Ore;
  /** All the rest: `totalOre − fundOre`. */
  readonly workplaceOre: Ore;
  /** Null where the fund has no cap. */
  readonly capOre: Ore | null;
  /** What is left of the cap on the day it is applied for, before this application. */
  readonly capLeftOre: Ore | null;
  /** What the cap has cut off. */
  readonly overCapOre: Ore;
  /** Earlier grants in the cap's period, and the day each no longer counts. */
  readonly counted: readonly (Grant & { readonly freeOn: string })[];
  readonly notPaid: readonly NotPaid[];
};

/** The first day on which a grant no longer counts in the cap. */
export function freeOn(cap: RuleOf<'cap'>, grantedOn: string): string {
  if (cap.period === 'calendarYear') return `${Number(grantedOn.slice(0, 4)) + 1}-01-01`;
  return addMonths(grantedOn, cap.months);
}

/** The cap that holds for this level. */
export function capFor(cap: RuleOf<'cap'>, level: FundFacts['level']): Ore {
  return cap.higher && level && cap.higher.levels.includes(level) ? cap.higher.capOre : cap.capOre;
}

/**
 * What the fund pays and what is left for the workplace, in øre, when it is applied for on `appliedOn`. A half øre goes to
 * the fund's share; the two always make up the total.
 */
export function fundAmounts(
  rules: readonly FundRule[],
  facts: Pick<FundFacts, 'costs' | 'level' | 'includesVat'>,
  { appliedOn, grants }: { appliedOn: string; grants: readonly Grant[] },
): FundAmounts {
  const totalOre = sum(facts.costs.map(({ amountOre }) => amountOre));
  const notPaid: NotPaid[] = [];
  const paid = facts.costs.filter((line) => {
    const refused = costRefusal(rules, line.kind);
    if (refused && line.amountOre > 0)
      notPaid.push({ rule: 'costKinds', kind: line.kind, amountOre: line.amountOre, ...refused });
    return refused === null;
  });
  const withVat = sum(paid.map(({ amountOre }) => amountOre));
  const vat = ruleOf(rules, 'exVat');
  const vatOre =
    vat && facts.includesVat ? withVat - Math.round((withVat * 100) / (100 + vat.vatPercent)) : 0;
  if (vat && vatOre > 0) {
    notPaid.push({
      rule: 'exVat',
      kind: 'otherCost',
      amountOre: vatOre,
      text: {
        da: `Moms, ${moneyText(vatOre, 'da')}, betales ikke af fonden.`,
        en: `VAT, ${moneyText(vatOre, 'en')}, is not paid by the fund.`,
      },
      source: vat.source,
    });
  }
  const applicableOre = withVat - vatOre;
  const share = shareOf(applicableOre, ruleOf(rules, 'share')?.percent ?? 100);
  const cap = ruleOf(rules, 'cap');
  const counted = cap
    ? grants
        .map((grant) => ({ ...grant, freeOn: freeOn(cap, grant.grantedOn) }))
        .filter((grant) => grant.freeOn > appliedOn)
        .sort((a, b) => (a.freeOn < b.freeOn ? -1 : a.freeOn > b.freeOn ? 1 : 0))
    : [];
  const capOre = cap ? capFor(cap, facts.level) : null;
  const capLeftOre =
    capOre === null ? null : Math.max(0, capOre - sum(counted.map(({ amountOre }) => amountOre)));
  const fundOre = capLeftOre === null ? share : Math.min(share, capLeftOre);
  return {
    totalOre,
    applicableOre,
    fundOre,
    workplaceOre: totalOre - fundOre,
    capOre,
    capLeftOre,
    overCapOre: share - fundOre,
    counted,
    notPaid,
  };
}

/** Why a kind of cost is not paid; null when it is. */
function costRefusal(rules: readonly FundRule[], kind: CostKind): Pick<NotPaid, 'text' | 'source'> | null {
  const admitted = ruleOf(rules, 'costKinds');
  if (!admitted || admitted.kinds.includes(kind)) return null;
  if (kind === 'substitute' && ruleOf(rules, 'substituteCover')) return null;
  const [name, names] = [costKindNames[kind], listed(smallNamed(admitted.kinds, costKindNames))];
  return {
    text: {
      da: `${name.da} betales ikke. Fonden betaler: ${names.da}.`,
      en: `${name.en} is not paid. The fund pays: ${names.en}.`,
    },
    source: admitted.source,
  };
}

const sum = (amounts: readonly Ore[]): Ore => amounts.reduce((all, one) => all + one, 0);
