import { z } from 'zod';
import { conflictKinds } from '../domain/conflict-words';
import { activityPhases, enrolmentStates } from '../domain/enrolment-states';
import { mostOre } from '../domain/money';
import { calendarDate, call, done, id, line, moment, nothing, optionalLine, schoolYear } from './core';
import { developmentChanges as changes } from './development';

/** What an activity adds stands in the ledger too. */
const withLedger = [...changes, 'leaderTraining', 'merit'] as const;

const ore = z.number().int().min(0).max(mostOre);
const anyOre = z.number().int();
/** Days of substitutes; half days too, which the handler says in words. */
const substituteDays = z.number().min(0).max(400);
const named = z.object({ id, name: z.string() });
const conflict = z.object({
  kind: z.enum(conflictKinds),
  /** Going on takes a reason. */
  breaksRule: z.boolean(),
  text: z.object({ da: z.string(), en: z.string() }),
  /** The other enrolment, where there is one. */
  withId: id.nullable(),
});

const costs = {
  feeOre: ore,
  materialsOre: ore,
  substituteDays,
  substituteDayOre: ore,
};
const facts = {
  employeeId: id,
  itemId: id.nullable(),
  runId: id.nullable(),
  agreementId: id.nullable(),
  title: line(),
  provider: optionalLine(),
  startsOn: calendarDate.nullable(),
  endsOn: calendarDate.nullable(),
  ...costs,
  budgetId: id.nullable(),
  priorityId: id.nullable(),
};

const row = z.object({
  id,
  employeeId: id,
  employeeName: z.string(),
  title: z.string(),
  provider: z.string(),
  state: z.enum(enrolmentStates),
  startsOn: calendarDate.nullable(),
  endsOn: calendarDate.nullable(),
  /** Of its first day; without one, of the day it was written down. */
  schoolYear,
  /** What the budget pays when funds have paid their share. */
  netOre: anyOre,
  fundOre: anyOre,
  substituteDays,
  budgetId: id.nullable(),
  /** Departments and teams of the person today. */
  teamIds: z.array(id),
  conflicts: z.array(z.enum(conflictKinds)),
  hasCertificate: z.boolean(),
});

const step = {
  phase: z.enum(activityPhases),
  text: line(300),
  dueOn: calendarDate.nullable(),
  responsibleId: id.nullable(),
  /** The team it is shared back at (R001-09). */
  teamId: id.nullable(),
};
const shownStep = z.object({
  ...step,
  id,
  responsibleName: z.string(),
  teamName: z.string(),
  doneAt: moment.nullable(),
});

/** A module of a course chain, and the team that solves it (R004-06). */
const teamModule = z.object({ stepId: id, title: z.string(), teamId: id, teamName: z.string() });

const outcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('qualification'),
    subject: line(80),
    basis: z.enum(['formal', 'assessed']),
  }),
  z.object({ kind: z.literal('ects'), ects: z.number().min(0).max(300) }),
  z.object({ kind: z.literal('teamModule'), stepId: id, teamId: id }),
  z.object({ kind: z.literal('nothing') }),
]);

const side = z.object({ talkId: id, heldOn: calendarDate, schoolYear });
const level = z.number().int().nullable();
/** Two talks around an activity, competence by competence: a topic to talk about, never a proof. */
const beforeAndAfter = z.object({
  before: side,
  after: side,
  scaleMax: z.number().int(),
  axes: z.array(
    z.object({
      competenceId: id,
      name: z.string(),
      domain: z.string(),
      target: z.number().int(),
      /** The activity says it lifts it. */
      isAim: z.boolean(),
      before: z.object({ self: level, leader: level }),
      after: z.object({ self: level, leader: level }),
    }),
  ),
});

const budget = {
  schoolYear,
  name: line(80),
  teamId: id.nullable(),
  priorityId: id.nullable(),
  amountOre: ore,
  substituteDays: substituteDays.nullable(),
};

