import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, moment } from './columns';
import { employees } from './employees';
import { talks } from './talks';

/** A preparation sheet handed to one person before one talk. What comes back is measured against this row. */
export const preparationSheets = sqliteTable(
  'preparation_sheets',
  {
    /** Stands in the file, too: it is how a sheet is recognised. */
    id: id(),
    talkId: text('talk_id')
      .notNull()
      .references(() => talks.id),
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
    /** JSON of everything the sheet asks, so that answers are read as they were asked. */
    asked: text('asked').notNull(),
    /** SHA-256 of what the pages say, without the answers: a changed sheet is known by it. */
    pagesSha256: text('pages_sha256').notNull(),
    madeAt: moment('made_at').notNull(),
    importedAt: moment('imported_at'),
  },
  (table) => [
    index('preparation_sheets_talk').on(table.talkId),
    index('preparation_sheets_employee').on(table.employeeId),
  ],
);

/** What somebody wrote on her sheet before a talk, question by question; her ratings go to `ratings`. */
export const preparationAnswers = sqliteTable(
  'preparation_answers',
  {
    sheetId: text('sheet_id')
      .notNull()
      .references(() => preparationSheets.id),
    key: text('key').notNull(),
    question: text('question').notNull(),
    text: text('text').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sheetId, table.key] })],
);
