import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { useRemoval } from '../../ui/use-removal';
import type { OneEnrolment } from './words';

/** The paper behind it: attach, save a copy, remove with a way back. Nothing before there can be one. */
export function CertificateSheet({ one: { id, state, certificate } }: { one: OneEnrolment }) {
  const { t } = useTranslation();
  const add = useOrder('enrolments', 'addCertificate');
  const save = useOrder('enrolments', 'exportCertificate');
  const removal = useRemoval<{ attachmentId: string }>({
    remove: async (gone) => Object.assign(gone, await call('enrolments', 'removeCertificate', { id })),
    restore: ({ attachmentId }) => call('enrolments', 'restoreCertificate', { id, attachmentId }),
    message: () => t('enrolments.certificateRemoved'),
  });
  const isEarly = state === 'wished' || state === 'approved' || state === 'enrolled' || state === 'cancelled';
  if (isEarly && !certificate) return <Failure error={removal.error} />;
  return (
    <Sheet title={t('enrolments.certificate')}>
      {certificate ? (
        <>
          <p className="written">{certificate.name}</p>
          <div className="enrolment-moves">
            <Button variant="default" loading={save.isPending} onClick={() => save.mutate({ id })}>
              {t('enrolments.certificateSave')}
            </Button>
            <Button
              variant="subtle"
              color="brick"
              loading={removal.isRemoving}
              onClick={() => void removal.removeIt({ attachmentId: '' })}
            >
              {t('common.remove')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="soft">{t('enrolments.certificateHint')}</p>
          <Button variant="default" loading={add.isPending} onClick={() => add.mutate({ id })}>
            {t('enrolments.certificateAdd')}
          </Button>
        </>
      )}
      <Failure error={add.error ?? save.error ?? removal.error} />
    </Sheet>
  );
}
