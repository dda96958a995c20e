import { z } from 'zod';
import { calendarDate, call, done, id, line, nothing, optionalLine, schoolYear } from './core';
import { developmentFeatures } from './development';
import { firstSchool } from './vault';

/** A day of the year that its month has, `MM-DD`. */
const monthDay = z
  .string()
  .regex(
    /^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|[12]\d))$/,
  );

const profile = firstSchool.extend({
  seasonStart: monthDay,
  seasonEnd: monthDay,
  ratingLeadDays: z.number().int().min(0).max(60),
  legalBasis: optionalLine(2000),
  legalBasisSource: optionalLine(),
  legalBasisCheckedOn: calendarDate,
  /** The leader's own row on the staff list, so that nobody plans a talk with her; null while she has none. */
  leaderEmployeeId: id.nullable(),
});

const priority = z.object({ id: id.optional(), kind: z.enum(['municipal', 'school']), name: line() });

export const school = {
  get: call('leader', nothing, profile),
  save: call('leader', profile.partial({ leaderEmployeeId: true }), done, [
    'school',
    'leaders',
    'handover',
    'talks',
    'today',
    'documents',
    'agreements',
    'trainingPlans',
    'overview',
    ...developmentFeatures,
    'merit',
    'exchange',
  ]),
  /** Municipal and school priorities: the first two rows of the inspiration matrix (R000-12). */
  priorities: call('leader', nothing, z.object({ priorities: z.array(priority.extend({ id })) })),
  /** The whole list as it shall be; a priority a plan points at stays, whatever the list says. */
  savePriorities: call('leader', z.object({ priorities: z.array(priority).max(60) }), done, [
    'school',
    'trainingPlans',
    'agreements',
    ...developmentFeatures,
  ]),
  /** The machine's clock: every page lives in a school year. */
  today: call('leader', nothing, z.object({ date: calendarDate, schoolYear })),
};
