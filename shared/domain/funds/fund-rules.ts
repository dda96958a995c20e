import { z } from 'zod';
import type { Period } from '../employment';
import { mostOre } from '../money';
import {
  courseFocuses,
  courseLevels,
  employers,
  employments,
  providerKinds,
  signers,
  staffGroups,
  unionAreas,
} from './fund-facts';
import { costKinds } from './fund-words';

const day = z.iso.date().refine((date) => date >= '1900-01-01' && date <= '2199-12-31');
const source = z.string().trim().min(1).max(500);
const ore = z.number().int().min(1).max(mostOre);
/** `must` refuses what does not fit; `should` warns. */
const strength = z.enum(['must', 'should']);
const several = <T extends readonly [string, ...string[]]>(words: T) =>
  z.array(z.enum(words)).min(1).max(words.length);

const rule = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), source, ...shape });

/**
 * One rule of a fund, with where it is from. Every number, date and list a fund decides stands here, so that a school can
 * put right what has changed; code knows only what to do with it.
 */
export const fundRule = z.discriminatedUnion('kind', [
  /** Agreements that are admitted; null is everybody (R002-24). */
  rule('admitted', { unionAreas: several(unionAreas).nullable() }),
  rule('employers', { employers: several(employers) }),
  /** Kinds of post that are not admitted. */
  rule('employment', { refused: several(employments) }),
  rule('notUnderNotice', {}),
  rule('maxDays', { days: z.number().int().min(1).max(1000) }),
  rule('focus', { focuses: several(courseFocuses), strength }),
  rule('providers', { providers: several(providerKinds), strength }),
  /** The positive list. */
  rule('levels', { levels: several(courseLevels) }),
  /** What a group of staff primarily uses it for; one per group (R002-27 … 29). */
  rule('preferredLevels', { staffGroup: z.enum(staffGroups), levels: several(courseLevels) }),
  rule('formal', { strength }),
  rule('planLine', {}),
  rule('notCompulsory', {}),
  rule('costKinds', { kinds: several(costKinds) }),
  /** Substitute cover is paid beside the kinds of cost above. */
  rule('substituteCover', {}),
  rule('exVat', { vatPercent: z.number().min(1).max(50) }),
  rule('share', { percent: z.number().int().min(1).max(100) }),
  /** The most granted to a person within twelve months, or in a calendar year; other levels may have a higher cap. */
  rule('cap', {
    period: z.enum(['rolling', 'calendarYear']),
    /** Length of a rolling period; a calendar year has its own. */
    months: z.number().int().min(1).max(60),
    capOre: ore,
    higher: z.object({ levels: several(courseLevels), capOre: ore }).nullable(),
  }),
  rule('earliest', { months: z.number().int().min(1).max(60) }),
  /** Applied for so many days before the start; 1 is the day before. */
  rule('latest', { days: z.number().int().min(0).max(365) }),
  /** Days from the application to the upload of the signed form. */
  rule('upload', { days: z.number().int().min(1).max(365) }),
  rule('signers', { signers: several(signers) }),
  rule('windows', { windows: z.array(z.object({ opensOn: day, closesOn: day })).max(60) }),
  rule('maxApplications', { count: z.number().int().min(1).max(100) }),
  rule('answer', { fromDays: z.number().int().min(0).max(365), toDays: z.number().int().min(0).max(365) }),
  rule('group', { from: z.number().int().min(2).max(1000) }),
  /** When there is no place on the course the grant goes back; the fund writes so many days before the start. */
  rule('repayment', { noticeDays: z.number().int().min(0).max(365) }),
  rule('canBeEmpty', {}),
  rule('directLink', {}),
  /** Something to know that no fact decides. */
  rule('note', { text: z.string().trim().min(1).max(1000) }),
]);
export type FundRule = z.infer<typeof fundRule>;
export type FundRuleKind = FundRule['kind'];
export type RuleOf<K extends FundRuleKind> = Extract<FundRule, { kind: K }>;

/** In the order they are read: who, what, how much, when, and what else to know. */
export const fundRuleKinds = fundRule.options.map(({ shape }) => shape.kind.value);

/** A set may say these more than once; of every other kind it has one. */
const repeatable: readonly FundRuleKind[] = ['preferredLevels', 'note'];

const ruleName = (one: FundRule) =>
  one.kind === 'preferredLevels' ? `preferredLevels ${one.staffGroup}` : one.kind;

/** The rules of a set; two that could contradict each other are refused. */
export const fundRuleList = z
  .array(fundRule)
  .max(60)
  .refine((rules) => twice(rules) === null);

/** The first rule that stands twice where it may stand once; null when all is well. */
export function twice(rules: readonly FundRule[]): FundRuleKind | null {
  const seen = new Set<string>();
  for (const one of rules) {
    if (one.kind === 'note') continue;
    if (seen.has(ruleName(one))) return one.kind;
    seen.add(ruleName(one));
  }
  return null;
}

/** Which kinds can be added to these rules. */
export const addableKinds = (rules: readonly FundRule[]): FundRuleKind[] =>
  fundRuleKinds.filter((kind) => repeatable.includes(kind) || !rules.some((one) => one.kind === kind));

/** What a fund pays for, in an area of it and a period: dated data with its sources. */
export const fundRuleSet = z.object({
  /** The fund's area or pool; empty when it has only one. */
  area: z.string().trim().max(200),
  validFrom: day,
  validTo: day.nullable(),
  source: z.string().trim().min(1).max(2000),
  lastCheckedOn: day,
  /** From this day the set warns until somebody has compared it with its source. */
  checkAgainOn: day,
  rules: fundRuleList,
});
export type FundRuleSet = z.infer<typeof fundRuleSet>;

export const setPeriod = ({
  validFrom: fromDate,
  validTo: toDate,
}: Pick<FundRuleSet, 'validFrom' | 'validTo'>): Period => ({ fromDate, toDate });

/** Whether the set must be compared with its source again. */
export const isOutdated = ({ checkAgainOn }: Pick<FundRuleSet, 'checkAgainOn'>, today: string): boolean =>
  checkAgainOn <= today;

/** The set's rule of a kind that stands once. */
export function ruleOf<K extends FundRuleKind>(rules: readonly FundRule[], kind: K): RuleOf<K> | undefined {
  return rules.find((one): one is RuleOf<K> => one.kind === kind);
}
