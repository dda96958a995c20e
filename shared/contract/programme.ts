import { z } from 'zod';
import {
  activityForms,
  activityKinds,
  activityLevels,
  activityQualifications,
  focusTags,
} from '../domain/activities';
import { mostOre } from '../domain/money';
import { expertReasons } from '../domain/programme-match';
import { origins } from '../domain/promises';
import { agreementChanges, planPart } from './agreements';
import { calendarDate, call, done, id, line, moment, nothing, optionalLine, prose, schoolYear } from './core';
import { developmentChanges as changes } from './development';

/** Whole øre. */
const money = z.number().int().min(0).max(mostOre);
const count = z.number().int().min(0);
const seats = z.number().int().min(1).max(100_000);

export const runStates = ['open', 'confirmed', 'cancelled'] as const;

const runFacts = {
  startsOn: calendarDate,
  endsOn: calendarDate,
  signUpBy: calendarDate.nullable(),
  place: optionalLine(),
  /** Null when they are not limited or not known. */
  seats: seats.nullable(),
  /** “Oprettes ved nok tilmeldte” (R001-15): how many it takes; null when it is held in any case. */
  minimumSeats: seats.nullable(),
};
const run = z.object({
  id,
  ...runFacts,
  /** Day by day where they are known; else the whole period counts. */
  days: z.array(calendarDate),
  state: z.enum(runStates),
  /** How many hold a seat: enrolled, under way or through. */
  taken: count,
});
export type ProgrammeRun = z.infer<typeof run>;

const nextRun = z.object({
  startsOn: calendarDate,
  endsOn: calendarDate,
  place: z.string(),
  /** Seats left; null when they are not limited or not known. */
  left: z.number().int().nullable(),
  minimumSeats: z.number().int().nullable(),
  state: z.enum(runStates),
});

const itemFacts = {
  title: line(),
  description: prose,
  kind: z.enum(activityKinds),
  level: z.enum(activityLevels),
  form: z.enum(activityForms),
  /** Empty for what the school does itself (R001-06). */
  provider: optionalLine(),
  targetGroup: optionalLine(500),
  url: optionalLine(2000),
  ects: z.number().min(0).max(300).nullable(),
  qualification: z.enum(activityQualifications),
  subject: optionalLine(),
  /** Demanded by law or by the post, so that some funds do not pay (R002-27). */
  isCompulsory: z.boolean(),
  /** Per participant. */
  feeOre: money.nullable(),
  materialsOre: money.nullable(),
  days: z.number().int().min(0).max(1000).nullable(),
  /** Springs from the school's common foundation, MÅLET (R002-21 b). */
  isFromFoundation: z.boolean(),
  /** The management's decision it springs from (R002-21 c); else empty. */
  strategicDecision: optionalLine(500),
  /** False while it is asked for and nobody offers it. */
  isOffered: z.boolean(),
};

const competence = z.object({ lineageId: id, name: z.string() });

const row = z.object({
  id,
  title: z.string(),
  kind: z.enum(activityKinds),
  level: z.enum(activityLevels),
  form: z.enum(activityForms),
  provider: z.string(),
  ects: z.number().nullable(),
  qualification: z.enum(activityQualifications),
  subject: z.string(),
  feeOre: z.number().int().nullable(),
  nextRun: nextRun.nullable(),
  tags: z.array(z.enum(focusTags)),
  lineageIds: z.array(id),
  isFromFoundation: z.boolean(),
  strategicDecision: z.string(),
  /** How many of the school year's plans ask for it (R002-21 a). */
  plans: count,
  isOffered: z.boolean(),
  updatedAt: moment,
});
export type ProgrammeRow = z.infer<typeof row>;

const match = z.object({
  itemId: id,
  title: z.string(),
  provider: z.string(),
  kind: z.enum(activityKinds),
  level: z.enum(activityLevels),
  feeOre: z.number().int().nullable(),
  nextRun: nextRun.nullable(),
  isOffered: z.boolean(),
  /** It works at a level that is hers. */
  fitsLevel: z.boolean(),
  /** Her agreement of the year that already asks for it. */
  askedBy: id.nullable(),
});
export type ProgrammeMatch = z.infer<typeof match>;

