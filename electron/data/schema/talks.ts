import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { talkKinds } from '../../../shared/domain/talk-kinds';
import { date, id, moment } from './columns';
import { employees, tasks, teams } from './employees';
import { priorities } from './school';
import { competences, templateVersions } from './spiders';
import { talkFormVersions } from './talk-forms';

/**
 * A development talk: MUS and competence talk (KUS) with one employee, TUS and GRUS with a team (R003-07). Exactly one
 * of `employeeId` and `teamId` is set; triggers hold that.
 */
export const talks = sqliteTable(
  'talks',
  {
    id: id(),
    kind: text('kind', { enum: talkKinds }).notNull(),
    employeeId: text('employee_id').references(() => employees.id),
    teamId: text('team_id').references(() => teams.id),
    /** As it stood when the talk was held; a later change of leader does not touch it (U5). */
    leaderName: text('leader_name').notNull(),
    leaderId: text('leader_id').references(() => employees.id),
    schoolYear: text('school_year').notNull(),
    heldOn: date('held_on').notNull(),
    /** `HH:MM`, empty when not set. */
    startsAt: text('starts_at').notNull(),
    /** How long it takes. */
    minutes: integer('minutes').notNull(),
    /** Agreed with those who come: the season planner does not move it. */
    isFixed: integer('is_fixed', { mode: 'boolean' }).notNull(),
    place: text('place').notNull(),
    purpose: text('purpose').notNull(),
    agenda: text('agenda').notNull(),
    notForDiscussion: text('not_for_discussion').notNull(),
    /** Who else takes part, for instance a union representative, in plain words. */
    others: text('others').notNull(),
    templateVersionId: text('template_version_id').references(() => templateVersions.id),
    /** The school's own form; null for the form that comes with Spind for this kind. */
    formVersionId: text('form_version_id').references(() => talkFormVersions.id),
    horizonMonths: integer('horizon_months').notNull(),
    /** Why the talk closed without a plan (U2), else empty. */
    emptyPlanReason: text('empty_plan_reason').notNull(),
    createdAt: moment('created_at').notNull(),
    closedAt: moment('closed_at'),
    removedAt: moment('removed_at'),
  },
  (table) => [
    index('talks_employee').on(table.employeeId),
    index('talks_team').on(table.teamId),
    index('talks_held_on').on(table.heldOn),
    index('talks_school_year').on(table.schoolYear),
    // What is not closed yet is asked for all the time, and is little beside what is.
    index('talks_open').on(table.closedAt, table.heldOn),
  ],
);

/** Who takes part in a talk with a team: its members on the day, as the leader has them. */
export const talkParticipants = sqliteTable(
  'talk_participants',
  {
    talkId: text('talk_id')
      .notNull()
      .references(() => talks.id),
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
  },
  (table) => [
    primaryKey({ columns: [table.talkId, table.employeeId] }),
    index('talk_participants_employee').on(table.employeeId),
  ],
);

/** What was said in each main area of the talk's form, in its order: for a MUS area 1 … 6 (R002-08), for a TUS 1 … 5. */
export const talkNotes = sqliteTable(
  'talk_notes',
  {
    talkId: text('talk_id')
      .notNull()
      .references(() => talks.id),
    area: integer('area').notNull(),
    text: text('text').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.talkId, table.area] })],
);

export const ratingRoles = ['self', 'leader', 'agreed', 'team'] as const;

/**
 * One rater's view in one talk. Self, leader and agreed stand side by side and are never merged (R002-07); a team has
 * one rating in common, `team`.
 */
export const ratings = sqliteTable(
  'ratings',
  {
    id: id(),
    talkId: text('talk_id')
      .notNull()
      .references(() => talks.id),
    role: text('role', { enum: ratingRoles }).notNull(),
    updatedAt: moment('updated_at').notNull(),
    lockedAt: moment('locked_at'),
  },
  (table) => [uniqueIndex('ratings_once').on(table.talkId, table.role)],
);

