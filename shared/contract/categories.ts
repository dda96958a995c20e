import { z } from 'zod';
import { call, done, id, line, nothing } from './core';
import { developmentFeatures } from './development';

const changes = [
  'categories',
  'employees',
  'spiders',
  'talks',
  'ratings',
  'today',
  'agreements',
  'trainingPlans',
  'documents',
  'leaders',
  'leaderTraining',
  'merit',
  'handover',
  ...developmentFeatures,
] as const;

/** Staff categories and the competence spider each is rated on. */
export const categories = {
  list: call(
    'leader',
    nothing,
    z.object({
      categories: z.array(
        z.object({
          id,
          name: z.string(),
          spiderTemplateId: id.nullable(),
          spiderTemplateName: z.string().nullable(),
          /** Employees of the category who have not left. */
          employees: z.number().int(),
        }),
      ),
      /** Spider templates to choose among. */
      spiderTemplates: z.array(z.object({ id, name: z.string() })),
    }),
  ),
  save: call(
    'leader',
    z.object({ id: id.optional(), name: line(80), spiderTemplateId: id.nullable() }),
    z.object({ id }),
    changes,
  ),
  remove: call('leader', z.object({ id }), done, changes),
  restore: call('leader', z.object({ id }), done, changes),
};