/** The development programme: what the school offers its staff to learn (R002-20 … R002-23). */
export const programme = {
  /** Every item, lean, in the order of titles. */
  list: call(
    'leader',
    z.object({ schoolYear }),
    z.object({
      items: z.array(row),
      /** Competences the items lift, by their present names. */
      competences: z.array(competence),
      /** “Senest opdateret”; null while there has never been an item. */
      updatedAt: moment.nullable(),
    }),
  ),

  get: call(
    'leader',
    z.object({ id, schoolYear }),
    z.object({
      id,
      ...itemFacts,
      title: z.string(),
      tags: z.array(z.enum(focusTags)),
      competences: z.array(competence),
      runs: z.array(run),
      plans: count,
      /** Whose plans ask for it this year. */
      askers: z.array(z.object({ agreementId: id, employeeId: id.nullable(), name: z.string() })),
      updatedAt: moment,
    }),
  ),

  /** What the form can offer: competences of the published spiders, the school's priorities, subjects and providers. */
  choices: call(
    'leader',
    nothing,
    z.object({
      competences: z.array(competence.extend({ spiderName: z.string(), domain: z.string() })),
      priorities: z.array(z.object({ id, kind: z.enum(['municipal', 'school']), name: z.string() })),
      subjects: z.array(z.string()),
      providers: z.array(z.string()),
    }),
  ),

  save: call(
    'leader',
    z.object({
      id: id.optional(),
      ...itemFacts,
      lineageIds: z.array(id).max(100),
      tags: z.array(z.enum(focusTags)).max(focusTags.length),
    }),
    z.object({ id }),
    changes,
  ),
  remove: call('leader', z.object({ id }), done, changes),
  restore: call('leader', z.object({ id }), done, changes),

  /** A holding of an item. */
  saveRun: call(
    'leader',
    z.object({ id: id.optional(), itemId: id, ...runFacts, days: z.array(calendarDate).max(400) }),
    z.object({ id }),
    changes,
  ),
  /** Confirmed when it is sure to be held; cancelled when it is not held; open again. */
  setRunState: call('leader', z.object({ id, state: z.enum(runStates) }), done, changes),
  removeRun: call('leader', z.object({ id }), done, changes),
  restoreRun: call('leader', z.object({ id }), done, changes),

  /**
   * From gap to action (R002-22): the gaps of the latest talk whose two views have been shown, biggest first, each with
   * the items that lift the competence, best match first.
   */
  forEmployee: call(
    'leader',
    z.object({ employeeId: id, talkId: id.nullable(), schoolYear }),
    z.object({
      /** Day of the talk the gaps are from; null when no ratings have been shown. */
      ratedOn: calendarDate.nullable(),
      gaps: z.array(
        z.object({
          lineageId: id,
          name: z.string(),
          domain: z.string(),
          target: z.number(),
          /** What the two agreed on, else the leader's. */
          level: z.number(),
          /** Target − level, in levels. */
          gap: z.number(),
          matches: z.array(match),
        }),
      ),
      /** The year's tasks a need can arise from (R000-10). */
      tasks: z.array(z.object({ kind: z.enum(['present', 'intended']), name: z.string() })),
      /** Why nothing can be added now; null when it can. */
      fixedBy: z.enum(['closedTalk', 'agreedPlan', 'signedPlan', 'followUp']).nullable(),
    }),
  ),

  /**
   * One click: an agreement, its line of the year's plan and the request for the item, in one transaction and by the
   * same rules as `agreements.save`. Refuses `conflict` when an agreement of the year asks for the item already.
   */
  addToPlan: call(
    'leader',
    z.object({
      itemId: id,
      employeeId: id,
      talkId: id.nullable(),
      schoolYear,
      competence: optionalLine(),
      origin: z.enum(origins),
      /** Without it: the school's priorities, and the task that is named. */
      cell: planPart.cell.optional(),
      taskKind: planPart.taskKind,
      taskName: planPart.taskName,
    }),
    z.object({ agreementId: id }),
    agreementChanges,
  ),
  /** Takes agreement, line and request away again. */
  undoAddToPlan: call('leader', z.object({ agreementId: id }), done, agreementChanges),
  /** Says that an agreement asks for an item, or, with null, for none. */
  setRequest: call('leader', z.object({ agreementId: id, itemId: id.nullable() }), done, agreementChanges),

  /** “Efterspurgt, men ikke udbudt”: what the year's plans ask for and nothing offered lifts, by competence. */
  demand: call(
    'leader',
    z.object({ schoolYear }),
    z.object({
      groups: z.array(
        z.object({
          competence: z.string(),
          /** How many plans ask; one person counts once in a group. */
          plans: count,
          /** Items that are wished for, and how many plans ask for each. */
          items: z.array(z.object({ id, title: z.string(), plans: count })),
        }),
      ),
    }),
  ),

  /** “Hvem kan hvad” (R001-05): who in the house knows a subject, a function or a competence; by name, never by number. */
  experts: call(
    'leader',
    z.object({ text: optionalLine() }),
    z.object({
      people: z.array(
        z.object({
          employeeId: id,
          name: z.string(),
          role: z.string(),
          reasons: z.array(
            z.object({
              kind: z.enum(expertReasons),
              /** The subject, function, competence or course. */
              what: z.string(),
              on: calendarDate.nullable(),
            }),
          ),
        }),
      ),
    }),
  ),

  /** The programme as one self-contained HTML page, without a name in it. False when the person changed her mind. */
  share: call('leader', z.object({ schoolYear }), z.object({ carriedOut: z.boolean() })),
};
