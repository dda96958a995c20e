import { type AnySQLiteColumn, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { date, id, moment } from './columns';
import { employees } from './employees';

/** The one school, or HR office, this file belongs to, and the choices its leader has made. Exactly one row. */
export const schools = sqliteTable('schools', {
  id: id(),
  name: text('name').notNull(),
  municipality: text('municipality').notNull(),
  profile: text('profile', { enum: ['folkeskole', 'erhvervsskole', 'hr'] }).notNull(),
  leaderName: text('leader_name').notNull(),
  leaderTitle: text('leader_title').notNull(),
  /** In a file of HR, whose leader is the HR-chef: the other of the two who take position on merit; else empty. */
  developmentChiefName: text('development_chief_name').notNull().default(''),
  /** The leader's own row among the staff, once she stands on the staff list. */
  leaderEmployeeId: text('leader_employee_id').references((): AnySQLiteColumn => employees.id),
  /** First and last day of the talk season as `MM-DD`. */
  seasonStart: text('season_start').notNull(),
  seasonEnd: text('season_end').notNull(),
  /** Days before a talk when both ratings are due. */
  ratingLeadDays: integer('rating_lead_days').notNull(),
  retentionYears: integer('retention_years').notNull(),
  retentionReason: text('retention_reason').notNull(),
  /** The agreement the training plan rests on, shown on its print (R000-02), with its source and last check. */
  legalBasis: text('legal_basis').notNull(),
  legalBasisSource: text('legal_basis_source').notNull(),
  legalBasisCheckedOn: date('legal_basis_checked_on').notNull(),
  createdAt: moment('created_at').notNull(),
});

/** Municipal and school priorities: the first two rows of the inspiration matrix (R000-12). */
export const priorities = sqliteTable('priorities', {
  id: id(),
  kind: text('kind', { enum: ['municipal', 'school'] }).notNull(),
  name: text('name').notNull(),
  position: integer('position').notNull(),
});

/** Who did what when, never what it said. Chained by hash; triggers forbid change and deletion. */
export const auditLog = sqliteTable('audit_log', {
  seq: integer('seq').primaryKey({ autoIncrement: true }).notNull(),
  at: moment('at').notNull(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  entity: text('entity').notNull(),
  entityId: text('entity_id').notNull(),
  fields: text('fields').notNull(),
  prevHash: text('prev_hash').notNull(),
  hash: text('hash').notNull(),
});
