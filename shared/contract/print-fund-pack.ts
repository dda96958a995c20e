import { z } from 'zod';
import { statedFacts } from '../domain/funds/fund-facts';
import { costKinds, fundApplicationStates } from '../domain/funds/fund-words';
import { calendarDate } from './core';
import { fundAssessment } from './fund-assessment';

const bothLanguages = z.object({ da: z.string(), en: z.string() });

/** Everything the attachment of a fund application shows, frozen as JSON when it is made. Amounts are øre. */
export const fundPackPrint = z.object({
  schoolName: z.string(),
  municipality: z.string(),
  retentionYears: z.number().int(),
  employeeName: z.string(),
  employeeRole: z.string(),
  leaderName: z.string(),
  leaderTitle: z.string(),
  fundName: z.string(),
  area: z.string(),
  /** The day everything below was reckoned. */
  madeOn: calendarDate,
  title: z.string(),
  provider: z.string(),
  startsOn: calendarDate,
  facts: statedFacts,
  /** The line of her plan it fulfils; null without one. */
  planLine: z.object({ activity: z.string(), competence: z.string(), dueOn: calendarDate }).nullable(),
  costs: z.array(z.object({ kind: z.enum(costKinds), amountOre: z.number().int(), note: z.string() })),
  assessment: fundAssessment,
  /** Every rule in a sentence with its source, and the set they stand in. */
  rules: z.array(z.object({ name: bothLanguages, text: bothLanguages, source: z.string() })),
  set: z.object({
    validFrom: calendarDate,
    validTo: calendarDate.nullable(),
    source: z.string(),
    lastCheckedOn: calendarDate,
  }),
  /** What has been done and when, oldest first. */
  steps: z.array(z.object({ state: z.enum(fundApplicationStates), onDate: calendarDate })),
});
export type FundPackPrint = z.infer<typeof fundPackPrint>;
