import { z } from 'zod';
import { calendarDate, call, done, id, line, nothing } from './core';
import { developmentFeatures } from './development';
import { teamTypes } from './employees';

const changes = [
  'teams',
  'employees',
  'talks',
  'today',
  'documents',
  'agreements',
  'ratings',
  'season',
  'history',
  'overview',
  'handover',
  'leaders',
  'search',
  'notes',
  'talkForms',
  'preparation',
  ...developmentFeatures,
] as const;

/** Departments, teams, year-group teams, subject teams and networks: one list with a type. */
export const teams = {
  list: call(
    'leader',
    nothing,
    z.array(
      z.object({
        id,
        name: z.string(),
        type: z.enum(teamTypes),
        /** What the team rates itself on in a TUS or GRUS. */
        spiderTemplateId: id.nullable(),
        /** Members today, in Danish order. */
        members: z.array(z.object({ employeeId: id, name: z.string(), fromDate: calendarDate })),
      }),
    ),
  ),
  save: call(
    'leader',
    z.object({
      id: id.optional(),
      name: line(80),
      type: z.enum(teamTypes),
      /** Kept as it is when not given. */
      spiderTemplateId: id.nullable().optional(),
    }),
    z.object({ id }),
    changes,
  ),
  remove: call('leader', z.object({ id }), done, changes),
  restore: call('leader', z.object({ id }), done, changes),
};
