import { z } from 'zod';
import { planStatuses } from '../domain/plan-status';
import { givers, promiseStates, receivers } from '../domain/promises';
import { talkKinds } from '../domain/talk-kinds';
import { calendarDate, call, id, schoolYear } from './core';

/** One thing that happened on a day. Every entry is a line of text on the page; ratings are told, never shown, here. */
const entry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('talk'),
    on: calendarDate,
    talkId: id,
    talkKind: z.enum(talkKinds),
    /** The team it was held with; null when it was held with her. */
    teamName: z.string().nullable(),
    leaderName: z.string(),
    isClosed: z.boolean(),
  }),
  /** Both views of a talk have been shown. */
  z.object({
    kind: z.literal('ratings'),
    on: calendarDate,
    talkId: id,
    spiderName: z.string(),
    versionNumber: z.number().int(),
    competences: z.number().int(),
  }),
  z.object({
    kind: z.literal('promise'),
    on: calendarDate,
    agreementId: id,
    talkId: id.nullable(),
    competence: z.string(),
    activity: z.string(),
    who: z.string(),
    giver: z.enum(givers),
    receiver: z.enum(receivers),
    dueOn: calendarDate,
    state: z.enum(promiseStates),
    stateReason: z.string(),
    /** Day of the talk it was followed up in. */
    markedOn: calendarDate.nullable(),
  }),
  z.object({
    kind: z.literal('plan'),
    on: calendarDate,
    planYear: schoolYear,
    status: z.enum(planStatuses),
    version: z.number().int(),
    lines: z.number().int(),
  }),
  z.object({
    kind: z.literal('signature'),
    on: calendarDate,
    documentId: id,
    documentKind: z.enum(['trainingPlan', 'minutes', 'other']),
    planYear: schoolYear.nullable(),
    version: z.number().int(),
    party: z.enum(['employee', 'leader']),
    name: z.string(),
    wording: z.enum(['agree', 'seenAndReceived']),
  }),
  /** A module of a leader's training, a course the school held itself, or what she was enrolled on, on the day it was done or begun. */
  z.object({
    kind: z.literal('course'),
    on: calendarDate,
    /** The enrolment it is told by; null for a module of the ledger and a course the school held. */
    enrolmentId: id.nullable(),
    title: z.string(),
    provider: z.string(),
    /** Null for a course without points. */
    ects: z.number().nullable(),
    isDone: z.boolean(),
    /** Ended without being passed. */
    isFailed: z.boolean(),
  }),
  /** A module of a course chain that a team solved while she was a member of it. */
  z.object({
    kind: z.literal('teamModule'),
    on: calendarDate,
    title: z.string(),
    chainTitle: z.string(),
    teamName: z.string(),
  }),
  z.object({ kind: z.literal('employment'), on: calendarDate, change: z.enum(['began', 'left']) }),
  z.object({
    kind: z.literal('team'),
    on: calendarDate,
    change: z.enum(['joined', 'left']),
    teamName: z.string(),
  }),
  z.object({
    kind: z.literal('leader'),
    on: calendarDate,
    until: calendarDate.nullable(),
    leaderName: z.string(),
  }),
  /** Dates alone: why somebody was away is nobody's business here. */
  z.object({ kind: z.literal('leave'), on: calendarDate, until: calendarDate.nullable() }),
]);
export type HistoryEntry = z.infer<typeof entry>;

const level = z.object({
  state: z.enum(['rated', 'notRated', 'notRelevant']),
  level: z.number().int().nullable(),
});

/** One wording of a spider that she was rated on. */
const version = z.object({
  id,
  spiderName: z.string(),
  number: z.number().int(),
  scaleMax: z.number().int(),
  axes: z.array(
    z.object({
      competenceId: id,
      /** The same competence through all wordings. */
      lineageId: id,
      name: z.string(),
      domain: z.string(),
      target: z.number().int(),
      /** One text a level, lowest first. */
      descriptors: z.array(z.string()),
    }),
  ),
});

/** A talk whose two views have been shown; each list is parallel to the axes of its version. */
const ratedTalk = z.object({
  talkId: id,
  heldOn: calendarDate,
  schoolYear,
  talkKind: z.enum(talkKinds),
  versionId: id,
  self: z.array(level),
  leader: z.array(level),
  /** Null where nothing else was agreed. */
  agreed: z.array(level.nullable()),
});

/** What has been through the years: of one person, a leaver too, and only what both sides have seen. */
export const history = {
  /** Newest first. */
  timeline: call(
    'leader',
    z.object({ employeeId: id }),
    z.object({
      employeeName: z.string(),
      employmentDate: calendarDate,
      leavingDate: calendarDate.nullable(),
      entries: z.array(entry),
    }),
  ),

  /** Talks with both ratings shown, oldest first, and the wordings they were made on. */
  ratings: call(
    'leader',
    z.object({ employeeId: id }),
    z.object({
      employeeName: z.string(),
      versions: z.array(version),
      talks: z.array(ratedTalk),
    }),
  ),
};
