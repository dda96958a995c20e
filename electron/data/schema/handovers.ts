import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { date, id, moment } from './columns';
import { employees } from './employees';

/** One leader's people, talks and promises given on to another, with what stood before, so that it can be undone as one. */
export const handovers = sqliteTable('handovers', {
  id: id(),
  leaderId: text('leader_id')
    .notNull()
    .references(() => employees.id),
  toLeaderId: text('to_leader_id')
    .notNull()
    .references(() => employees.id),
  /** First day of the new leader. */
  onDate: date('on_date').notNull(),
  people: integer('people').notNull(),
  talks: integer('talks').notNull(),
  /** Whether the school itself gets a new leader that day, and what her title will be. */
  leadsSchool: integer('leads_school', { mode: 'boolean' }).notNull(),
  leaderTitle: text('leader_title').notNull(),
  /** JSON: who led the school before; empty until the day has come and the school has changed leader. */
  schoolBefore: text('school_before').notNull(),
  /** JSON: rows as they were and as the handover left them. */
  images: text('images').notNull(),
  carriedOutAt: moment('carried_out_at').notNull(),
  undoneAt: moment('undone_at'),
});
