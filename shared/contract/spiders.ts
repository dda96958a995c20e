import { z } from 'zod';
import { call, done, id, line, moment, nothing, optionalLine } from './core';
import { developmentFeatures } from './development';

const scaleMax = z.number().int().min(3).max(7);

/** A draft may be half written; publishing asks for the rest. */
const competence = z.object({
  /** The same competence through all versions, for history; empty for a new one. */
  lineageId: id.optional(),
  name: optionalLine(),
  targetLevel: z.number().int().min(1).max(7),
  /** One text a level, lowest first. */
  descriptors: z.array(z.string().max(1000)).max(7),
});

const content = z.object({
  scaleMax,
  domains: z
    .array(z.object({ name: optionalLine(80), competences: z.array(competence).max(30) }))
    .min(1)
    .max(8),
});
export type SpiderDraft = z.infer<typeof content>;

const version = z.object({ id, number: z.number().int(), publishedAt: moment.nullable() });

const template = z.object({
  id,
  name: z.string(),
  published: version.nullable(),
  draft: version.nullable(),
  /** Names of the staff categories rated on it. */
  usedBy: z.array(z.string()),
  /** Axes of the newest published version, else of the draft, for the small picture. */
  axes: z.array(z.object({ competenceId: id, name: z.string(), domain: z.string(), target: z.number() })),
  scaleMax,
});

const changes = [
  'spiders',
  'categories',
  'talks',
  'today',
  'agreements',
  'history',
  'overview',
  'documents',
  ...developmentFeatures,
];

export const spiders = {
  list: call('leader', nothing, z.object({ templates: z.array(template) })),

  get: call(
    'leader',
    z.object({ versionId: id }),
    z.object({
      templateId: id,
      name: z.string(),
      version,
      /** A newer version being written, when this one is published. */
      draftId: id.nullable(),
      usedBy: z.array(z.string()),
      content,
    }),
  ),

  /** A new template: empty, a copy of another version, or one of the starters that come with Spind. */
  create: call(
    'leader',
    z.object({
      name: line(),
      from: z
        .object({ versionId: id })
        .or(z.object({ starter: line() }))
        .nullable(),
    }),
    z.object({ versionId: id }),
    changes,
  ),
  starters: call(
    'leader',
    nothing,
    z.object({ starters: z.array(z.object({ key: z.string(), name: z.string() })) }),
  ),

  /** A draft copied from the published version; the published one stays in use until the draft is published. */
  startVersion: call('leader', z.object({ templateId: id }), z.object({ versionId: id }), changes),
  saveDraft: call('leader', z.object({ versionId: id, content }), done, changes),
  /** Freezes the wording. Ratings made before keep the version they were made on (R002-05). */
  publish: call('leader', z.object({ versionId: id }), done, changes),
  /** Gives back what was thrown away, so that it can be undone with `restoreDraft`. */
  discardDraft: call('leader', z.object({ versionId: id }), z.object({ templateId: id, content }), changes),
  restoreDraft: call('leader', z.object({ templateId: id, content }), z.object({ versionId: id }), changes),

  rename: call('leader', z.object({ templateId: id, name: line() }), done, changes),
  remove: call('leader', z.object({ templateId: id }), done, changes),
  restore: call('leader', z.object({ templateId: id }), done, changes),
};
