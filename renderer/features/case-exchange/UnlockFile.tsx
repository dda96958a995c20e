import { PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import type { FileInHand } from './PlannedImport';

type UnlockFileProps = { token: string; onOpened: (file: FileInHand) => void; onClose: () => void };

/** A first contact is locked with a passphrase, which its sender gives by telephone. */
export function UnlockFile({ token, onOpened, onClose }: UnlockFileProps) {
  const { t } = useTranslation();
  const open = useOrder('caseExchange', 'open');
  const [passphrase, setPassphrase] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase.trim() !== '' && !open.isPending)
      open.mutate({ token, passphrase }, { onSuccess: onOpened });
  };
  return (
    <form onSubmit={submit} className="case-exchange-stack">
      <p>{t('caseExchange.read.lockedText')}</p>
      <PasswordInput
        label={t('caseExchange.read.passphrase')}
        value={passphrase}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <Failure error={open.error && { message: open.error.message }} />
      <FormFoot
        submit={t('caseExchange.read.unlock')}
        isSaving={open.isPending}
        isDisabled={passphrase.trim() === ''}
        onCancel={onClose}
      />
    </form>
  );
}
