import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { date, id, moment } from './columns';
import { employees, teams } from './employees';
import { talks } from './talks';

/**
 * Something seen or done during the year that the next talk should know of (U9). About an employee or a team: exactly
 * one of the two is set.
 */
export const notes = sqliteTable(
  'notes',
  {
    id: id(),
    employeeId: text('employee_id').references(() => employees.id),
    teamId: text('team_id').references(() => teams.id),
    writtenOn: date('written_on').notNull(),
    text: text('text').notNull(),
    author: text('author').notNull(),
    /** The closed talk it was taken up in; null until then. */
    talkId: text('talk_id').references(() => talks.id),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [
    index('notes_employee').on(table.employeeId),
    index('notes_team').on(table.teamId),
    index('notes_talk').on(table.talkId),
  ],
);
