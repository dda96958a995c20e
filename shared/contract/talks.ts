import { z } from 'zod';
import { neededStates } from '../domain/due-talks';
import { planStatuses } from '../domain/plan-status';
import { mostAreas, talkAreaParts } from '../domain/talk-areas';
import { talkKinds } from '../domain/talk-kinds';
import {
  calendarDate,
  call,
  done,
  id,
  line,
  moment,
  nothing,
  optionalLine,
  prose,
  reckonedDate,
  schoolYear,
} from './core';
import { developmentFeatures } from './development';

/** Everything whose answers show that a talk exists, or how it stands. */
const talkChanges = [
  'talks',
  'today',
  'season',
  'history',
  'overview',
  ...developmentFeatures,
  'search',
  'notes',
  'preparation',
  'handover',
  'leaders',
  'talkForms',
  'agreements',
  'trainingPlans',
  'ratings',
  'employees',
  'documents',
  'spiders',
] as const;

/** `HH:MM`, empty when not set. */
const clock = z.union([z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), z.literal('')]);
/** How long a talk takes. */
export const minutes = z.number().int().min(10).max(480);
const bothLanguages = z.object({ da: z.string(), en: z.string() });
export const talkArea = z.object({
  number: z.number().int(),
  title: bothLanguages,
  short: bothLanguages,
  questions: z.array(bothLanguages).readonly(),
  part: z.enum(talkAreaParts),
});
const raterState = z.enum(['none', 'draft', 'locked']);

/** How far both ratings of a talk are, never what they say. Not wanted when the talk has no spider. */
export const ratingStates = z.object({ wanted: z.boolean(), self: raterState, leader: raterState });

/** With whom a talk is: one employee or one team. */
export const talkPartner = {
  kind: z.enum(talkKinds),
  employeeId: id.nullable(),
  teamId: id.nullable(),
  withName: z.string(),
};

const talkRow = z.object({
  id,
  ...talkPartner,
  /** The employee's category; empty for a team. */
  categoryName: z.string(),
  leaderName: z.string(),
  heldOn: calendarDate,
  startsAt: clock,
  minutes: z.number().int(),
  isFixed: z.boolean(),
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
      /** How many of all have been talked with this school year, alone or with their team as the rule has it. */
      held: z.number().int(),
      all: z.number().int(),
      talks: z.array(talkRow),
      without: z.array(
        z.object({
          employeeId: id,
          name: z.string(),
          categoryName: z.string(),
          lastHeldOn: calendarDate.nullable(),
          dueOn: reckonedDate.nullable(),
          state: z.enum([...neededStates, 'later']),
          /** Why, in a sentence. */
          reason: bothLanguages,
        }),
      ),
    }),
  ),

  /** An employee's own talks and the team talks she took part in, newest first. */
  forEmployee: call('leader', z.object({ employeeId: id }), z.object({ talks: z.array(talkRow) })),

  /** A team's talks, newest first. */
  forTeam: call('leader', z.object({ teamId: id }), z.object({ talks: z.array(talkRow) })),

  /** What a new talk can be: leaders who hold talks, teams with their members today, and how long each kind takes. */
  choices: call(
    'leader',
    nothing,
    z.object({
      leaders: z.array(z.object({ id, name: z.string() })),
      teams: z.array(
        z.object({ id, name: z.string(), members: z.array(z.object({ id, name: z.string() })) }),
      ),
      employees: z.array(
        z.object({ id, name: z.string(), categoryName: z.string(), leaderId: id.nullable() }),
      ),
      minutes: z.record(z.enum(talkKinds), minutes),
    }),
  ),

  get: call(
    'leader',
    z.object({ id }),
    z.object({
      id,
      ...talkPartner,
      /** Own title, else the category; empty for a team. */
      role: z.string(),
      teams: z.array(z.string()),
      employmentDate: calendarDate.nullable(),
      /** Employees who take part in a talk with a team, and whether each has asked for a talk of her own this year. */
      participants: z.array(z.object({ id, name: z.string(), wantsOwnTalk: z.boolean() })),
      others: z.string(),
      leaderName: z.string(),
      leaderId: id.nullable(),
      /** The main areas of the talk's form, in order. */
      areas: z.array(talkArea).readonly(),
      formName: z.string(),
      /** A newer wording of the form is published, and nothing has been written yet. */
      canTakeNewerForm: z.boolean(),
      schoolYear,
      heldOn: calendarDate,
      startsAt: clock,
      minutes: z.number().int(),
      isFixed: z.boolean(),
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

  /** Makes a talk on the newest published spider and form of the employee or the team. */
  plan: call(
    'leader',
    z.object({
      kind: z.enum(talkKinds),
      employeeId: id.nullable(),
      teamId: id.nullable(),
      /** Who holds it; null for the responsible leader. */
      leaderId: id.nullable(),
      heldOn: calendarDate,
      startsAt: clock,
      minutes,
      place: optionalLine(120),
      /** For a talk with a team; its members on the day when not given. */
      participants: z.array(id).max(100).optional(),
    }),
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
      minutes,
      isFixed: z.boolean(),
      place: optionalLine(120),
      leaderName: line(120),
      leaderId: id.nullable(),
      others: optionalLine(500),
      /** For a talk with a team. */
      participants: z.array(id).max(100),
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
    z.object({ talkId: id, area: z.number().int().min(1).max(mostAreas), text: prose }),
    z.object({ savedAt: moment }),
    ['talks'],
  ),

  /** Asked for before anything is written in the talk; the notes belong to the form they were written in. */
  useNewestForm: call('leader', z.object({ id }), done, talkChanges),
  useNewestSpider: call('leader', z.object({ id }), done, talkChanges),

  /** Refused while an earlier promise is unmarked, or the plan part is empty without a reason (U2). */
  close: call('leader', z.object({ id, emptyPlanReason: optionalLine(500) }), done, talkChanges),
  reopen: call('leader', z.object({ id }), done, talkChanges),
  remove: call('leader', z.object({ id }), done, talkChanges),
  restore: call('leader', z.object({ id }), done, talkChanges),
};
