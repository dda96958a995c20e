import { fundRuleKinds } from '@shared/domain/funds/fund-rules';
import { expect, it } from 'vitest';
import { ruleGroups } from './rule-groups';

it('puts every kind of rule into one group', () => {
  expect(ruleGroups.flatMap(({ kinds }) => [...kinds]).sort()).toEqual([...fundRuleKinds].sort());
});
