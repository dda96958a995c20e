import type { leaderTraining as contract } from '@shared/contract/leader-training';
import { refuse } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import type { Database } from '../../data/open';
import {
  attachmentBytes,
  attachmentEndings,
  largestAttachment,
  refuseOwnedAttachment,
  storeAttachment,
} from '../../data/queries/attachments';
import { ledgerEntries } from '../../data/schema/leader-training';
import type { Context, Handlers } from '../context';
import { theWrittenEntry } from './entries';
import { audited } from './rules';

type Own = 'addCertificate' | 'exportCertificate' | 'removeCertificate' | 'restoreCertificate';

const entry = audited('ledgerEntry');

/** The paper behind a module, kept in the encrypted file byte by byte. */
export const certificateHandlers: Pick<Handlers<typeof contract>, Own> = {
  async addCertificate(context, { entryId }) {
    refuseSecond(context.db, entryId);
    const file = await context.machine.chooseFile('certificate', largestAttachment);
    if (!file) return { carriedOut: false };
    return context.write(entry('certificate-added', entryId, ['certificate']), (db) => {
      refuseSecond(db, entryId);
      attach(db, entryId, storeAttachment(db, file, context.now()));
      return { carriedOut: true };
    });
  },

  async exportCertificate(context, { entryId }) {
    const { attachmentId } = theWrittenEntry(context.db, entryId);
    if (attachmentId === null) throw noCertificate;
    const { mime, bytes } = attachmentBytes(context.db, attachmentId);
    const name = `${context.language() === 'da' ? 'bevis' : 'certificate'}.${attachmentEndings[mime]}`;
    const carriedOut = await context.machine.saveFile('certificate', name, bytes);
    if (carriedOut) noteExport(context, entryId);
    return { carriedOut };
  },

  removeCertificate(context, { entryId }) {
    return context.write(entry('certificate-removed', entryId, ['certificate']), (db) => {
      const { attachmentId } = theWrittenEntry(db, entryId);
      if (attachmentId === null) throw noCertificate;
      attach(db, entryId, null);
      return { attachmentId };
    });
  },

  restoreCertificate(context, { entryId, attachmentId }) {
    return context.write(entry('certificate-restored', entryId, ['certificate']), (db) => {
      refuseSecond(db, entryId);
      attachmentBytes(db, attachmentId);
      refuseOwnedAttachment(db, attachmentId);
      attach(db, entryId, attachmentId);
      return {};
    });
  },
};

function attach(db: Database, entryId: string, attachmentId: string | null): void {
  db.update(ledgerEntries).set({ attachmentId }).where(eq(ledgerEntries.id, entryId)).run();
}

/** A paper leaves the encrypted file, which the audit log is to know. */
function noteExport(context: Context, entryId: string): void {
  context.write(entry('certificate-exported', entryId, ['certificate']), () => undefined);
}

function refuseSecond(db: Database, entryId: string): void {
  if (theWrittenEntry(db, entryId).attachmentId === null) return;
  throw refuse('conflict', {
    da: 'Der ligger allerede et bevis ved modulet. Fjern det først.',
    en: 'The module has a certificate already. Remove that first.',
  });
}

const noCertificate = refuse('not-found', {
  da: 'Der ligger intet bevis ved modulet.',
  en: 'The module has no certificate.',
});
