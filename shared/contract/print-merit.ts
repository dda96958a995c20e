import { z } from 'zod';
import { meritMoves, meritRoles, meritVerdicts } from '../domain/merit-states';
import { calendarDate } from './core';
import { ects, meritRequirement } from './merit-package';

/** Everything the decision letter of a merit case shows, frozen as JSON when it is made. Points are ECTS. */
export const meritLetterPrint = z.object({
  /** The office it comes from: the school, or HR. */
  schoolName: z.string(),
  municipality: z.string(),
  retentionYears: z.number().int(),
  /** What the years are counted from: at a school her leaving, at HR the decision. */
  keptFrom: z.enum(['leaving', 'decision']),
  applicantName: z.string(),
  applicantTitle: z.string(),
  /** Where the applicant works. */
  applicantSchool: z.string(),
  appliedOn: calendarDate.nullable(),
  decidedOn: calendarDate,
  state: z.enum(['granted', 'partly', 'refused']),
  round: z.number().int(),
  /** Why there was another round; null in the first. */
  begun: z.object({ move: z.enum(meritMoves), reason: z.string() }).nullable(),
  requirement: meritRequirement,
  /** Points granted. */
  ects,
  evidence: z.array(
    z.object({
      title: z.string(),
      provider: z.string(),
      year: z.number().int().nullable(),
      ects,
      covers: z.array(z.string()),
    }),
  ),
  positions: z.array(
    z.object({
      role: z.enum(meritRoles),
      name: z.string(),
      verdict: z.enum(meritVerdicts),
      ects: ects.nullable(),
      reason: z.string(),
      takenOn: calendarDate,
    }),
  ),
});
export type MeritLetterPrint = z.infer<typeof meritLetterPrint>;
