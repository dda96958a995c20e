import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { activityQualifications } from '../../../shared/domain/activities';
import { catalogueKinds } from '../../../shared/domain/catalogue-kinds';
import { date, id, moment } from './columns';

/** A provider's list of courses, as it comes time and again (R001-15). */
export const catalogues = sqliteTable('catalogues', {
  id: id(),
  name: text('name').notNull(),
  kind: text('kind', { enum: catalogueKinds }).notNull(),
  /** JSON: field → heading of the column, as it was matched last; `{}` before the first import. */
  matching: text('matching').notNull(),
  createdAt: moment('created_at').notNull(),
  removedAt: moment('removed_at'),
});

export const catalogueImports = sqliteTable(
  'catalogue_imports',
  {
    id: id(),
    catalogueId: text('catalogue_id')
      .notNull()
      .references(() => catalogues.id),
    importedAt: moment('imported_at').notNull(),
    added: integer('added').notNull(),
    changed: integer('changed').notNull(),
    gone: integer('gone').notNull(),
    unchanged: integer('unchanged').notNull(),
    /** JSON: the rows it changed as they were; only the latest import keeps them, since only that can be undone. */
    before: text('before').notNull(),
    undoneAt: moment('undone_at'),
  },
  (table) => [index('catalogue_imports_catalogue').on(table.catalogueId)],
);

/** One row of a catalogue. It is never deleted: what the provider has taken off is gone since an import. */
export const catalogueOffers = sqliteTable(
  'catalogue_offers',
  {
    id: id(),
    catalogueId: text('catalogue_id')
      .notNull()
      .references(() => catalogues.id),
    /** The provider's own number, else title, start and place; the same row in the next import. */
    key: text('key').notNull(),
    title: text('title').notNull(),
    subject: text('subject').notNull(),
    provider: text('provider').notNull(),
    description: text('description').notNull(),
    qualification: text('qualification', { enum: activityQualifications }).notNull(),
    ects: real('ects'),
    feeOre: integer('fee_ore'),
    days: integer('days'),
    startsOn: date('starts_on'),
    endsOn: date('ends_on'),
    signUpBy: date('sign_up_by'),
    place: text('place').notNull(),
    seats: integer('seats'),
    minimumSeats: integer('minimum_seats'),
    url: text('url').notNull(),
    addedImportId: text('added_import_id')
      .notNull()
      .references(() => catalogueImports.id),
    changedImportId: text('changed_import_id').references(() => catalogueImports.id),
    /** JSON: what changed last, `[{field, from, to}]`. */
    changes: text('changes').notNull(),
    goneImportId: text('gone_import_id').references(() => catalogueImports.id),
  },
  (table) => [
    uniqueIndex('catalogue_offers_key').on(table.catalogueId, table.key),
    index('catalogue_offers_starts_on').on(table.startsOn),
  ],
);
