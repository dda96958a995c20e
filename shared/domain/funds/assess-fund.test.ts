import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../dates';
import { shareOf } from '../money';
import { type FundRule, fundRuleKinds, fundRuleSet, ruleOf } from './fund-rules';
import { costKinds } from './fund-words';
import { ruleText } from './rule-text';
import { fundCases } from './test-fund-cases';
import { assess, comparison, type FundCase, fitting, setNames, shippedSets, theSet } from './test-funds';

const holds = (one: FundCase, change?: (rules: FundRule[]) => FundRule[]) => {
  const [wanted, found] = comparison(one, assess(one, change));
  return JSON.stringify(wanted) === JSON.stringify(found);
};

describe('the rules of the funds', () => {
  it('are held against at least eighty cases', () => {
    expect(fundCases.length).toBeGreaterThanOrEqual(80);
    expect(new Set(fundCases.map(({ name, set }) => `${set} ${name}`)).size).toBe(fundCases.length);
  });

  it.each(fundCases.map((one) => [one.set, one.name, one] as const))('%s: %s', (_, __, one) => {
    const [wanted, found] = comparison(one, assess(one));
    expect(found).toEqual(wanted);
  });

  it('names rule, reason and source in both languages in every refusal, warning and unpaid line', () => {
    for (const one of fundCases) {
      const { verdicts, amounts } = assess(one);
      for (const { text, source } of [...verdicts, ...amounts.notPaid]) {
        expect(source).not.toBe('');
        expect(text.da.length).toBeGreaterThan(10);
        expect(text.en.length).toBeGreaterThan(10);
        expect(`${text.da} ${text.en}`).not.toMatch(/undefined|null|NaN|\[object|\.\.| {2}/);
      }
    }
  });

  it('says the amount, the day and the reason where it matters', () => {
    const said = (name: string) => {
      const one = fundCases.find((each) => each.name.startsWith(name)) as FundCase;
      return assess(one)
        .verdicts.filter(({ outcome }) => outcome !== 'met')
        .map(({ text }) => text.da);
    };
    expect(said('20,000 granted')).toContain(
      'Der er 10.000 kr. tilbage af loftet på 30.000 kr., så fonden betaler højst 10.000 kr. Der er bevilget 20.000 kr. i de seneste 12 måneder. Den 2. marts 2027 tæller 20.000 kr. ikke længere med.',
    );
    expect(said('the days of Kirsten')).toContain(
      'Det underskrevne skema mangler: 12 dage af 40 dage tilbage, senest 5. december 2026.',
    );
    expect(said('eight days')).toEqual(['Kurset varer 8 dage. Fonden støtter højst 6 dage.']);
  });
});

describe('controls: what must not go unnoticed', () => {
  it.each(fundRuleKinds)('some case fails without the rule %s', (kind) => {
    const without = (rules: FundRule[]) => rules.filter((rule) => rule.kind !== kind);
    expect(fundCases.some((one) => !holds(one, without))).toBe(true);
  });

  /** Every number and every yes/no of a rule, a little off. */
  const slips: readonly [string, (rule: FundRule) => FundRule][] = [
    ['one day more on a course', (r) => (r.kind === 'maxDays' ? { ...r, days: r.days + 1 } : r)],
    ['one day less on a course', (r) => (r.kind === 'maxDays' ? { ...r, days: r.days - 1 } : r)],
    ['eight months', (r) => (r.kind === 'earliest' ? { ...r, months: 8 } : r)],
    ['ten months', (r) => (r.kind === 'earliest' ? { ...r, months: 10 } : r)],
    ['on the day itself', (r) => (r.kind === 'latest' ? { ...r, days: r.days - 1 } : r)],
    ['two days before', (r) => (r.kind === 'latest' ? { ...r, days: r.days + 1 } : r)],
    ['39 days', (r) => (r.kind === 'upload' ? { ...r, days: 39 } : r)],
    ['41 days', (r) => (r.kind === 'upload' ? { ...r, days: 41 } : r)],
    ['a lower cap', (r) => (r.kind === 'cap' ? { ...r, capOre: r.capOre - 100 } : r)],
    ['a higher cap', (r) => (r.kind === 'cap' ? { ...r, capOre: r.capOre + 100 } : r)],
    ['no cap of its own for a master', (r) => (r.kind === 'cap' ? { ...r, higher: null } : r)],
    ['eleven months', (r) => (r.kind === 'cap' ? { ...r, months: 11 } : r)],
    ['a rolling year', (r) => (r.kind === 'cap' ? { ...r, period: 'rolling' } : r)],
    ['a calendar year', (r) => (r.kind === 'cap' ? { ...r, period: 'calendarYear' } : r)],
    ['79 per cent', (r) => (r.kind === 'share' && r.percent === 80 ? { ...r, percent: 79 } : r)],
    ['99 per cent', (r) => (r.kind === 'share' && r.percent === 100 ? { ...r, percent: 99 } : r)],
    ['a third application', (r) => (r.kind === 'maxApplications' ? { ...r, count: 3 } : r)],
    ['one application', (r) => (r.kind === 'maxApplications' ? { ...r, count: 1 } : r)],
    ['a group of six', (r) => (r.kind === 'group' ? { ...r, from: 6 } : r)],
    ['a month and a day', (r) => (r.kind === 'answer' ? { ...r, toDays: 32 } : r)],
    ['a notice on the day', (r) => (r.kind === 'repayment' ? { ...r, noticeDays: 0 } : r)],
    ['less VAT', (r) => (r.kind === 'exVat' ? { ...r, vatPercent: 20 } : r)],
    ['everybody', (r) => (r.kind === 'admitted' ? { ...r, unionAreas: null } : r)],
    ['should made must', (r) => ('strength' in r ? { ...r, strength: 'must' } : r)],
    ['must made should', (r) => ('strength' in r ? { ...r, strength: 'should' } : r)],
  ];
  it.each(slips)('some case fails with %s', (_, slip) => {
    expect(fundCases.some((one) => !holds(one, (rules) => rules.map(slip)))).toBe(true);
  });
});

describe('amounts', () => {
  const names = Object.keys(setNames) as (keyof typeof setNames)[];
  const amount = fc.integer({ min: 0, max: 20_000_000 });
  const costs = fc.array(fc.record({ kind: fc.constantFrom(...costKinds), amountOre: amount }), {
    maxLength: 6,
  });
  const grants = fc.array(
    fc.record({
      grantedOn: fc.integer({ min: 0, max: 900 }).map((days) => addDays('2026-11-23', -days)),
      amountOre: fc.integer({ min: 0, max: 4_000_000 }),
    }),
    { maxLength: 5 },
  );
  const some = fc.record({
    set: fc.constantFrom(...names),
    costs,
    grants,
    level: fc.constantFrom('academy', 'master', null),
    includesVat: fc.constantFrom(true, false, null),
  });
  type Some = typeof some extends fc.Arbitrary<infer T> ? T : never;
  const amountsOf = ({ set, costs: lines, grants: had, level, includesVat }: Some) =>
    assess({ name: '', set, facts: { costs: lines, level, includesVat }, grants: had, expect: {} }).amounts;

  it('are never more than the share or what is left of the cap, and always make up the total', () => {
    fc.assert(
      fc.property(some, (one) => {
        const got = amountsOf(one);
        const { rules } = theSet(one.set);
        const total = one.costs.reduce((all, { amountOre }) => all + amountOre, 0);
        expect(got.totalOre).toBe(total);
        expect(got.fundOre + got.workplaceOre).toBe(total);
        expect(got.fundOre).toBeGreaterThanOrEqual(0);
        expect(got.applicableOre).toBeLessThanOrEqual(total);
        expect(got.fundOre).toBeLessThanOrEqual(
          shareOf(got.applicableOre, ruleOf(rules, 'share')?.percent ?? 100),
        );
        if (got.capLeftOre !== null) expect(got.fundOre).toBeLessThanOrEqual(got.capLeftOre);
        const unpaid = got.notPaid.reduce((all, { amountOre }) => all + amountOre, 0);
        expect(got.applicableOre + unpaid).toBe(total);
      }),
    );
  });

  it('never rise with one more grant, and grants together with this one never pass the cap', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 3_000_000 }), fc.nat(300), (one, amountOre, days) => {
        const before = amountsOf(one);
        const more = { grantedOn: addDays('2026-11-23', -days), amountOre };
        const after = amountsOf({ ...one, grants: [...one.grants, more] });
        expect(after.fundOre).toBeLessThanOrEqual(before.fundOre);
        if (before.capOre === null) return;
        const had = before.counted.reduce((all, { amountOre: ore }) => all + ore, 0);
        if (had <= before.capOre) expect(had + before.fundOre).toBeLessThanOrEqual(before.capOre);
      }),
    );
  });

  it('never fall as days pass and grants age out', () => {
    fc.assert(
      fc.property(some, fc.nat(500), (one, days) => {
        const on = (today: string) =>
          assess({
            name: '',
            set: one.set,
            facts: { costs: one.costs, level: one.level },
            grants: one.grants,
            today,
            expect: {},
          }).amounts.capLeftOre;
        const [first, later] = [on('2026-11-23'), on(addDays('2026-11-23', days))];
        if (first !== null && later !== null) expect(later).toBeGreaterThanOrEqual(first);
      }),
    );
  });
});

describe('the sets that come with the application', () => {
  it('hold what the sources say, each rule with its own', () => {
    expect([...shippedSets.keys()]).toEqual(expect.arrayContaining(Object.values(setNames)));
    for (const set of shippedSets.values()) {
      expect(set.rules.length).toBeGreaterThan(5);
      expect(set.checkAgainOn > set.lastCheckedOn).toBe(true);
      for (const rule of set.rules) {
        expect(rule.source).not.toBe('');
        expect(ruleText(rule).da).not.toMatch(/undefined|NaN/);
        expect(ruleText(rule).en).not.toMatch(/undefined|NaN/);
      }
    }
  });

  it('admit somebody each', () => {
    for (const set of Object.keys(fitting) as (keyof typeof fitting)[])
      expect(assess({ name: '', set, expect: {} }).fits).toBe(true);
  });

  it('cannot say the same thing twice', () => {
    const set = theSet('hk');
    const share = ruleOf(set.rules, 'share') as FundRule;
    expect(fundRuleSet.safeParse({ ...set, rules: [...set.rules, share] }).success).toBe(false);
    expect(fundRuleSet.safeParse(set).success).toBe(true);
  });
});
