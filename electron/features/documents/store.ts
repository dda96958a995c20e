import { createHash, randomUUID } from 'node:crypto';
import type { DocumentRow } from '@shared/contract/documents';
import type { PrintedSignature, PrintFrame } from '@shared/contract/print';
import { groupBy } from '@shared/domain/group-by';
import { refuse } from '@shared/domain/text';
import { asc, desc, eq } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { correctionNotes, documents, signatures } from '../../data/schema/documents';
import { employees } from '../../data/schema/employees';
import { trainingPlans } from '../../data/schema/talks';

export type StoredDocument = typeof documents.$inferSelect;

export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** First 16 hex digits in groups of four, as people read them aloud: `7F3A 91C2 0B5E 44D8`. */
export const fingerprintOf = (hash: string) =>
  (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(' ');

/** A new document with its content frozen, not yet stored; PDF and signatures come later. */
export function newDocument(
  fields: Pick<StoredDocument, 'kind' | 'employeeId' | 'talkId' | 'planId' | 'version' | 'state'>,
  content: unknown,
  now: Date,
): StoredDocument {
  const snapshot = JSON.stringify(content);
  return {
    id: randomUUID(),
    ...fields,
    snapshot,
    snapshotSha256: sha256(snapshot),
    pdf: null,
    pdfSha256: null,
    createdAt: now.toISOString(),
    completedAt: fields.state === 'issued' ? now.toISOString() : null,
  };
}

/** A stored document; refuses `not-found`. */
export function theDocument(db: Database, documentId: string): StoredDocument {
  const document = db.select().from(documents).where(eq(documents.id, documentId)).get();
  if (!document) {
    throw refuse('not-found', {
      da: 'Dokumentet findes ikke længere.',
      en: 'The document no longer exists.',
    });
  }
  return document;
}

export function signaturesOf(db: Database, documentId: string): PrintedSignature[] {
  const rows = db
    .select()
    .from(signatures)
    .where(eq(signatures.documentId, documentId))
    .orderBy(asc(signatures.party))
    .all();
  return rows.map(({ party, name, method, drawing, wording, signedAt }) => ({
    party,
    name,
    method,
    drawing,
    wording,
    signedAt,
  }));
}

/** What the print window is given for a stored document. */
export function frameOf(document: StoredDocument, signed: readonly PrintedSignature[]): PrintFrame<unknown> {
  return {
    content: JSON.parse(document.snapshot),
    version: document.version,
    fingerprint: fingerprintOf(document.snapshotSha256),
    createdAt: document.completedAt ?? document.createdAt,
    signatures: signed,
  };
}

/** Documents as the list shows them, newest first, with their correction notes; never the PDF itself. */
export function documentRows(
  db: Database,
  where?: { employeeId?: string | undefined; id?: string },
): DocumentRow[] {
  const filter = where?.id
    ? eq(documents.id, where.id)
    : where?.employeeId
      ? eq(documents.employeeId, where.employeeId)
      : undefined;
  const rows = db
    .select({
      id: documents.id,
      kind: documents.kind,
      state: documents.state,
      employeeId: documents.employeeId,
      employeeName: employees.name,
      schoolYear: trainingPlans.schoolYear,
      version: documents.version,
      hash: documents.snapshotSha256,
      createdAt: documents.createdAt,
      completedAt: documents.completedAt,
      pdfSha256: documents.pdfSha256,
    })
    .from(documents)
    .leftJoin(employees, eq(employees.id, documents.employeeId))
    .leftJoin(trainingPlans, eq(trainingPlans.id, documents.planId))
    .where(filter)
    .orderBy(desc(documents.createdAt))
    .all();
  const notes = groupBy(
    db
      .select({
        documentId: correctionNotes.documentId,
        text: correctionNotes.text,
        author: correctionNotes.author,
        createdAt: correctionNotes.createdAt,
      })
      .from(correctionNotes)
      .innerJoin(documents, eq(documents.id, correctionNotes.documentId))
      .where(filter)
      .orderBy(asc(correctionNotes.createdAt))
      .all(),
    (note) => note.documentId,
  );
  return rows.map(({ hash, pdfSha256, employeeName, schoolYear, ...row }) => ({
    ...row,
    employeeName: employeeName ?? '',
    schoolYear: schoolYear ?? '',
    fingerprint: fingerprintOf(hash),
    hasPdf: pdfSha256 !== null,
    corrections: (notes.get(row.id) ?? []).map(({ documentId: _, ...note }) => note),
  }));
}
