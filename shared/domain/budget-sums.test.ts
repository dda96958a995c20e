import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BudgetLine, budgetSums } from './budget-sums';
import { isCounting } from './enrolment-moves';
import { enrolmentStates } from './enrolment-states';

const anyLine: fc.Arbitrary<BudgetLine> = fc.record({
  state: fc.constantFrom(...enrolmentStates),
  feeOre: fc.nat(5_000_000),
  materialsOre: fc.nat(500_000),
  substituteDays: fc.nat(40).map((halves) => halves / 2),
  substituteDayOre: fc.nat(300_000),
  grantedOre: fc.nat(6_000_000),
});
const anyBudget = fc.record({
  amountOre: fc.nat(50_000_000),
  substituteDays: fc.option(fc.nat(200).map((halves) => halves / 2)),
});
const costOf = (line: BudgetLine) =>
  line.feeOre + line.materialsOre + Math.round(line.substituteDays * line.substituteDayOre);

describe('the sums of a budget', () => {
  const line: BudgetLine = {
    state: 'approved',
    feeOre: 1_450_000,
    materialsOre: 50_000,
    substituteDays: 2.5,
    substituteDayOre: 180_000,
    grantedOre: 0,
  };
  const budget = { amountOre: 10_000_000, substituteDays: 5 };

  it('say what is approved, enrolled and spent, and leave wishes and what is cancelled out', () => {
    const states = [
      'wished',
      'approved',
      'enrolled',
      'underWay',
      'completed',
      'failed',
      'cancelled',
    ] as const;
    expect(
      budgetSums(
        budget,
        states.map((state) => ({ ...line, state })),
      ),
    ).toEqual({
      wishedOre: 1_950_000,
      approvedOre: 1_950_000,
      enrolledOre: 1_950_000,
      spentOre: 5_850_000,
      fundOre: 0,
      leftOre: 250_000,
      usedDays: 12.5,
      leftDays: -7.5,
    });
  });

  it('take off what a fund has granted, and never more than it costs', () => {
    const part = budgetSums(budget, [{ ...line, grantedOre: 1_160_000 }]);
    expect(part).toMatchObject({ approvedOre: 790_000, fundOre: 1_160_000, leftOre: 9_210_000 });
    const more = budgetSums(budget, [{ ...line, grantedOre: 9_999_999 }]);
    expect(more).toMatchObject({ approvedOre: 0, fundOre: 1_950_000, leftOre: 10_000_000 });
  });

  it('are whole øre and add up to the amount, for any lines in any order', () => {
    fc.assert(
      fc.property(anyBudget, fc.array(anyLine, { maxLength: 40 }), (any, lines) => {
        const sums = budgetSums(any, lines);
        const used = sums.approvedOre + sums.enrolledOre + sums.spentOre;
        expect(used + sums.leftOre).toBe(any.amountOre);
        const counting = lines.filter(({ state }) => isCounting(state));
        expect(used + sums.fundOre).toBe(counting.reduce((sum, one) => sum + costOf(one), 0));
        for (const value of [used, sums.fundOre, sums.wishedOre, sums.leftOre])
          expect(Number.isInteger(value)).toBe(true);
        expect(sums.usedDays).toBe(counting.reduce((sum, one) => sum + one.substituteDays, 0));
        expect(budgetSums(any, lines.toReversed())).toEqual(sums);
        const silent = lines.map((one) =>
          isCounting(one.state) ? one : { ...one, state: 'cancelled' as const },
        );
        expect(budgetSums(any, silent)).toEqual({ ...sums, wishedOre: 0 });
      }),
    );
  });
});
