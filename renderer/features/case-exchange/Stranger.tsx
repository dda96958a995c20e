import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
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
      <div>
        <div className="soft small">{t('caseExchange.read.fingerprint')}</div>
        <div className="case-exchange-fingerprint" data-testid="fingerprint">
          {[fingerprint.slice(0, 4), fingerprint.slice(4)].map((row) => (
            <span key={row.join(' ')}>{row.join(' ')} </span>
          ))}
        </div>
      </div>
      <Checkbox
        label={t('caseExchange.read.isSame')}
        checked={isSame}
        onChange={(event) => setSame(event.currentTarget.checked)}
      />
      <Failure error={add.error && { message: add.error.message }} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button
          variant={isSame ? 'filled' : 'default'}
          loading={add.isPending}
          onClick={() => add.mutate({ token, fingerprint, compared: isSame }, { onSuccess: onAdded })}
        >
          {isSame ? t('caseExchange.read.add', { name }) : t('caseExchange.read.addUncompared')}
        </Button>
      </Group>
    </div>
  );
}