export const ratingLevels = sqliteTable(
  'rating_levels',
  {
    ratingId: text('rating_id')
      .notNull()
      .references(() => ratings.id),
    competenceId: text('competence_id')
      .notNull()
      .references(() => competences.id),
    state: text('state', { enum: ['rated', 'notRated', 'notRelevant'] }).notNull(),
    level: integer('level'),
    comment: text('comment').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ratingId, table.competenceId] })],
);

/**
 * A self-rating under the employee's own PIN. Only this ciphertext exists until both have locked (DOMAIN 4.4);
 * then it moves to `ratings` and the row goes.
 */
export const sealedRatings = sqliteTable('sealed_ratings', {
  talkId: text('talk_id')
    .primaryKey()
    .notNull()
    .references(() => talks.id),
  /** JSON with the scrypt parameters and salt. */
  derivation: text('derivation').notNull(),
  nonce: blob('nonce', { mode: 'buffer' }).notNull(),
  sealed: blob('sealed', { mode: 'buffer' }).notNull(),
  updatedAt: moment('updated_at').notNull(),
  lockedAt: moment('locked_at'),
});

/**
 * A promise: which competence, who, when, by which activity (R003-01), from whom to whom. It is an employee's or a
 * team's: exactly one of the two is set. Where a team promises, `giver` is `employee`.
 */
export const agreements = sqliteTable(
  'agreements',
  {
    id: id(),
    employeeId: text('employee_id').references(() => employees.id),
    teamId: text('team_id').references(() => teams.id),
    talkId: text('talk_id').references(() => talks.id),
    schoolYear: text('school_year').notNull(),
    competence: text('competence').notNull(),
    activity: text('activity').notNull(),
    /** Who carries it out, in words. */
    who: text('who').notNull(),
    dueOn: date('due_on').notNull(),
    giver: text('giver', { enum: ['employee', 'leader', 'both'] }).notNull(),
    receiver: text('receiver', { enum: ['employee', 'leader', 'team', 'school'] }).notNull(),
    origin: text('origin', { enum: ['need', 'wish', 'both'] }).notNull(),
    state: text('state', { enum: ['open', 'kept', 'partly', 'notKept', 'dropped'] }).notNull(),
    stateReason: text('state_reason').notNull(),
    /** The talk that marked it. */
    markedInTalkId: text('marked_in_talk_id').references(() => talks.id),
    createdAt: moment('created_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [
    index('agreements_employee').on(table.employeeId),
    index('agreements_team').on(table.teamId),
    index('agreements_talk').on(table.talkId),
    index('agreements_state').on(table.state, table.dueOn),
  ],
);

/** The individual training plan of one person for one school year (R000-01, R000-03). */
export const trainingPlans = sqliteTable(
  'training_plans',
  {
    id: id(),
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
    schoolYear: text('school_year').notNull(),
    talkId: text('talk_id').references(() => talks.id),
    /** Goals and results of the teaching come first (R000-09). */
    teachingGoals: text('teaching_goals').notNull(),
    status: text('status', { enum: ['draft', 'agreed', 'signed'] }).notNull(),
    version: integer('version').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('training_plans_once').on(table.employeeId, table.schoolYear),
    index('training_plans_year').on(table.schoolYear),
  ],
);

/** An agreement as a line of the training plan: its matrix cell (R000-12) and the task it springs from (R000-10). */
export const planLines = sqliteTable(
  'plan_lines',
  {
    id: id(),
    planId: text('plan_id')
      .notNull()
      .references(() => trainingPlans.id),
    agreementId: text('agreement_id')
      .notNull()
      .references(() => agreements.id),
    cell: text('cell').notNull(),
    priorityId: text('priority_id').references(() => priorities.id),
    taskId: text('task_id')
      .notNull()
      .references(() => tasks.id),
    position: integer('position').notNull(),
  },
  (table) => [
    uniqueIndex('plan_lines_agreement').on(table.agreementId),
    index('plan_lines_plan').on(table.planId),
    index('plan_lines_task').on(table.taskId),
  ],
);
