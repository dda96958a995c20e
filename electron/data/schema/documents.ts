import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, moment } from './columns';
import { employees } from './employees';
import { talks, trainingPlans } from './talks';

export const documentKinds = [
  'trainingPlan',
  'minutes',
  'spiderSheet',
  'disagreementCards',
  'handover',
  'meritLetter',
  'programme',
  'fundPack',
  'recoveryCode',
] as const;

/**
 * A document the application made: what it said (snapshot), its hash and the PDF, stored together and never changed.
 * A later change is a new version or a correction note.
 */
export const documents = sqliteTable(
  'documents',
  {
    id: id(),
    kind: text('kind', { enum: documentKinds }).notNull(),
    employeeId: text('employee_id').references(() => employees.id),
    talkId: text('talk_id').references(() => talks.id),
    planId: text('plan_id').references(() => trainingPlans.id),
    version: integer('version').notNull(),
    state: text('state', { enum: ['awaitingSignatures', 'superseded', 'signed', 'issued'] }).notNull(),
    snapshotSha256: text('snapshot_sha256').notNull(),
    pdfSha256: text('pdf_sha256'),
    createdAt: moment('created_at').notNull(),
    completedAt: moment('completed_at'),
    // The two big ones stand last: SQLite reads through whatever comes before a column, and a list needs neither.
    /** JSON of everything the print shows; empty for the recovery code, which is never stored. */
    snapshot: text('snapshot').notNull(),
    pdf: blob('pdf', { mode: 'buffer' }),
  },
  (table) => [
    index('documents_employee').on(table.employeeId),
    index('documents_plan').on(table.planId),
    index('documents_pdf').on(table.pdfSha256),
  ],
);

/** One party's signature, with the words it stands for: agreement, or only seen and received (U15). */
export const signatures = sqliteTable(
  'signatures',
  {
    id: id(),
    documentId: text('document_id')
      .notNull()
      .references(() => documents.id),
    party: text('party', { enum: ['employee', 'leader'] }).notNull(),
    name: text('name').notNull(),
    method: text('method', { enum: ['drawn', 'typed'] }).notNull(),
    /** SVG path data of a drawn signature in a 600 × 200 box, else empty. */
    drawing: text('drawing').notNull(),
    wording: text('wording', { enum: ['agree', 'seenAndReceived'] }).notNull(),
    signedAt: moment('signed_at').notNull(),
  },
  (table) => [uniqueIndex('signatures_once').on(table.documentId, table.party)],
);

/** What was wrong in a signed document, told beside it instead of in it (U18). */
export const correctionNotes = sqliteTable('correction_notes', {
  id: id(),
  documentId: text('document_id')
    .notNull()
    .references(() => documents.id),
  text: text('text').notNull(),
  author: text('author').notNull(),
  createdAt: moment('created_at').notNull(),
});
