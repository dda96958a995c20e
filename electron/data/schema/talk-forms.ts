import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { talkAreaParts } from '../../../shared/domain/talk-areas';
import { talkKinds } from '../../../shared/domain/talk-kinds';
import { id, moment } from './columns';
import { teams } from './employees';

/** The school's own form for a kind of talk, for the whole school or for one unit (R003-09); its content lives in versions. */
export const talkForms = sqliteTable('talk_forms', {
  id: id(),
  name: text('name').notNull(),
  kind: text('kind', { enum: talkKinds }).notNull(),
  /** The unit it is used in; null for the whole school. */
  teamId: text('team_id').references(() => teams.id),
  removedAt: moment('removed_at'),
});

/** One wording of a form. Publishing freezes it; a talk keeps the version it was planned with. */
export const talkFormVersions = sqliteTable(
  'talk_form_versions',
  {
    id: id(),
    formId: text('form_id')
      .notNull()
      .references(() => talkForms.id),
    number: integer('number').notNull(),
    /** What a new talk's invitation begins with (R003-08). */
    purpose: text('purpose').notNull(),
    notForDiscussion: text('not_for_discussion').notNull(),
    createdAt: moment('created_at').notNull(),
    publishedAt: moment('published_at'),
  },
  (table) => [uniqueIndex('talk_form_versions_number').on(table.formId, table.number)],
);

/** A main area of a form: its title, the questions to lean on, and which part of the program it carries. */
export const talkFormAreas = sqliteTable(
  'talk_form_areas',
  {
    versionId: text('version_id')
      .notNull()
      .references(() => talkFormVersions.id, { onDelete: 'cascade' }),
    /** 1 … n; what is written in the area is kept under this number. */
    number: integer('number').notNull(),
    title: text('title').notNull(),
    /** For a tab. */
    short: text('short').notNull(),
    /** One question a line. */
    questions: text('questions').notNull(),
    part: text('part', { enum: talkAreaParts }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.number] }),
    index('talk_form_areas_version').on(table.versionId),
  ],
);
