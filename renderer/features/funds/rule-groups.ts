import type { FundRuleKind } from '@shared/domain/funds/fund-rules';

/** What the rules of a fund are about, in the order a person asks: who, for what, how much, when, how. */
export const ruleGroups = [
  { key: 'who', kinds: ['admitted', 'employers', 'employment', 'notUnderNotice'] },
  {
    key: 'what',
    kinds: [
      ...(['maxDays', 'focus', 'providers', 'levels', 'preferredLevels'] as const),
      ...(['formal', 'planLine', 'notCompulsory'] as const),
    ],
  },
  { key: 'money', kinds: ['share', 'cap', 'costKinds', 'substituteCover', 'exVat'] },
  { key: 'when', kinds: ['earliest', 'latest', 'upload', 'windows', 'answer', 'repayment'] },
  { key: 'how', kinds: ['signers', 'maxApplications', 'group', 'directLink', 'canBeEmpty', 'note'] },
] as const satisfies readonly { key: string; kinds: readonly FundRuleKind[] }[] as readonly {
  readonly key: 'who' | 'what' | 'money' | 'when' | 'how';
  readonly kinds: readonly FundRuleKind[];
}[];
