import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, moment } from './columns';

/** A competence spider as the school knows it by name; its content lives in versions (R002-05). */
export const spiderTemplates = sqliteTable('spider_templates', {
  id: id(),
  name: text('name').notNull(),
  removedAt: moment('removed_at'),
});

/** One wording of a template. Publishing freezes it; ratings keep pointing at the version they were made on. */
export const templateVersions = sqliteTable(
  'template_versions',
  {
    id: id(),
    templateId: text('template_id')
      .notNull()
      .references(() => spiderTemplates.id),
    number: integer('number').notNull(),
    scaleMax: integer('scale_max').notNull(),
    createdAt: moment('created_at').notNull(),
    publishedAt: moment('published_at'),
  },
  (table) => [uniqueIndex('template_versions_number').on(table.templateId, table.number)],
);

/** Domains in order; document 002's four by default, names editable (R002-04). */
export const competenceDomains = sqliteTable(
  'competence_domains',
  {
    id: id(),
    versionId: text('version_id')
      .notNull()
      .references(() => templateVersions.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [index('competence_domains_version').on(table.versionId)],
);

export const competences = sqliteTable(
  'competences',
  {
    id: id(),
    domainId: text('domain_id')
      .notNull()
      .references(() => competenceDomains.id, { onDelete: 'cascade' }),
    /** The same competence through all versions of the template, for history. */
    lineageId: text('lineage_id').notNull(),
    name: text('name').notNull(),
    targetLevel: integer('target_level').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [index('competences_domain').on(table.domainId)],
);

export const levelDescriptors = sqliteTable(
  'level_descriptors',
  {
    competenceId: text('competence_id')
      .notNull()
      .references(() => competences.id, { onDelete: 'cascade' }),
    level: integer('level').notNull(),
    text: text('text').notNull(),
  },
  (table) => [primaryKey({ columns: [table.competenceId, table.level] })],
);
