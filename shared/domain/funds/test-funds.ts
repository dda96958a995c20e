import { readFileSync } from 'node:fs';
import { assessFund, type FundAssessment } from './assess-fund';
import type { FundCalendar } from './fund-calendar';
import { type FundFacts, nothingStated } from './fund-facts';
import type { FundAmounts, Grant } from './fund-money';
import { type FundRule, type FundRuleKind, type FundRuleSet, fundRuleSet } from './fund-rules';

type Shipped = { funds: { name: string; sets: unknown[] }[] };

/** The rule sets that come with the application, by area (the fund's name where it has only one). */
export const shippedSets: ReadonlyMap<string, FundRuleSet> = new Map(
  (JSON.parse(readFileSync('resources/funds.json', 'utf8')) as Shipped).funds.flatMap(({ name, sets }) =>
    sets.map((given) => {
      const set = fundRuleSet.parse(given);
      return [set.area || name, set] as const;
    }),
  ),
);

export const setNames = {
  own: 'Skolens generelle pulje',
  vii: 'Fondsområde VII – lærere',
  hk: 'HK Kommunal',
  hk100: 'HK Kommunal – puljer med 100 %',
  bupl: 'BUPL – pædagoger',
  ac: 'Akademikerne',
  others: 'Øvrige områder',
  state: 'LC-puljen',
} as const;
export type SetName = keyof typeof setNames;

export function theSet(name: SetName): FundRuleSet {
  const set = shippedSets.get(setNames[name]);
  if (!set) throw new Error(`resources/funds.json has no set ${setNames[name]}`);
  return set;
}

const kroner = (amount: number) => amount * 100;
export const fee = (amount: number) => ({ kind: 'fee' as const, amountOre: kroner(amount) });

const ordinary: FundFacts = {
  ...nothingStated,
  employer: 'municipal',
  employment: 'ordinary',
  isUnderNotice: false,
  includesVat: false,
  isPoolOpen: true,
  compulsory: 'no',
  isFormal: true,
  days: 5,
  provider: 'public',
  startsOn: '2027-02-01',
  costs: [fee(10_000)],
  hasPlanLine: true,
  sentOn: null,
  uploadedOn: null,
  otherApplications: 0,
};

/** Somebody each set admits, with everything said. */
export const fitting: Readonly<Record<SetName, FundFacts>> = {
  own: { ...ordinary, staffGroup: 'teaching', level: 'diploma' },
  vii: { ...ordinary, unionArea: 'lc', level: 'subjectCourse', focus: 'didactics' },
  hk: { ...ordinary, unionArea: 'hk', staffGroup: 'adminTech', level: 'academy', costs: [fee(11_200)] },
  hk100: { ...ordinary, unionArea: 'hk', level: 'academy' },
  bupl: { ...ordinary, unionArea: 'bupl', level: 'diploma' },
  ac: { ...ordinary, unionArea: 'ac', level: 'diploma' },
  others: { ...ordinary, unionArea: 'foa', level: 'amu' },
  state: {
    ...ordinary,
    employer: 'state',
    unionArea: 'lc',
    level: 'diploma',
    url: 'https://kursus.example/modul',
  },
};

/** A window that is open on the day most cases are held on, for the state fund, which ships without dates. */
export const openWindow: FundRule = {
  kind: 'windows',
  source: 'Vinduer 2026',
  windows: [
    { opensOn: '2026-11-20', closesOn: '2026-11-26' },
    { opensOn: '2027-01-11', closesOn: '2027-01-17' },
  ],
};

export type Expected = {
  /** Exactly these refuse; none means it fits. */
  refused?: readonly Verdictname[];
  warning?: readonly Verdictname[];
  unknown?: readonly Verdictname[];
  /** At least these are said to be met. */
  met?: readonly FundRuleKind[];
  amounts?: Partial<Record<'fund' | 'workplace' | 'applicable' | 'left', number>>;
  notPaid?: readonly string[];
  calendar?: Partial<FundCalendar>;
  signers?: number;
  outdated?: boolean;
};
type Verdictname = FundRuleKind | 'validity';

export type FundCase = {
  readonly name: string;
  readonly set: SetName;
  /** Rules put in the place of the set's own of the same kind. */
  readonly edit?: readonly FundRule[];
  readonly facts?: Partial<FundFacts>;
  readonly grants?: readonly Grant[];
  /** 23 November 2026 when nothing else is said. */
  readonly today?: string;
  readonly expect: Expected;
};

/** The set of a case, with its own rules in place; `change` is what a control does to them. */
export function rulesOf({ set, edit = [] }: FundCase): FundRule[] {
  const kinds = new Set(edit.map(({ kind }) => kind));
  return [...theSet(set).rules.filter(({ kind }) => !kinds.has(kind)), ...edit];
}

export function assess(one: FundCase, change = (rules: FundRule[]) => rules): FundAssessment {
  const set = { ...theSet(one.set), rules: change(rulesOf(one)) };
  return assessFund(
    set,
    { ...fitting[one.set], ...one.facts },
    { today: one.today ?? '2026-11-23', grants: one.grants ?? [] },
  );
}

const ore = (amount: number | null) => (amount === null ? null : amount / 100);
const amountsIn = ({ fundOre, workplaceOre, applicableOre, capLeftOre }: FundAmounts) => ({
  fund: ore(fundOre),
  workplace: ore(workplaceOre),
  applicable: ore(applicableOre),
  left: ore(capLeftOre),
});

/** What the case expects, and what it got, in the same words: equal when it holds. Amounts in kroner. */
export function comparison({ expect }: FundCase, got: FundAssessment): [wanted: object, found: object] {
  const by = (outcome: 'refused' | 'warning' | 'unknown') => [
    ...new Set(got.verdicts.filter((one) => one.outcome === outcome).map(({ rule }) => rule)),
  ];
  const only = <T extends object>(wanted: T, found: object) =>
    Object.fromEntries(Object.keys(wanted).map((key) => [key, (found as Record<string, unknown>)[key]]));
  const met = expect.met ?? [];
  const saidMet = new Set(got.verdicts.filter(({ outcome }) => outcome === 'met').map(({ rule }) => rule));
  return [
    {
      fits: (expect.refused ?? []).length === 0,
      refused: expect.refused ?? [],
      warning: expect.warning ?? by('warning'),
      unknown: expect.unknown ?? by('unknown'),
      met,
      amounts: expect.amounts ?? {},
      notPaid: expect.notPaid ?? got.amounts.notPaid.map(({ kind }) => kind),
      calendar: expect.calendar ?? {},
      signers: expect.signers ?? got.signers.length,
      outdated: expect.outdated ?? got.outdated !== null,
    },
    {
      fits: got.fits,
      refused: by('refused'),
      warning: by('warning'),
      unknown: by('unknown'),
      met: met.filter((kind) => saidMet.has(kind)),
      amounts: only(expect.amounts ?? {}, amountsIn(got.amounts)),
      notPaid: got.amounts.notPaid.map(({ kind }) => kind),
      calendar: only(expect.calendar ?? {}, got.calendar),
      signers: got.signers.length,
      outdated: got.outdated !== null,
    },
  ];
}
