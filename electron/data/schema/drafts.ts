import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns';

/** What somebody has typed in a form and not yet handed in, so that locking or a crash loses nothing. */
export const drafts = sqliteTable('drafts', {
  /** Names the form and what it is about. */
  key: text('key').primaryKey().notNull(),
  /** JSON of the form's fields. */
  content: text('content').notNull(),
  savedAt: moment('saved_at').notNull(),
});
