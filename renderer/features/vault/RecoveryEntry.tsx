import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { isReady, NewPassphrase, nothingTyped } from './NewPassphrase';
import { WaitLine } from './WaitLine';

/** The code from the paper, and a new passphrase in place of the forgotten one. */
export function RecoveryEntry({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  const open = useOrder('vault', 'unlockWithRecovery');
  const [code, setCode] = useState('');
  const [typed, setTyped] = useState(nothingTyped);
  const isComplete = code.trim() !== '' && isReady(typed);
  const send = (takeOver: boolean) => {
    if (!isComplete || open.isPending) return;
    open.mutate({ code, newPassphrase: typed.passphrase, ...(takeOver && { takeOver }) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(false);
  };
  return (
    <form onSubmit={submit}>
      <Stack mt="md">
        <TextInput
          label={t('vault.unlock.code')}
          description={t('vault.unlock.codeHint')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="off"
          autoFocus
        />
        <NewPassphrase
          labels={{ passphrase: t('vault.unlock.newPassphrase'), repeat: t('vault.passphraseForm.repeat') }}
          value={typed}
          error={open.error?.fields.newPassphrase}
          onChange={setTyped}
        />
        {!open.error?.fields.newPassphrase && <Failure error={open.error} />}
        <WaitLine error={open.error} />
        {open.error?.fields.takeOver && (
          <Button variant="default" onClick={() => send(true)}>
            {t('vault.unlock.takeOver')}
          </Button>
        )}
        <Button type="submit" loading={open.isPending} disabled={!isComplete}>
          {t('vault.unlock.openWithCode')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('vault.unlock.backToPassphrase')}
        </Button>
      </Stack>
    </form>
  );
}