/** From a wish to what came of it (R002-01, R002-02, R001-08, R001-09). */
export const enrolments = {
  /** Everything, lean; newest first day first. The page filters. */
  list: call(
    'leader',
    nothing,
    z.object({
      date: calendarDate,
      rows: z.array(row),
      teams: z.array(z.object({ id, name: z.string(), isDepartment: z.boolean() })),
      budgets: z.array(z.object({ id, name: z.string(), schoolYear })),
    }),
  ),
  ofEmployee: call('leader', z.object({ employeeId: id }), z.object({ rows: z.array(row) })),

  get: call(
    'leader',
    z.object({ id }),
    z.object({
      ...facts,
      id,
      employeeName: z.string(),
      state: z.enum(enrolmentStates),
      grossOre: anyOre,
      fundOre: anyOre,
      netOre: anyOre,
      /** Days of the holding where they are known one by one. */
      days: z.array(calendarDate),
      place: z.string(),
      budgetName: z.string(),
      priorityName: z.string(),
      /** The line of her plan it fulfils. */
      agreement: z.string(),
      conflicts: z.array(conflict),
      steps: z.array(
        z.object({
          id,
          state: z.enum(enrolmentStates),
          onDate: calendarDate,
          reason: z.string(),
          at: moment,
        }),
      ),
      certificate: z.object({ name: z.string(), size: z.number().int() }).nullable(),
      outcomes: z.array(
        z.object({
          id,
          kind: z.enum(['qualification', 'ects', 'teamModule', 'nothing']),
          subject: z.string(),
          basis: z.enum(['formal', 'assessed']).nullable(),
          ects: z.number().nullable(),
          module: teamModule.nullable(),
        }),
      ),
      /** What the page asks when it is completed. */
      offers: z.object({
        subject: z.string(),
        basis: z.enum(['formal', 'assessed']),
        ects: z.number().nullable(),
        /** She has a requirement of points. */
        takesEcts: z.boolean(),
        /** Modules of a course chain that the activity is, and her teams of that day that have not solved them. */
        modules: z.array(teamModule),
      }),
      transfer: z.array(shownStep),
      /** A checklist is suggested: a longer activity, or one that gives a formal competence. */
      suggestsTransfer: z.boolean(),
      spiders: beforeAndAfter.nullable(),
    }),
  ),

  /** What an enrolment can be of, and what pays for it. */
  choices: call(
    'leader',
    nothing,
    z.object({
      people: z.array(z.object({ id, name: z.string(), teamIds: z.array(id) })),
      teams: z.array(named),
      priorities: z.array(named),
      budgets: z.array(
        z.object({
          id,
          name: z.string(),
          schoolYear,
          teamId: id.nullable(),
          priorityId: id.nullable(),
          leftOre: anyOre,
        }),
      ),
      items: z.array(
        z.object({
          id,
          title: z.string(),
          provider: z.string(),
          feeOre: ore.nullable(),
          materialsOre: ore.nullable(),
          days: z.number().int().nullable(),
          runs: z.array(
            z.object({
              id,
              startsOn: calendarDate,
              endsOn: calendarDate,
              place: z.string(),
              seats: z.number().int().nullable(),
              taken: z.number().int(),
              state: z.enum(['open', 'confirmed', 'cancelled']),
            }),
          ),
        }),
      ),
    }),
  ),
  /** Lines of a person's plans an enrolment can fulfil. */
  linesOf: call(
    'leader',
    z.object({ employeeId: id }),
    z.object({ lines: z.array(z.object({ id, activity: z.string(), competence: z.string(), schoolYear })) }),
  ),

  /**
   * New without `id`: a wish, or, with `completedOn`, something from before. Where something that counts already comes to
   * break a rule by it, `reason` is asked.
   */
  save: call(
    'leader',
    z.object({
      id: id.optional(),
      ...facts,
      completedOn: calendarDate.nullable(),
      reason: optionalLine(1000),
    }),
    z.object({ id }),
    changes,
  ),
  /** On, back or out. Refused with the conflicts where one breaks a rule and `reason` is empty. */
  move: call(
    'leader',
    z.object({ id, state: z.enum(enrolmentStates), onDate: calendarDate, reason: optionalLine(1000) }),
    z.object({ stepId: id }),
    changes,
  ),
  /** Takes the last step back; refused for any other. */
  undoMove: call('leader', z.object({ id, stepId: id }), done, changes),
  remove: call('leader', z.object({ id }), done, changes),
  restore: call('leader', z.object({ id }), done, changes),

  addCertificate: call('leader', z.object({ id }), z.object({ carriedOut: z.boolean() }), changes),
  exportCertificate: call('leader', z.object({ id }), z.object({ carriedOut: z.boolean() })),
  removeCertificate: call('leader', z.object({ id }), z.object({ attachmentId: id }), changes),
  restoreCertificate: call('leader', z.object({ id, attachmentId: id }), done, changes),

  /** What a person decides that a completed activity adds. */
  addOutcome: call('leader', z.object({ id, outcome }), z.object({ outcomeId: id }), withLedger),
  removeOutcome: call('leader', z.object({ outcomeId: id }), done, withLedger),

  suggestTransfer: call('leader', z.object({ id }), z.object({ stepIds: z.array(id) }), changes),
  saveStep: call(
    'leader',
    z.object({ id: id.optional(), enrolmentId: id, ...step }),
    z.object({ id }),
    changes,
  ),
  markStep: call('leader', z.object({ id, isDone: z.boolean() }), done, changes),
  removeSteps: call('leader', z.object({ ids: z.array(id).min(1).max(50) }), done, changes),
  restoreSteps: call('leader', z.object({ ids: z.array(id).min(1).max(50) }), done, changes),

  /** For a talk: what she has been on since the last one, or what is to be shared at the team; what came of it. */
  forTalk: call(
    'leader',
    z.object({ talkId: id }),
    z.object({
      /** Day of the talk before; null for the first. */
      since: calendarDate.nullable(),
      employeeId: id.nullable(),
      activities: z.array(
        z.object({
          id,
          employeeName: z.string(),
          title: z.string(),
          state: z.enum(enrolmentStates),
          on: calendarDate.nullable(),
          outcomes: z.number().int(),
          steps: z.array(shownStep),
          spiders: beforeAndAfter.nullable(),
        }),
      ),
    }),
  ),

  budgets: call(
    'leader',
    z.object({ schoolYear }),
    z.object({
      budgets: z.array(
        z.object({
          ...budget,
          id,
          teamName: z.string(),
          priorityName: z.string(),
          sums: z.object({
            approvedOre: anyOre,
            enrolledOre: anyOre,
            spentOre: anyOre,
            wishedOre: anyOre,
            fundOre: anyOre,
            leftOre: anyOre,
            usedDays: z.number(),
            leftDays: z.number().nullable(),
          }),
        }),
      ),
      /** Enrolments of the year that count and belong to no budget: how many, and what they cost. */
      without: z.object({ count: z.number().int(), netOre: anyOre }),
      teams: z.array(named),
      priorities: z.array(named),
    }),
  ),
  saveBudget: call('leader', z.object({ id: id.optional(), ...budget }), z.object({ id }), changes),
  removeBudget: call('leader', z.object({ id }), done, changes),
  restoreBudget: call('leader', z.object({ id }), done, changes),
};
