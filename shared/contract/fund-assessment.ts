import { z } from 'zod';
import { signers } from '../domain/funds/fund-facts';
import { fundRuleKinds } from '../domain/funds/fund-rules';
import { costKinds } from '../domain/funds/fund-words';
import { outcomes } from '../domain/funds/verdict';
import { calendarDate, reckonedDate } from './core';

const bothLanguages = z.object({ da: z.string(), en: z.string() });
const ore = z.number().int();
const window = z.object({ opensOn: calendarDate, closesOn: calendarDate });

/** What a rule set says of an application on a day. */
export const fundAssessment = z.object({
  fits: z.boolean(),
  verdicts: z
    .array(
      z.object({
        rule: z.enum([...fundRuleKinds, 'validity']),
        outcome: z.enum(outcomes),
        text: bothLanguages,
        source: z.string(),
      }),
    )
    .readonly(),
  amounts: z.object({
    totalOre: ore,
    applicableOre: ore,
    fundOre: ore,
    workplaceOre: ore,
    capOre: ore.nullable(),
    capLeftOre: ore.nullable(),
    overCapOre: ore,
    counted: z.array(z.object({ grantedOn: calendarDate, amountOre: ore, freeOn: reckonedDate })).readonly(),
    notPaid: z
      .array(
        z.object({
          rule: z.enum(['costKinds', 'exVat']),
          kind: z.enum(costKinds),
          amountOre: ore,
          text: bothLanguages,
          source: z.string(),
        }),
      )
      .readonly(),
  }),
  calendar: z.object({
    earliestOn: reckonedDate.nullable(),
    latestOn: reckonedDate.nullable(),
    uploadBy: reckonedDate.nullable(),
    windows: z.array(window).readonly(),
    answerBy: reckonedDate.nullable(),
    repaymentNoticeOn: reckonedDate.nullable(),
  }),
  signers: z.array(z.enum(signers)).readonly(),
  /** The set has to be compared with its source again. */
  outdated: bothLanguages.nullable(),
});
export type FundAssessmentAnswer = z.infer<typeof fundAssessment>;
