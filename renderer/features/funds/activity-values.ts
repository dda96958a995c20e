import type { InputOf } from '@shared/contract';
import { nothingStated, type StatedFacts } from '@shared/domain/funds/fund-facts';
import type { CostKind } from '@shared/domain/funds/fund-words';

export type CostValues = { kind: CostKind; amountOre: number | null; note: string };

/** What the form of an application holds while it is typed. */
export type ActivityValues = {
  title: string;
  provider: string;
  startsOn: string | null;
  facts: StatedFacts;
  costs: CostValues[];
};

export const emptyActivity: ActivityValues = {
  title: '',
  provider: '',
  startsOn: null,
  facts: nothingStated,
  costs: [{ kind: 'fee', amountOre: null, note: '' }],
};

/** A line without an amount is not a cost yet. */
export const costsOf = (costs: readonly CostValues[]): InputOf<'funds', 'navigate'>['costs'] =>
  costs.flatMap(({ kind, amountOre, note }) => (amountOre === null ? [] : [{ kind, amountOre, note }]));
