import { z } from 'zod';
import { talkAreaParts } from '../domain/talk-areas';
import { talkKinds } from '../domain/talk-kinds';
import { calendarDate, moment, schoolYear } from './core';

/** Everything a printed page shows, frozen as JSON when the document is made (DESIGN 5). */

const bothLanguages = z.object({ da: z.string(), en: z.string() });

const spiderLevel = z.discriminatedUnion('state', [
  z.object({ state: z.literal('rated'), level: z.number().int() }),
  z.object({ state: z.literal('notRated') }),
  z.object({ state: z.literal('notRelevant') }),
]);

export const printedSpider = z.object({
  templateName: z.string(),
  templateVersion: z.number().int(),
  scaleMax: z.number().int(),
  axes: z.array(
    z.object({ competenceId: z.string(), name: z.string(), domain: z.string(), target: z.number() }),
  ),
  /** Each parallel to the axes; null where nobody has locked that view. */
  self: z.array(spiderLevel).nullable(),
  leader: z.array(spiderLevel).nullable(),
  agreed: z.array(spiderLevel).nullable(),
});
export type PrintedSpider = z.infer<typeof printedSpider>;

const head = {
  schoolName: z.string(),
  municipality: z.string(),
  employeeName: z.string(),
  /** Title or category, and team. */
  employeeRole: z.string(),
  employeeTeam: z.string(),
  leaderName: z.string(),
  leaderTitle: z.string(),
  retentionYears: z.number().int(),
};

const printedAgreement = z.object({
  competence: z.string(),
  activity: z.string(),
  who: z.string(),
  dueOn: calendarDate,
  giver: z.enum(['employee', 'leader', 'both']),
  receiver: z.enum(['employee', 'leader', 'team', 'school']),
  origin: z.enum(['need', 'wish', 'both']),
});

export const trainingPlanPrint = z.object({
  ...head,
  schoolYear,
  /** Day of the talk it was agreed at, or null when made outside a talk (R000-03). */
  talkOn: calendarDate.nullable(),
  legalBasis: z.string(),
  legalBasisSource: z.string(),
  teachingGoals: z.string(),
  spider: printedSpider.nullable(),
  lines: z.array(
    printedAgreement.extend({
      cell: z.string(),
      priority: z.string(),
      task: z.string(),
      taskKind: z.enum(['present', 'intended']),
    }),
  ),
});
export type TrainingPlanPrint = z.infer<typeof trainingPlanPrint>;

export const minutesPrint = z.object({
  ...head,
  /** Minutes issued before there were other kinds are of a MUS, in its six areas. */
  kind: z.enum(talkKinds).optional(),
  /** Who took part beside the leader, in a talk with a team; and others, in plain words. */
  participants: z.array(z.string()).optional(),
  others: z.string().optional(),
  heldOn: calendarDate,
  startsAt: z.string(),
  place: z.string(),
  purpose: z.string(),
  agenda: z.string(),
  notForDiscussion: z.string(),
  areas: z.array(
    z.object({
      number: z.number().int(),
      title: bothLanguages.optional(),
      part: z.enum(talkAreaParts).optional(),
      text: z.string(),
    }),
  ),
  /** What a team said of itself in common, where it did. */
  teamLevels: z
    .array(z.object({ name: z.string(), domain: z.string(), target: z.number(), level: spiderLevel }))
    .optional(),
  /** Notes and evidence from the year that the talk took up (U9). */
  notes: z.array(z.object({ writtenOn: calendarDate, text: z.string() })).optional(),
  followUp: z.array(
    printedAgreement.extend({
      state: z.enum(['open', 'kept', 'partly', 'notKept', 'dropped']),
      reason: z.string(),
    }),
  ),
  agreements: z.array(printedAgreement),
  emptyPlanReason: z.string(),
});
export type MinutesPrint = z.infer<typeof minutesPrint>;

export const spiderSheetPrint = z.object({
  ...head,
  heldOn: calendarDate,
  spider: printedSpider,
  comments: z.array(
    z.object({ competence: z.string(), self: z.string(), leader: z.string(), agreed: z.string() }),
  ),
});
export type SpiderSheetPrint = z.infer<typeof spiderSheetPrint>;

const cardSide = z.object({ level: z.number().int(), text: z.string() });

export const disagreementCardsPrint = z.object({
  ...head,
  heldOn: calendarDate,
  cards: z.array(
    z.object({
      competenceId: z.string(),
      name: z.string(),
      self: cardSide,
      leader: cardSide,
      questions: z.array(bothLanguages).readonly(),
    }),
  ),
});
export type DisagreementCardsPrint = z.infer<typeof disagreementCardsPrint>;

export const recoveryCodePrint = z.object({
  schoolName: z.string(),
  code: z.string(),
  createdOn: calendarDate,
});
export type RecoveryCodePrint = z.infer<typeof recoveryCodePrint>;

export const printedSignature = z.object({
  party: z.enum(['employee', 'leader']),
  name: z.string(),
  method: z.enum(['drawn', 'typed']),
  /** SVG path data in a 600 × 200 box, empty when typed. */
  drawing: z.string(),
  wording: z.enum(['agree', 'seenAndReceived']),
  signedAt: moment,
});
export type PrintedSignature = z.infer<typeof printedSignature>;

/** What the print window is handed beside the content: version, fingerprint and signatures stand at the foot. */
export type PrintFrame<T> = {
  content: T;
  version: number;
  /** First 16 hex digits of the content's SHA-256, in groups of four. */
  fingerprint: string;
  createdAt: string;
  signatures: readonly PrintedSignature[];
};
