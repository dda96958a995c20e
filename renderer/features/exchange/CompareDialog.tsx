import { Alert, Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Fingerprint } from '../../ui/Fingerprint';
import type { Partner } from './ContactsSheet';

type Props = { partner: Partner; onBlock: () => void; onClose: () => void };

/** Two people read eight groups to each other; only a person can say whether they are the same. */
export function CompareDialog({ partner, onBlock, onClose }: Props) {
  const { t } = useTranslation();
  const mark = useOrder('exchange', 'markCompared');
  const [isDifferent, setDifferent] = useState(false);
  const { id: partnerId, name, fingerprint } = partner;
  return (
    <Modal opened onClose={onClose} title={t('exchange.comparing.title', { name })}>
      <p className="exchange-text">{t('exchange.comparing.text')}</p>
      <Fingerprint groups={fingerprint} label={t('exchange.adding.fingerprint')} />
      <Failure error={mark.error} />
      {isDifferent && (
        <Alert color="brick" variant="light" role="alert">
          {t('exchange.comparing.differentText')}
        </Alert>
      )}
      <div className="form-foot">
        {isDifferent ? (
          <>
            <Button variant="default" onClick={onClose} autoFocus>
              {t('common.close')}
            </Button>
            <Button
              color="brick"
              onClick={() => {
                onClose();
                onBlock();
              }}
            >
              {t('exchange.comparing.block', { name })}
            </Button>
          </>
        ) : (
          <>
            <Button variant="default" onClick={() => setDifferent(true)} data-autofocus>
              {t('exchange.comparing.different')}
            </Button>
            <Button
              loading={mark.isPending}
              onClick={() => mark.mutate({ partnerId }, { onSuccess: onClose })}
            >
              {t('exchange.comparing.same')}
            </Button>
          </>
        )}
      </div>
    </Modal>
  );
}
