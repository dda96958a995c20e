import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Fingerprint } from '../../ui/Fingerprint';
import { beginAt } from '../../ui/first-field';
import type { FileInHand, Sender } from './PlannedImport';

type StrangerProps = {
  token: string;
  sender: Sender;
  onAdded: (file: FileInHand) => void;
  onClose: () => void;
};

/** The signer is nobody on the list. She comes on it by a person's own act, with the fingerprint in front of her. */
export function Stranger({ token, sender, onAdded, onClose }: StrangerProps) {
  const { t } = useTranslation();
  const add = useOrder('caseExchange', 'addSender');
  const [isSame, setSame] = useState(false);
  const { name, fingerprint } = sender;
  return (
    <div className="case-exchange-stack">
      <h3 className="sub-title">{t('caseExchange.read.strangerTitle')}</h3>
      <p>{t('caseExchange.read.strangerText', { name })}</p>
      <Fingerprint groups={fingerprint} label={t('caseExchange.read.fingerprint')} />
      <Checkbox
        ref={beginAt}
        label={t('caseExchange.read.isSame')}
        checked={isSame}
        onChange={(event) => setSame(event.currentTarget.checked)}
      />
      <Failure error={add.error && { message: add.error.message }} />
      <div className="form-foot">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          variant={isSame ? 'filled' : 'default'}
          loading={add.isPending}
          onClick={() => add.mutate({ token, fingerprint, compared: isSame }, { onSuccess: onAdded })}
        >
          {isSame ? t('caseExchange.read.add', { name }) : t('caseExchange.read.addUncompared')}
        </Button>
      </div>
    </div>
  );
}
