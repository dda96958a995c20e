import type { leaderTraining as contract } from '@shared/contract/leader-training';
import { eq } from 'drizzle-orm';
import { ledgerEntries } from '../../data/schema/leader-training';
import { certificatesAt } from '../certificates';
import type { Handlers } from '../context';
import { theWrittenEntry } from './entries';

type Own = 'addCertificate' | 'exportCertificate' | 'removeCertificate' | 'restoreCertificate';

const certificates = certificatesAt({
  entity: 'ledgerEntry',
  held: (db, id) => theWrittenEntry(db, id).attachmentId,
  hang(db, id, attachmentId) {
    db.update(ledgerEntries).set({ attachmentId }).where(eq(ledgerEntries.id, id)).run();
  },
  texts: {
    none: { da: 'Der ligger intet bevis ved modulet.', en: 'The module has no certificate.' },
    second: {
      da: 'Der ligger allerede et bevis ved modulet. Fjern det først.',
      en: 'The module has a certificate already. Remove that first.',
    },
  },
});

/** The paper behind a module. */
export const certificateHandlers: Pick<Handlers<typeof contract>, Own> = {
  addCertificate: (context, { entryId }) => certificates.add(context, entryId),
  exportCertificate: (context, { entryId }) => certificates.export(context, entryId),
  removeCertificate: (context, { entryId }) => certificates.remove(context, entryId),
  restoreCertificate: (context, { entryId, attachmentId }) =>
    certificates.restore(context, entryId, attachmentId),
};
