import { z } from 'zod';
import { costLine, statedFacts } from '../domain/funds/fund-facts';
import { fundRule, fundRuleSet } from '../domain/funds/fund-rules';
import { fundApplicationStates, fundKinds } from '../domain/funds/fund-words';
import { mostOre } from '../domain/money';
import { calendarDate, call, done, id, line, nothing, optionalLine, reckonedDate } from './core';
import { developmentChanges as changes } from './development';
import { fundAssessment } from './fund-assessment';

const ore = z.number().int();
const who = { employeeId: id, employeeName: z.string() };
const state = z.enum(fundApplicationStates);

/** What the next day to keep is about. */
export const fundDeadlineKinds = ['upload', 'send', 'answer', 'repaymentNotice', 'repay'] as const;
const deadline = z.object({
  kind: z.enum(fundDeadlineKinds),
  on: reckonedDate,
  /** Days left; negative when it is over. */
  days: z.number().int(),
});
export type FundDeadline = z.infer<typeof deadline>;

const setHead = {
  id,
  area: z.string(),
  validFrom: calendarDate,
  validTo: calendarDate.nullable(),
  source: z.string(),
  lastCheckedOn: calendarDate,
  checkAgainOn: calendarDate,
};

/** One set of rules as the page of rules shows it. */
const setRow = z.object({
  ...setHead,
  rules: z.array(fundRule),
  state: z.enum(['inForce', 'coming', 'ended']),
  isOutdated: z.boolean(),
  /** How many drafts follow it, and so change with it. */
  drafts: z.number().int(),
});
export type FundSetRow = z.infer<typeof setRow>;

const costs = z.array(costLine).max(30);
const activity = {
  title: line(),
  provider: optionalLine(),
  startsOn: calendarDate,
  facts: statedFacts,
  costs,
};
const from = { agreementId: id.nullable(), enrolmentId: id.nullable() };

const applicationRow = z.object({
  id,
  ...who,
  fundName: z.string(),
  area: z.string(),
  title: z.string(),
  startsOn: calendarDate,
  state,
  totalOre: ore,
  /** Granted; while there is no answer, what the rules would give. */
  fundOre: ore,
  isDecided: z.boolean(),
  /** A rule refuses it as things stand; never said of what is decided. */
  isRefusedByRules: z.boolean(),
  isOutdated: z.boolean(),
  deadline: deadline.nullable(),
});
export type FundApplicationRow = z.infer<typeof applicationRow>;

const application = z.object({
  id,
  ...who,
  fundId: id,
  fundName: z.string(),
  fundKind: z.enum(fundKinds),
  set: z.object({ ...setHead, rules: z.array(fundRule) }),
  /** The rules are those of the day it was sent. */
  areRulesFrozen: z.boolean(),
  ...from,
  /** The plan line it fulfils, in words; empty without one. */
  planLine: z.string(),
  ...activity,
  /** As stored, so that the form shows what was typed. */
  provider: z.string(),
  state,
  grantedOre: ore.nullable(),
  assessment: fundAssessment,
  deadline: deadline.nullable(),
  /** Oldest first; the first is the draft. */
  steps: z.array(z.object({ state, onDate: calendarDate, reason: z.string() })),
  nextStates: z.array(state),
  canUndo: z.boolean(),
});
export type FundApplication = z.infer<typeof application>;

const grant = z.object({
  id,
  fundId: id,
  fundName: z.string(),
  grantedOn: calendarDate,
  amountOre: ore,
  note: z.string(),
});

