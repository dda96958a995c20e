import type { enrolments as contract } from '@shared/contract/enrolments';
import { eq } from 'drizzle-orm';
import { theEnrolment } from '../../data/queries/enrolments';
import { enrolments } from '../../data/schema/enrolments';
import { certificatesAt } from '../certificates';
import type { Handlers } from '../context';

type Own = 'addCertificate' | 'exportCertificate' | 'removeCertificate' | 'restoreCertificate';

const certificates = certificatesAt({
  entity: 'enrolment',
  held: (db, id) => theEnrolment(db, id).certificateId,
  hang(db, id, certificateId) {
    db.update(enrolments).set({ certificateId }).where(eq(enrolments.id, id)).run();
  },
  texts: {
    none: { da: 'Der ligger intet bevis ved tilmeldingen.', en: 'The enrolment has no certificate.' },
    second: {
      da: 'Der ligger allerede et bevis ved tilmeldingen. Fjern det først.',
      en: 'The enrolment has a certificate already. Remove that first.',
    },
  },
});

/** The paper behind an activity. */
export const certificateHandlers: Pick<Handlers<typeof contract>, Own> = {
  addCertificate: (context, { id }) => certificates.add(context, id),
  exportCertificate: (context, { id }) => certificates.export(context, id),
  removeCertificate: (context, { id }) => certificates.remove(context, id),
  restoreCertificate: (context, { id, attachmentId }) => certificates.restore(context, id, attachmentId),
};
