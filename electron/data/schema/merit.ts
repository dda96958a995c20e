import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { meritMoves, meritRoles, meritStates, meritVerdicts } from '../../../shared/domain/merit-states';
import { date, id, moment } from './columns';
import { employees } from './employees';
import { attachments, ectsRequirements } from './leader-training';

/**
 * An application for merit (R002-12). In the school's own file `employeeId` names the leader; in the file of HR, which
 * has no staff, her name and school are kept as they came.
 */
export const meritCases = sqliteTable(
  'merit_cases',
  {
    /** The same in both files: it is how an answer finds its case. */
    id: id(),
    employeeId: text('employee_id').references(() => employees.id),
    applicantName: text('applicant_name').notNull(),
    applicantTitle: text('applicant_title').notNull(),
    /** The school it comes from, in the file of HR; null in the school's own. */
    partnerId: text('partner_id'),
    requirementId: text('requirement_id').references(() => ectsRequirements.id),
    /** What the requirement said when the application was made: name, points, parts. JSON. */
    requirement: text('requirement').notNull(),
    application: text('application').notNull(),
    state: text('state', { enum: meritStates }).notNull(),
    /** 1 for the first round of positions; a disagreement, a complaint or new information begins the next. */
    round: integer('round').notNull(),
    appliedOn: date('applied_on'),
    decidedOn: date('decided_on'),
    /** Points granted; null until decided. */
    ects: real('ects'),
    createdAt: moment('created_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [index('merit_cases_employee').on(table.employeeId)],
);

/** A paper laid beside the requirement's parts. */
export const meritEvidence = sqliteTable(
  'merit_evidence',
  {
    id: id(),
    caseId: text('case_id')
      .notNull()
      .references(() => meritCases.id),
    title: text('title').notNull(),
    provider: text('provider').notNull(),
    /** Year of the certificate. */
    year: integer('year'),
    ects: real('ects').notNull(),
    learningGoals: text('learning_goals').notNull(),
    /** Names of the parts it is to cover, as JSON. */
    covers: text('covers').notNull(),
    attachmentId: text('attachment_id').references(() => attachments.id),
    position: integer('position').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [index('merit_evidence_case').on(table.caseId)],
);

/** One of the two positions in a round: taken alone, never changed, laid open when both are in. */
export const meritPositions = sqliteTable(
  'merit_positions',
  {
    id: id(),
    caseId: text('case_id')
      .notNull()
      .references(() => meritCases.id),
    round: integer('round').notNull(),
    role: text('role', { enum: meritRoles }).notNull(),
    name: text('name').notNull(),
    verdict: text('verdict', { enum: meritVerdicts }).notNull(),
    /** Points of a `partly`. */
    ects: real('ects'),
    reason: text('reason').notNull(),
    takenAt: moment('taken_at').notNull(),
  },
  (table) => [uniqueIndex('merit_positions_once').on(table.caseId, table.round, table.role)],
);

/**
 * Every move but the positions, with its reason: handed in, information given, met after a disagreement, complaint,
 * reopened, withdrawn. Rows are only ever added.
 */
export const meritSteps = sqliteTable(
  'merit_steps',
  {
    id: id(),
    caseId: text('case_id')
      .notNull()
      .references(() => meritCases.id),
    /** The round the case was in afterwards. */
    round: integer('round').notNull(),
    move: text('move', { enum: meritMoves }).notNull(),
    reason: text('reason').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('merit_steps_case').on(table.caseId)],
);
