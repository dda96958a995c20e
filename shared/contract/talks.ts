import { z } from 'zod';
import { planStatuses } from '../domain/plan-status';
import {
  calendarDate,
  call,
  done,
  id,
  line,
  moment,
  optionalLine,
  prose,
  reckonedDate,
  schoolYear,
} from './core';

/** Everything whose answers show that a talk exists, or how it stands. */
const talkChanges = [
  'talks',
  'today',
  'agreements',
  'trainingPlans',
  'ratings',
  'employees',
  'documents',
  'spiders',
] as const;

/** `HH:MM`, empty when not set. */
const clock = z.union([z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), z.literal('')]);
const raterState = z.enum(['none', 'draft', 'locked']);

/** How far both ratings of a talk are, never what they say. Not wanted when the talk has no spider. */
export const ratingStates = z.object({ wanted: z.boolean(), self: raterState, leader: raterState });

const talkRow = z.object({
  id,
  employeeId: id,
  employeeName: z.string(),
  categoryName: z.string(),
  heldOn: calendarDate,
  startsAt: clock,
  place: z.string(),
  closedAt: moment.nullable(),
  ratings: ratingStates,
  /** Earlier promises nobody has marked yet. */
  unmarked: z.number().int(),
});

export const talks = {
  /** The talks of a school year by date, and current staff without one, most urgent first. */
  list: call(
    'leader',
    z.object({ schoolYear }),
    z.object({
      season: z.object({ first: reckonedDate, last: reckonedDate }),
      talks: z.array(talkRow),
      without: z.array(
        z.object({
          employeeId: id,
          name: z.string(),
          categoryName: z.string(),
          lastHeldOn: calendarDate.nullable(),
          dueOn: reckonedDate.nullable(),
          state: z.enum(['overdue', 'never', 'inSeason', 'later']),
        }),
      ),
    }),
  ),

  /** An employee's talks, newest first. */
  forEmployee: call('leader', z.object({ employeeId: id }), z.object({ talks: z.array(talkRow) })),

  get: call(
    'leader',
    z.object({ id }),
    z.object({
      id,
      kind: z.literal('MUS'),
      employeeId: id,
      employeeName: z.string(),
      /** Own title, else the category. */
      role: z.string(),
      teams: z.array(z.string()),
      employmentDate: calendarDate,
      leaderName: z.string(),
      schoolYear,
      heldOn: calendarDate,
      startsAt: clock,
      place: z.string(),
      purpose: z.string(),
      agenda: z.string(),
      notForDiscussion: z.string(),
      horizonMonths: z.number().int(),
      templateVersionId: id.nullable(),
      spiderName: z.string(),
      /** A newer wording of the spider is published, and no rating has begun on the old one. */
      canTakeNewerSpider: z.boolean(),
      emptyPlanReason: z.string(),
      createdAt: moment,
      closedAt: moment.nullable(),
      notes: z.array(z.object({ area: z.number().int(), text: z.string(), updatedAt: moment })),
      ratings: ratingStates,
      earlier: z.number().int(),
      unmarked: z.number().int(),
      /** Agreements made in this talk. */
      agreements: z.number().int(),
      planId: id.nullable(),
      planStatus: z.enum(planStatuses),
      planLines: z.number().int(),
      previousTalkOn: calendarDate.nullable(),
    }),
  ),

  /** Makes a talk on the newest published version of the spider of the employee's category. */
  plan: call(
    'leader',
    z.object({ employeeId: id, heldOn: calendarDate, startsAt: clock, place: optionalLine(120) }),
    z.object({ id }),
    talkChanges,
  ),

  /** Date, place and what the invitation says (R003-08). */
  save: call(
    'leader',
    z.object({
      id,
      heldOn: calendarDate,
      startsAt: clock,
      place: optionalLine(120),
      leaderName: line(120),
      purpose: prose,
      agenda: prose,
      notForDiscussion: prose,
    }),
    done,
    talkChanges,
  ),

  /** Text of a main area; answered only when it is on the disk. */
  saveNote: call(
    'leader',
    z.object({ talkId: id, area: z.number().int().min(1).max(6), text: prose }),
    z.object({ savedAt: moment }),
    ['talks'],
  ),

  useNewestSpider: call('leader', z.object({ id }), done, talkChanges),

  /** Refused while an earlier promise is unmarked, or the plan part is empty without a reason (U2). */
  close: call('leader', z.object({ id, emptyPlanReason: optionalLine(500) }), done, talkChanges),
  reopen: call('leader', z.object({ id }), done, talkChanges),
  remove: call('leader', z.object({ id }), done, talkChanges),
  restore: call('leader', z.object({ id }), done, talkChanges),
};
