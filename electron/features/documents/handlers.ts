import { randomUUID } from 'node:crypto';
import type { documents as contract } from '@shared/contract/documents';
import { localDate } from '@shared/domain/dates';
import { refuse } from '@shared/domain/text';
import { and, eq } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { theApplication } from '../../data/queries/fund-applications';
import { fundPackContent } from '../../data/queries/fund-pack';
import { handoverPack } from '../../data/queries/handover';
import { schoolLeader } from '../../data/queries/leaders';
import { readCase } from '../../data/queries/merit-case';
import { meritLetterContent } from '../../data/queries/merit-letter';
import { programmePrint } from '../../data/queries/programme-print';
import { theTalk } from '../../data/queries/the-talk';
import { correctionNotes, documents } from '../../data/schema/documents';
import type { Handlers } from '../context';
import { disagreementCardsContent, minutesContent, spiderSheetContent } from './content';
import { deliver, issue } from './issue';
import { claimOf } from './pdf-file';
import { signingHandlers } from './signing';
import { documentRows, sha256, theDocument } from './store';

const largestPdf = 50_000_000;

export const documentsHandlers: Handlers<typeof contract> = {
  list: ({ db }, { employeeId }) => ({ documents: documentRows(db, { employeeId }) }),

  minutes(context, { talkId, way }) {
    const content = minutesContent(context.db, talkId);
    return issue(context, { kind: 'minutes', ...ofTalk(context.db, talkId) }, content, way);
  },

  disagreementCards(context, { talkId, way }) {
    const content = disagreementCardsContent(context.db, talkId);
    return issue(context, { kind: 'disagreementCards', ...ofTalk(context.db, talkId) }, content, way);
  },

  spiderSheet(context, { talkId, way }) {
    const content = spiderSheetContent(context.db, talkId);
    return issue(context, { kind: 'spiderSheet', ...ofTalk(context.db, talkId) }, content, way);
  },

  handover(context, { way, ...question }) {
    const content = handoverPack(context.db, { ...question, today: localDate(context.now()) });
    // It is about many people, so it belongs to none of them.
    const fields = { kind: 'handover', employeeId: null, talkId: null, planId: null, version: 1 } as const;
    return issue(context, fields, content, way);
  },

  meritLetter(context, { caseId, way }) {
    const content = meritLetterContent(context.db, caseId);
    // The same decision is the same letter, to the byte: it is made once and given again.
    const snapshotSha256 = sha256(JSON.stringify(content));
    const made = context.db
      .select()
      .from(documents)
      .where(and(eq(documents.kind, 'meritLetter'), eq(documents.snapshotSha256, snapshotSha256)))
      .get();
    if (made) return deliver(context, made, way);
    const { employeeId, round: version } = readCase(context.db, caseId);
    const fields = { kind: 'meritLetter', employeeId, talkId: null, planId: null, version } as const;
    return issue(context, fields, content, way);
  },

  programme(context, { schoolYear, way }) {
    const content = programmePrint(context.db, schoolYear, localDate(context.now()));
    const fields = { kind: 'programme', employeeId: null, talkId: null, planId: null, version: 1 } as const;
    return issue(context, fields, content, way);
  },

  fundPack(context, { applicationId, way }) {
    const content = fundPackContent(context.db, applicationId, localDate(context.now()));
    const { employeeId } = theApplication(context.db, applicationId);
    const fields = { kind: 'fundPack', employeeId, talkId: null, planId: null, version: 1 } as const;
    return issue(context, fields, content, way);
  },

  again: (context, { documentId, way }) => deliver(context, theDocument(context.db, documentId), way),

  addCorrection(context, { documentId, text }) {
    const document = theDocument(context.db, documentId);
    if (document.state !== 'signed' && document.state !== 'issued') {
      throw refuse('conflict', {
        da: 'Dokumentet er ikke underskrevet endnu, så ret planen i stedet.',
        en: 'The document is not signed yet; change the plan instead.',
      });
    }
    return context.write(
      { action: 'document.corrected', entity: 'document', entityId: documentId, fields: ['text'] },
      (db) => {
        const author = schoolLeader(db).name;
        db.insert(correctionNotes)
          .values({ id: randomUUID(), documentId, text, author, createdAt: context.now().toISOString() })
          .run();
        return {};
      },
    );
  },

  async check(context) {
    const file = await context.machine.chooseFile('pdf', largestPdf);
    if (!file) return null;
    const { name: fileName, bytes } = file;
    const hit = context.db
      .select({ id: documents.id })
      .from(documents)
      .where(eq(documents.pdfSha256, sha256(bytes)))
      .get();
    if (hit)
      return {
        fileName,
        verdict: 'unchanged',
        document: documentRows(context.db, { id: hit.id })[0] ?? null,
      };
    const claim = await claimOf(bytes);
    const known = claim ? documentRows(context.db, { id: claim.documentId })[0] : undefined;
    return known
      ? { fileName, verdict: 'changed', document: known }
      : { fileName, verdict: 'unknown', document: null };
  },

  ...signingHandlers,
};

const ofTalk = (db: Database, talkId: string) => ({
  employeeId: theTalk(db, talkId).employeeId,
  talkId,
  planId: null,
  version: 1,
});
