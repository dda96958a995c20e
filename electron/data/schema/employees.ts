import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { date, id, moment } from './columns';
import { spiderTemplates } from './spiders';

/** Job category (lærer, pædagog …); it decides which competence spider an employee is rated on. */
export const staffCategories = sqliteTable(
  'staff_categories',
  {
    id: id(),
    name: text('name').notNull(),
    spiderTemplateId: text('spider_template_id').references(() => spiderTemplates.id),
    position: integer('position').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [uniqueIndex('staff_categories_name').on(table.name)],
);

export const teamTypes = ['department', 'team', 'yearGroupTeam', 'subjectTeam', 'network'] as const;

export const teams = sqliteTable(
  'teams',
  {
    id: id(),
    name: text('name').notNull(),
    type: text('type', { enum: teamTypes }).notNull(),
    /** The spider the team rates itself on in a TUS or GRUS (R002-04, R002-07). */
    spiderTemplateId: text('spider_template_id').references(() => spiderTemplates.id),
    removedAt: moment('removed_at'),
  },
  (table) => [uniqueIndex('teams_name').on(table.name)],
);

export const employees = sqliteTable(
  'employees',
  {
    id: id(),
    employeeNumber: text('employee_number').notNull(),
    name: text('name').notNull(),
    categoryId: text('category_id')
      .notNull()
      .references(() => staffCategories.id),
    /** Own title where it says more than the category, else empty. */
    title: text('title').notNull(),
    employmentDate: date('employment_date').notNull(),
    leavingDate: date('leaving_date'),
    /** Share of full time in per cent. */
    employmentPercent: real('employment_percent').notNull(),
    note: text('note').notNull(),
    createdAt: moment('created_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [
    uniqueIndex('employees_number').on(table.employeeNumber),
    index('employees_category').on(table.categoryId),
  ],
);

/** Who was in which team from which day to which; `toDate` null while it lasts. */
export const teamMemberships = sqliteTable(
  'team_memberships',
  {
    id: id(),
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id),
    fromDate: date('from_date').notNull(),
    toDate: date('to_date'),
  },
  (table) => [
    index('team_memberships_employee').on(table.employeeId),
    index('team_memberships_team').on(table.teamId),
  ],
);

/** Who is whose leader from which day to which; `toDate` null while it lasts. A row that ended is never changed (U5). */
export const responsibleLeaders = sqliteTable(
  'responsible_leaders',
  {
    id: id(),
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
    leaderId: text('leader_id')
      .notNull()
      .references(() => employees.id),
    fromDate: date('from_date').notNull(),
    toDate: date('to_date'),
  },
  (table) => [
    index('responsible_leaders_employee').on(table.employeeId),
    index('responsible_leaders_leader').on(table.leaderId),
  ],
);

/** A long absence, so that a talk can be advised after the return. Why somebody was away is nobody's business here. */
export const leaves = sqliteTable(
  'leaves',
  {
    id: id(),
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
    fromDate: date('from_date').notNull(),
    /** Last day away; null while the return has no date. */
    toDate: date('to_date'),
    createdAt: moment('created_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [index('leaves_employee').on(table.employeeId)],
);

/** Functions such as læsevejleder, TR, AMR, PLC (R001-19); the name is the school's own. */
export const employeeFunctions = sqliteTable(
  'employee_functions',
  {
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
    name: text('name').notNull(),
  },
  (table) => [primaryKey({ columns: [table.employeeId, table.name] })],
);

/** Subject a person may teach: by training (`formal`) or by the leader's assessment (`assessed`). */
export const teachingQualifications = sqliteTable(
  'teaching_qualifications',
  {
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
    subject: text('subject').notNull(),
    basis: text('basis', { enum: ['formal', 'assessed'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.employeeId, table.subject, table.basis] })],
);

/** A task a person has this year, or that the leader intends her to have (R000-10). */
export const tasks = sqliteTable(
  'tasks',
  {
    id: id(),
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
    schoolYear: text('school_year').notNull(),
    kind: text('kind', { enum: ['present', 'intended'] }).notNull(),
    name: text('name').notNull(),
  },
  (table) => [uniqueIndex('tasks_once').on(table.employeeId, table.schoolYear, table.kind, table.name)],
);

/** One staff import, with what stood before it, so that it can be undone as a whole. */
export const staffImports = sqliteTable('staff_imports', {
  id: id(),
  importedAt: moment('imported_at').notNull(),
  created: integer('created').notNull(),
  updated: integer('updated').notNull(),
  /** JSON: rows as they were, and the identifiers of the rows made. */
  before: text('before').notNull(),
  undoneAt: moment('undone_at'),
});
