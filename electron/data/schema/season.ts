import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { talkKinds } from '../../../shared/domain/talk-kinds';
import { date, id } from './columns';
import { employees, teams } from './employees';

/** How often talks are held in a unit, and which (R003-06); without a row every employee has a MUS every year. */
export const talkFrequencyRules = sqliteTable(
  'talk_frequency_rules',
  {
    id: id(),
    /** The unit; null for the whole school. */
    teamId: text('team_id').references(() => teams.id),
    /** Kinds year by year, repeated: `MUS,TUS`. */
    pattern: text('pattern').notNull(),
    /** The school year the pattern begins in. */
    startYear: text('start_year').notNull(),
    /** What employees may count on, in the school's own words. */
    rights: text('rights').notNull(),
  },
  (table) => [uniqueIndex('talk_frequency_rules_team').on(table.teamId)],
);

/** Who has asked for a talk of her own in a year of team talks; it must then be held (DOMAIN 0.11). */
export const ownTalkWishes = sqliteTable(
  'own_talk_wishes',
  {
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
    schoolYear: text('school_year').notNull(),
    wishedOn: date('wished_on').notNull(),
  },
  (table) => [primaryKey({ columns: [table.employeeId, table.schoolYear] })],
);

/** How long a kind of talk takes at this school, where it is not the usual time. */
export const talkLengths = sqliteTable('talk_lengths', {
  kind: text('kind', { enum: talkKinds }).primaryKey().notNull(),
  minutes: integer('minutes').notNull(),
});

/** When a leader can hold talks, by weekday: 1 is Monday. `HH:MM`. */
export const leaderHours = sqliteTable(
  'leader_hours',
  {
    id: id(),
    leaderId: text('leader_id')
      .notNull()
      .references(() => employees.id),
    weekday: integer('weekday').notNull(),
    startsAt: text('starts_at').notNull(),
    endsAt: text('ends_at').notNull(),
  },
  (table) => [index('leader_hours_leader').on(table.leaderId)],
);

/** Days without talks: holidays, courses, days off. */
export const closedDays = sqliteTable('closed_days', {
  date: date('date').primaryKey().notNull(),
  name: text('name').notNull(),
});
