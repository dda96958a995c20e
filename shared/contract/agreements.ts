import { z } from 'zod';
import { matrixCodes } from '../domain/inspiration-matrix';
import { givers, origins, promiseMarks, promiseStates, receivers } from '../domain/promises';
import { calendarDate, call, done, id, moment, optionalLine, schoolYear } from './core';
import { developmentFeatures } from './development';

/** Everything whose answers show promises or plan lines. */
export const agreementChanges = [
  'agreements',
  ...developmentFeatures,
  'talks',
  'trainingPlans',
  'today',
  'documents',
  'employees',
  'season',
  'history',
  'overview',
  'search',
  'handover',
] as const;

/** The training-plan part of a promise: its matrix cell (R000-12) and the task it springs from (R000-10). */
export const planPart = {
  cell: z.enum(matrixCodes),
  priorityId: id.nullable(),
  taskKind: z.enum(['present', 'intended']),
  taskName: optionalLine(200),
};

/** Whose promise it is: one employee's or one team's. */
const subject = { employeeId: id.nullable(), teamId: id.nullable() };

export const agreement = z.object({
  id,
  ...subject,
  talkId: id.nullable(),
  /** Day of the talk it was made in, else the day it was written down. */
  madeOn: calendarDate,
  schoolYear,
  competence: z.string(),
  activity: z.string(),
  who: z.string(),
  dueOn: calendarDate,
  giver: z.enum(givers),
  receiver: z.enum(receivers),
  origin: z.enum(origins),
  state: z.enum(promiseStates),
  stateReason: z.string(),
  markedInTalkId: id.nullable(),
  /** Why it cannot be changed now; null when it can. */
  fixedBy: z.enum(['closedTalk', 'agreedPlan', 'signedPlan']).nullable(),
  plan: z
    .object({
      planId: id,
      cell: z.enum(matrixCodes),
      priorityId: id.nullable(),
      priorityName: z.string(),
      taskKind: z.enum(['present', 'intended']),
      taskName: z.string(),
    })
    .nullable(),
  createdAt: moment,
});
export type Agreement = z.infer<typeof agreement>;

/** Agreements are promises: from whom to whom, by when, and what came of them. */
export const agreements = {
  /** All of an employee's own promises, newest first. */
  forEmployee: call('leader', z.object({ employeeId: id }), z.object({ agreements: z.array(agreement) })),
  forTeam: call('leader', z.object({ teamId: id }), z.object({ agreements: z.array(agreement) })),
  /** Those made in one talk. */
  forTalk: call('leader', z.object({ talkId: id }), z.object({ agreements: z.array(agreement) })),

  /** Page one of a talk: promises made before it that are open, or were marked since the last follow-up. */
  earlier: call('leader', z.object({ talkId: id }), z.object({ agreements: z.array(agreement) })),

  /** What the form can offer: competences of the spider, the year's tasks, priorities, and how the plan stands. */
  choices: call(
    'leader',
    z.object({ ...subject, schoolYear }),
    z.object({
      /** The employee's or the team's name. */
      subjectName: z.string(),
      /** A team's members today, for “who does it”; empty for an employee. */
      members: z.array(z.string()),
      leaderName: z.string(),
      competences: z.array(z.string()),
      tasks: z.array(z.object({ kind: z.enum(['present', 'intended']), name: z.string() })),
      priorities: z.array(z.object({ id, kind: z.enum(['municipal', 'school']), name: z.string() })),
      plan: z.object({ id, status: z.enum(['draft', 'agreed', 'signed']) }).nullable(),
    }),
  ),

  /**
   * New without `id`. The four of R003-01 are required, each with its own sentence. With `plan` it becomes a line of
   * the year's training plan; task and draft plan are found or made in the same transaction. A team has no training
   * plan. In a talk it waits until the earlier promises are marked (DOMAIN 4.3).
   */
  save: call(
    'leader',
    z.object({
      id: id.optional(),
      ...subject,
      /** The talk it is made in; kept as it was when an agreement is changed. */
      talkId: id.nullable(),
      schoolYear,
      competence: optionalLine(200),
      activity: optionalLine(1000),
      who: optionalLine(200),
      dueOn: z.union([calendarDate, z.literal('')]),
      giver: z.enum(givers),
      receiver: z.enum(receivers),
      origin: z.enum(origins),
      plan: z.object(planPart).nullable(),
    }),
    z.object({ id }),
    agreementChanges,
  ),

  remove: call('leader', z.object({ id }), done, agreementChanges),
  restore: call('leader', z.object({ id }), done, agreementChanges),

  /** Says what came of a promise, with a word of why; in the talk that follows up, or between talks without one. */
  mark: call(
    'leader',
    z.object({ id, state: z.enum(promiseMarks), reason: optionalLine(1000), talkId: id.nullable() }),
    done,
    agreementChanges,
  ),
  /** Opens a promise again that was marked by mistake. */
  unmark: call('leader', z.object({ id }), done, agreementChanges),
};
