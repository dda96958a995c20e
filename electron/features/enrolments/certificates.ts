import type { enrolments as contract } from '@shared/contract/enrolments';
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
import { theEnrolment } from '../../data/queries/enrolments';
import { enrolments } from '../../data/schema/enrolments';
import type { Handlers } from '../context';
import { audited } from './rules';

type Own = 'addCertificate' | 'exportCertificate' | 'removeCertificate' | 'restoreCertificate';

const entry = audited('enrolment');

/** The paper behind an activity, kept in the encrypted file byte by byte. */
export const certificateHandlers: Pick<Handlers<typeof contract>, Own> = {
  async addCertificate(context, { id }) {
    refuseSecond(context.db, id);
    const file = await context.machine.chooseFile('certificate', largestAttachment);
    if (!file) return { carriedOut: false };
    return context.write(entry('certificate-added', id, ['certificate']), (db) => {
      refuseSecond(db, id);
      attach(db, id, storeAttachment(db, file, context.now()));
      return { carriedOut: true };
    });
  },

  async exportCertificate(context, { id }) {
    const { mime, bytes } = attachmentBytes(context.db, certificateOf(context.db, id));
    const name = `${context.language() === 'da' ? 'bevis' : 'certificate'}.${attachmentEndings[mime]}`;
    const carriedOut = await context.machine.saveFile('certificate', name, bytes);
    // A paper leaves the encrypted file, which the audit log is to know.
    if (carriedOut) context.write(entry('certificate-exported', id, ['certificate']), () => undefined);
    return { carriedOut };
  },

  removeCertificate(context, { id }) {
    return context.write(entry('certificate-removed', id, ['certificate']), (db) => {
      const attachmentId = certificateOf(db, id);
      attach(db, id, null);
      return { attachmentId };
    });
  },

  restoreCertificate(context, { id, attachmentId }) {
    return context.write(entry('certificate-restored', id, ['certificate']), (db) => {
      refuseSecond(db, id);
      attachmentBytes(db, attachmentId);
      refuseOwnedAttachment(db, attachmentId);
      attach(db, id, attachmentId);
      return {};
    });
  },
};

function attach(db: Database, id: string, certificateId: string | null): void {
  db.update(enrolments).set({ certificateId }).where(eq(enrolments.id, id)).run();
}

function certificateOf(db: Database, id: string): string {
  const { certificateId } = theEnrolment(db, id);
  if (certificateId !== null) return certificateId;
  throw refuse('not-found', {
    da: 'Der ligger intet bevis ved tilmeldingen.',
    en: 'The enrolment has no certificate.',
  });
}

function refuseSecond(db: Database, id: string): void {
  if (theEnrolment(db, id).certificateId === null) return;
  throw refuse('conflict', {
    da: 'Der ligger allerede et bevis ved tilmeldingen. Fjern det først.',
    en: 'The enrolment has a certificate already. Remove that first.',
  });
}
