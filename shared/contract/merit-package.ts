import { z } from 'zod';
import { meritMoves, meritRoles, meritStates, meritVerdicts, requirementBases } from '../domain/merit-states';
import { calendarDate, id, line, moment, prose, reckonedDate } from './core';

/** Points (ECTS) of a requirement, a paper or a decision: whole or half. */
export const ects = z.number().min(0).max(300).multipleOf(0.5);

/** What the requirement said when the application was handed in, with how the applicant stood to it then. */
export const meritRequirement = z.object({
  name: line(),
  ects,
  beginWithinMonths: z.number().int().min(0).max(120),
  basis: z.enum(requirementBases),
  source: z.string().max(500),
  lastCheckedOn: calendarDate,
  /** Names of what the points are to cover. */
  parts: z.array(line()).max(60),
  /** Points she had already: passed, and merit granted before. */
  earned: ects,
  /** Points applied for: what was missing. */
  applied: ects,
  /** The day training must have begun at the latest; null when that is not known. */
  beginBy: reckonedDate.nullable(),
  /** Whether it had begun when the application was handed in. */
  hasBegun: z.boolean(),
});
export type MeritRequirement = z.infer<typeof meritRequirement>;

export const meritPositionPart = z.object({
  round: z.number().int().min(1).max(999),
  role: z.enum(meritRoles),
  name: line(),
  verdict: z.enum(meritVerdicts),
  ects: ects.nullable(),
  reason: z.string().trim().min(1).max(50_000),
  takenAt: moment,
});

export const meritStepPart = z.object({
  id,
  round: z.number().int().min(1).max(999),
  move: z.enum(meritMoves),
  reason: prose,
  at: moment,
});

/** Every round there has been: who said what, and why each round was begun. */
const history = {
  positions: z.array(meritPositionPart).max(500),
  steps: z.array(meritStepPart).max(2000),
};

export const meritEvidencePart = z.object({
  id,
  title: line(),
  provider: z.string().max(200),
  year: z.number().int().min(1900).max(2199).nullable(),
  ects,
  learningGoals: prose,
  /** Names of the parts it is to cover. */
  covers: z.array(line()).max(60),
  /** The attachment's id in the package; the hash says that its bytes are the ones that were sent. */
  attachment: z.object({ id, name: line(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
});

/** Parts of a `meritCase` package, by name: school to HR. */
export const meritCaseParts = z.object({
  case: z.object({
    id,
    applicantName: line(),
    applicantTitle: z.string().max(200),
    requirement: meritRequirement,
    application: prose,
    appliedOn: calendarDate,
    createdAt: moment,
  }),
  evidence: z.array(meritEvidencePart).max(200),
  history: z.object(history),
});
export type MeritCaseParts = z.infer<typeof meritCaseParts>;

/** Parts of a `meritDecision` package: HR to school. State, points and date are said, and checked against the positions. */
export const meritDecisionParts = z.object({
  decision: z.object({
    caseId: id,
    applicantName: line(),
    state: z.enum(meritStates),
    round: z.number().int().min(1).max(999),
    ects: ects.nullable(),
    decidedOn: calendarDate.nullable(),
  }),
  history: z.object(history),
});
export type MeritDecisionParts = z.infer<typeof meritDecisionParts>;
