import { z } from 'zod';
import { planStatuses } from '../domain/plan-status';
import { agreement } from './agreements';
import { calendarDate, call, done, id, moment, prose, schoolYear } from './core';
import { developmentFeatures } from './development';

const planChanges = [
  'trainingPlans',
  'agreements',
  'talks',
  'today',
  'documents',
  'employees',
  'handover',
  'history',
  ...developmentFeatures,
] as const;

/** The individual training plan: one per employee per school year (R000-01, R000-03). */
export const trainingPlans = {
  /** Every current employee and how the year's plan stands. */
  list: call(
    'leader',
    z.object({ schoolYear }),
    z.object({
      plans: z.array(
        z.object({
          employeeId: id,
          name: z.string(),
          categoryName: z.string(),
          status: z.enum(planStatuses),
          lines: z.number().int(),
          /** Day of this year's talk, planned or held. */
          talkOn: calendarDate.nullable(),
          updatedAt: moment.nullable(),
        }),
      ),
    }),
  ),

  get: call(
    'leader',
    z.object({ employeeId: id, schoolYear }),
    z.object({
      employeeId: id,
      employeeName: z.string(),
      role: z.string(),
      status: z.enum(planStatuses),
      /** The agreement the plan rests on, with source and last check (R000-02). */
      legalBasis: z.string(),
      legalBasisSource: z.string(),
      legalBasisCheckedOn: z.string(),
      plan: z
        .object({
          id,
          teachingGoals: z.string(),
          version: z.number().int(),
          talkId: id.nullable(),
          talkOn: calendarDate.nullable(),
          createdAt: moment,
          updatedAt: moment,
        })
        .nullable(),
      lines: z.array(agreement),
      /** What still stands between the plan and being agreed. */
      problems: z.array(z.string()),
    }),
  ),

  /** A draft for the year; a plan can be made outside a talk (R000-03). The one there is, when there is one. */
  open: call('leader', z.object({ employeeId: id, schoolYear }), z.object({ planId: id }), planChanges),

  /** Goals and results of the teaching come first (R000-09). Makes the year's draft when there is none. */
  saveGoals: call(
    'leader',
    z.object({ employeeId: id, schoolYear, text: prose }),
    z.object({ savedAt: moment }),
    ['trainingPlans', 'talks', 'today', 'documents', 'agreements', 'employees', 'handover', 'history'],
  ),

  /** Needs at least one complete line, each linked to a present or intended task (R000-10). */
  agree: call('leader', z.object({ planId: id }), done, planChanges),

  /** Back to draft, as the next version when something has been put to signature. The signed document stays. */
  reopen: call('leader', z.object({ planId: id }), done, planChanges),
};
