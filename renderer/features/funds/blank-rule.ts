import type { FundRule, FundRuleKind } from '@shared/domain/funds/fund-rules';

/** A rule to begin with, in the numbers most funds have; lists begin empty and have to be filled in. */
const blanks: { readonly [K in FundRuleKind]: Omit<Extract<FundRule, { kind: K }>, 'kind' | 'source'> } = {
  admitted: { unionAreas: null },
  employers: { employers: [] },
  employment: { refused: [] },
  notUnderNotice: {},
  maxDays: { days: 6 },
  focus: { focuses: [], strength: 'should' },
  providers: { providers: [], strength: 'must' },
  levels: { levels: [] },
  preferredLevels: { staffGroup: 'teaching', levels: [] },
  formal: { strength: 'should' },
  planLine: {},
  notCompulsory: {},
  costKinds: { kinds: ['fee', 'materials'] },
  substituteCover: {},
  exVat: { vatPercent: 25 },
  share: { percent: 80 },
  cap: { period: 'rolling', months: 12, capOre: 3_000_000, higher: null },
  earliest: { months: 9 },
  latest: { days: 1 },
  upload: { days: 40 },
  signers: { signers: ['applicant', 'leader'] },
  windows: { windows: [] },
  maxApplications: { count: 2 },
  answer: { fromDays: 14, toDays: 31 },
  group: { from: 5 },
  repayment: { noticeDays: 7 },
  canBeEmpty: {},
  directLink: {},
  note: { text: '' },
};

export const blankRule = (kind: FundRuleKind): FundRule =>
  ({ kind, source: '', ...blanks[kind] }) as FundRule;
