import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { activityPhases, enrolmentStates } from '../../../shared/domain/enrolment-states';
import { date, id, moment } from './columns';
import { teamModules } from './course-chains';
import { employees, teams } from './employees';
import { attachments, ledgerEntries } from './leader-training';
import { courseRuns, programmeItems } from './programme';
import { priorities } from './school';
import { agreements } from './talks';

/** What a department, or a goal, may spend in a school year (R002-02); the whole school's when neither is named. */
export const budgets = sqliteTable('budgets', {
  id: id(),
  schoolYear: text('school_year').notNull(),
  name: text('name').notNull(),
  teamId: text('team_id').references(() => teams.id),
  priorityId: text('priority_id').references(() => priorities.id),
  amountOre: integer('amount_ore').notNull(),
  /** Days of substitutes it may use; null when they are not counted. */
  substituteDays: real('substitute_days'),
  removedAt: moment('removed_at'),
});

/** One person and one activity, from a wish to what came of it. */
export const enrolments = sqliteTable(
  'enrolments',
  {
    id: id(),
    employeeId: text('employee_id')
      .notNull()
      .references(() => employees.id),
    /** The item of the programme; null for something of her own. */
    itemId: text('item_id').references(() => programmeItems.id),
    runId: text('run_id').references(() => courseRuns.id),
    /** The line of her plan it fulfils. */
    agreementId: text('agreement_id').references(() => agreements.id),
    title: text('title').notNull(),
    provider: text('provider').notNull(),
    startsOn: date('starts_on'),
    endsOn: date('ends_on'),
    feeOre: integer('fee_ore').notNull(),
    materialsOre: integer('materials_ore').notNull(),
    substituteDays: real('substitute_days').notNull(),
    /** Price of one substitute day, øre. */
    substituteDayOre: integer('substitute_day_ore').notNull(),
    budgetId: text('budget_id').references(() => budgets.id),
    priorityId: text('priority_id').references(() => priorities.id),
    state: text('state', { enum: enrolmentStates }).notNull(),
    certificateId: text('certificate_id').references(() => attachments.id),
    createdAt: moment('created_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [
    index('enrolments_employee').on(table.employeeId),
    index('enrolments_item').on(table.itemId),
    index('enrolments_run').on(table.runId),
    index('enrolments_budget').on(table.budgetId),
    index('enrolments_state').on(table.state),
    index('enrolments_agreement').on(table.agreementId),
  ],
);

/** Every state an enrolment has been in, from which day and why. */
export const enrolmentSteps = sqliteTable(
  'enrolment_steps',
  {
    id: id(),
    enrolmentId: text('enrolment_id')
      .notNull()
      .references(() => enrolments.id),
    state: text('state', { enum: enrolmentStates }).notNull(),
    onDate: date('on_date').notNull(),
    reason: text('reason').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('enrolment_steps_enrolment').on(table.enrolmentId)],
);

/** What a person decided that a completed activity added: a qualification, points, or nothing. Nothing is added by itself. */
export const enrolmentOutcomes = sqliteTable(
  'enrolment_outcomes',
  {
    id: id(),
    enrolmentId: text('enrolment_id')
      .notNull()
      .references(() => enrolments.id),
    kind: text('kind', { enum: ['qualification', 'ects', 'teamModule', 'nothing'] }).notNull(),
    /** The subject of a qualification; the id of a team module, so that several can stand; else empty. */
    subject: text('subject').notNull(),
    basis: text('basis', { enum: ['formal', 'assessed'] }),
    ledgerEntryId: text('ledger_entry_id').references(() => ledgerEntries.id),
    /** The module her team solved by it; it counts for all its members of that day. */
    teamModuleId: text('team_module_id').references(() => teamModules.id),
    at: moment('at').notNull(),
  },
  (table) => [uniqueIndex('enrolment_outcomes_once').on(table.enrolmentId, table.kind, table.subject)],
);

/** What is done before, during and after a longer activity so that it comes to use (R001-08). */
export const transferSteps = sqliteTable(
  'transfer_steps',
  {
    id: id(),
    enrolmentId: text('enrolment_id')
      .notNull()
      .references(() => enrolments.id),
    phase: text('phase', { enum: activityPhases }).notNull(),
    text: text('text').notNull(),
    dueOn: date('due_on'),
    responsibleId: text('responsible_id').references(() => employees.id),
    /** The team it is shared back at (R001-09); null for any other step. */
    teamId: text('team_id').references(() => teams.id),
    position: integer('position').notNull(),
    doneAt: moment('done_at'),
    removedAt: moment('removed_at'),
  },
  (table) => [
    index('transfer_steps_enrolment').on(table.enrolmentId),
    index('transfer_steps_due_on').on(table.dueOn),
  ],
);