/** Competence funds: dated rules, what they say of an application, and where each application stands (DOMAIN 3.4, 4.7). */
export const funds = {
  /** Every application: those with something to do first, by day. */
  list: call(
    'leader',
    nothing,
    z.object({
      date: calendarDate,
      applications: z.array(applicationRow),
      /** Sets in force that have to be compared with their source again. */
      outdatedSets: z.number().int(),
    }),
  ),
  get: call('leader', z.object({ applicationId: id }), application),

  /** Whom an application can be for, and the funds there are. */
  people: call(
    'leader',
    nothing,
    z.object({
      people: z.array(z.object({ id, name: z.string(), categoryName: z.string() })),
      funds: z.array(z.object({ id, name: z.string() })),
    }),
  ),
  /** What a person's application can spring from, with what is known of it already. */
  openings: call(
    'leader',
    z.object({ employeeId: id }),
    z.object({
      /** What is known of the person's post; the agreement is never known. */
      facts: statedFacts,
      lines: z.array(
        z.object({
          ...from,
          title: z.string(),
          provider: z.string(),
          startsOn: reckonedDate.nullable(),
          facts: statedFacts,
          /** What it costs as it stands, whether or not one application may hold it. */
          costs: z.array(costLine.extend({ amountOre: ore })),
        }),
      ),
    }),
  ),
  /** Which funds fit and why others do not: every set that holds today or on the day it starts; those that fit first. */
  navigate: call(
    'leader',
    z.object({ employeeId: id, ...from, startsOn: calendarDate, facts: statedFacts, costs }),
    z.object({
      date: calendarDate,
      hits: z.array(
        z.object({
          fundId: id,
          fundName: z.string(),
          fundKind: z.enum(fundKinds),
          set: z.object(setHead),
          assessment: fundAssessment,
        }),
      ),
    }),
  ),

  createDraft: call(
    'leader',
    z.object({ employeeId: id, ruleSetId: id, ...from, ...activity }),
    z.object({ applicationId: id }),
    changes,
  ),
  /** Refused once it is sent: what the fund has is what stands. */
  saveDraft: call(
    'leader',
    z.object({ applicationId: id, ruleSetId: id, agreementId: id.nullable(), ...activity }),
    done,
    changes,
  ),
  /** One step on; at `sent` the rules are kept as they are. `grantedOre` belongs to `granted`. */
  step: call(
    'leader',
    z.object({
      applicationId: id,
      state,
      onDate: calendarDate,
      reason: optionalLine(500),
      grantedOre: z.number().int().min(1).max(mostOre).nullable(),
    }),
    done,
    changes,
  ),
  /** Takes the last step back. */
  undoStep: call('leader', z.object({ applicationId: id }), done, changes),
  remove: call('leader', z.object({ applicationId: id }), done, changes),
  restore: call('leader', z.object({ applicationId: id }), done, changes),

  /** What she was granted before Spind, or at another workplace. */
  grants: call('leader', z.object({ employeeId: id }), z.object({ grants: z.array(grant) })),
  saveGrant: call(
    'leader',
    z.object({
      id: id.optional(),
      employeeId: id,
      fundId: id,
      grantedOn: calendarDate,
      amountOre: z.number().int().min(1).max(mostOre),
      note: optionalLine(),
    }),
    z.object({ id }),
    changes,
  ),
  removeGrant: call('leader', z.object({ id }), done, changes),
  restoreGrant: call('leader', z.object({ id }), done, changes),

  /** Every fund with its sets, those in force first. */
  rules: call(
    'leader',
    nothing,
    z.object({
      date: calendarDate,
      funds: z.array(z.object({ id, name: z.string(), kind: z.enum(fundKinds), sets: z.array(setRow) })),
    }),
  ),
  saveFund: call(
    'leader',
    z.object({ id: id.optional(), name: line(), kind: z.enum(fundKinds) }),
    z.object({ id }),
    changes,
  ),
  /** With its sets; applications keep it. */
  removeFund: call('leader', z.object({ id }), done, changes),
  restoreFund: call('leader', z.object({ id }), done, changes),
  /**
   * A new set, or a change of one: drafts follow it, what is sent does not. With `replaces` it is a new version and the old
   * one ends the day before.
   */
  saveRules: call(
    'leader',
    z.object({
      id: id.optional(),
      replaces: id.optional(),
      fundId: id,
      ...fundRuleSet.omit({ rules: true }).shape,
      validFrom: calendarDate,
      validTo: calendarDate.nullable(),
      lastCheckedOn: calendarDate,
      checkAgainOn: calendarDate,
      rules: z.array(fundRule).max(60),
    }),
    z.object({ id }),
    changes,
  ),
  /** Somebody has compared it with its source today; it warns again a year from now. */
  checkedToday: call(
    'leader',
    z.object({ id }),
    z.object({ lastCheckedOn: calendarDate, checkAgainOn: reckonedDate }),
    changes,
  ),
  /** The last day it holds; null takes an end back. */
  endRules: call('leader', z.object({ id, validTo: calendarDate.nullable() }), done, changes),
  removeRules: call('leader', z.object({ id }), done, changes),
  restoreRules: call('leader', z.object({ id }), done, changes),
};
