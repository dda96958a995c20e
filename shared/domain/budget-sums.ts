import { type EnrolmentCosts, grossOre, netOre } from './enrolment-costs';
import { isCounting } from './enrolment-moves';
import type { EnrolmentState } from './enrolment-states';
import type { Ore } from './money';

/** One enrolment as a budget sees it. */
export type BudgetLine = EnrolmentCosts & {
  readonly state: EnrolmentState;
  /** What a fund has granted for this enrolment; 0 while nothing is granted. */
  readonly grantedOre: Ore;
};

export type BudgetSums = {
  /** By state, what the budget pays when funds have paid their share. */
  readonly approvedOre: Ore;
  readonly enrolledOre: Ore;
  /** Under way, completed and not passed: the money is used. */
  readonly spentOre: Ore;
  /** Asked for and not counted. */
  readonly wishedOre: Ore;
  /** What funds have taken off the three sums that count. */
  readonly fundOre: Ore;
  /** What the budget has left; negative when it is over. */
  readonly leftOre: Ore;
  /** Substitute days that count, and what is left of them; null where they are not counted. */
  readonly usedDays: number;
  readonly leftDays: number | null;
};

/** Sums of one budget (R002-02). Wishes and what is cancelled do not count. */
export function budgetSums(
  budget: { readonly amountOre: Ore; readonly substituteDays: number | null },
  lines: readonly BudgetLine[],
): BudgetSums {
  const sums = { approvedOre: 0, enrolledOre: 0, spentOre: 0, wishedOre: 0, fundOre: 0 };
  let halfDays = 0;
  for (const line of lines) {
    if (line.state === 'cancelled') continue;
    const net = netOre(line, line.grantedOre);
    sums[pocketOf(line.state)] += net;
    if (!isCounting(line.state)) continue;
    sums.fundOre += grossOre(line) - net;
    // Half days as whole numbers, so that many of them add up exactly.
    halfDays += Math.round(line.substituteDays * 2);
  }
  const usedDays = halfDays / 2;
  return {
    ...sums,
    leftOre: budget.amountOre - sums.approvedOre - sums.enrolledOre - sums.spentOre,
    usedDays,
    leftDays: budget.substituteDays === null ? null : budget.substituteDays - usedDays,
  };
}

const pocketOf = (state: EnrolmentState) =>
  state === 'wished'
    ? 'wishedOre'
    : state === 'approved'
      ? 'approvedOre'
      : state === 'enrolled'
        ? 'enrolledOre'
        : 'spentOre';
