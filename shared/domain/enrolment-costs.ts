import type { Ore } from './money';

export type EnrolmentCosts = {
  readonly feeOre: Ore;
  readonly materialsOre: Ore;
  /** Whole or half days. */
  readonly substituteDays: number;
  /** Price of one of them. */
  readonly substituteDayOre: Ore;
};

/** What an activity costs before any fund: fee, materials and substitutes, in whole øre. */
export const grossOre = (costs: EnrolmentCosts): Ore =>
  costs.feeOre + costs.materialsOre + Math.round(costs.substituteDays * costs.substituteDayOre);

/** What is left for the budget when a fund has granted its share; never below nothing. */
export const netOre = (costs: EnrolmentCosts, grantedOre: Ore): Ore =>
  Math.max(0, grossOre(costs) - grantedOre);
