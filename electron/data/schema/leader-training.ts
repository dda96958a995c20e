import {
  blob,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { ledgerKinds, requirementBases } from '../../../shared/domain/merit-states';
import { date, id, moment } from './columns';
import { employees, staffCategories } from './employees';

/** A file that proves something: certificate or learning goals. Its bytes lie in the encrypted database. */
export const attachments = sqliteTable('attachments', {
  id: id(),
  name: text('name').notNull(),
  mime: text('mime', { enum: ['application/pdf', 'image/png', 'image/jpeg'] }).notNull(),
  size: integer('size').notNull(),
  sha256: text('sha256').notNull(),
  createdAt: moment('created_at').notNull(),
  // Last: SQLite reads through whatever comes before a column, and a list needs no bytes.
  content: blob('content', { mode: 'buffer' }).notNull(),
});

/** How much training a leader shall have, and by when it shall have begun: dated data with its source (R002-11, R002-17). */
export const ectsRequirements = sqliteTable('ects_requirements', {
  id: id(),
  name: text('name').notNull(),
  ects: real('ects').notNull(),
  /** Months from the first day in the post to the day training must have begun. */
  beginWithinMonths: integer('begin_within_months').notNull(),
  basis: text('basis', { enum: requirementBases }).notNull(),
  source: text('source').notNull(),
  lastCheckedOn: date('last_checked_on').notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to'),
  removedAt: moment('removed_at'),
});

/** What the points are to cover; evidence is laid beside these (DOMAIN 4.6). */
export const requirementParts = sqliteTable(
  'requirement_parts',
  {
    id: id(),
    requirementId: text('requirement_id')
      .notNull()
      .references(() => ectsRequirements.id),
    name: text('name').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [index('requirement_parts_requirement').on(table.requirementId)],
);

/** The staff categories a requirement is for (R002-16, R002-19). */
export const requirementCategories = sqliteTable(
  'requirement_categories',
  {
    requirementId: text('requirement_id')
      .notNull()
      .references(() => ectsRequirements.id),
    categoryId: text('category_id')
      .notNull()
      .references(() => staffCategories.id),
  },
  (table) => [primaryKey({ columns: [table.requirementId, table.categoryId] })],
);

/**
 * From which day somebody has been in a post of a category, where it is not her first day at the school. All her posts
 * stand here, or none: the requirement's clock runs from the first that has it.
 */
export const leaderPosts = sqliteTable(
  'leader_posts',
  {
    id: id(),
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
    categoryId: text('category_id')
      .notNull()
      .references(() => staffCategories.id),
    fromDate: date('from_date').notNull(),
  },
  (table) => [uniqueIndex('leader_posts_once').on(table.employeeId, table.fromDate)],
);

/** What a leader herself plans to be done by; nothing in the rule says when (DOMAIN 0.1). */
export const leaderPlans = sqliteTable('leader_plans', {
  employeeId: text('employee_id')
    .primaryKey()
    .notNull()
    .references(() => employees.id),
  completionOn: date('completion_on').notNull(),
});

/** One module in a leader's ledger. */
export const ledgerEntries = sqliteTable(
  'ledger_entries',
  {
    id: id(),
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
    kind: text('kind', { enum: ledgerKinds }).notNull(),
    title: text('title').notNull(),
    provider: text('provider').notNull(),
    ects: real('ects').notNull(),
    startedOn: date('started_on'),
    completedOn: date('completed_on'),
    attachmentId: text('attachment_id').references(() => attachments.id),
    /** The decision a `merit` entry follows. */
    meritCaseId: text('merit_case_id'),
    createdAt: moment('created_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [index('ledger_entries_employee').on(table.employeeId)],
);

/** What was learnt and tried is passed on at a leadership meeting (R002-14). */
export const shareBackItems = sqliteTable(
  'share_back_items',
  {
    id: id(),
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
    entryId: text('entry_id').references(() => ledgerEntries.id),
    topic: text('topic').notNull(),
    meetingOn: date('meeting_on'),
    doneAt: moment('done_at'),
    createdAt: moment('created_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [index('share_back_items_employee').on(table.employeeId)],
);

/** A course the school holds itself, for leaders of one kind or of both (R002-15, R002-18). */
export const internalCourses = sqliteTable('internal_courses', {
  id: id(),
  title: text('title').notNull(),
  heldOn: date('held_on'),
  place: text('place').notNull(),
  note: text('note').notNull(),
  createdAt: moment('created_at').notNull(),
  removedAt: moment('removed_at'),
});

export const internalCourseParticipants = sqliteTable(
  'internal_course_participants',
  {
    courseId: text('course_id')
      .notNull()
      .references(() => internalCourses.id),
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
    attended: integer('attended', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.courseId, table.employeeId] })],
);
