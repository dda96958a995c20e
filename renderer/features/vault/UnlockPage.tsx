import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Doorway } from './Doorway';

/** The locked door: the passphrase, or the recovery code when it is forgotten. */
export function UnlockPage() {
  const [forgotten, setForgotten] = useState(false);
  const status = useCall('vault', 'status', {});
  return forgotten ? (
    <RecoveryForm onBack={() => setForgotten(false)} />
  ) : (
    <PassphraseEntry problem={status.data?.problem ?? null} onForgotten={() => setForgotten(true)} />
  );
}

function PassphraseEntry({ problem, onForgotten }: { problem: string | null; onForgotten: () => void }) {
  const { t } = useTranslation();
  const unlock = useOrder('vault', 'unlock');
  const [passphrase, setPassphrase] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase && !unlock.isPending) unlock.mutate({ passphrase });
  };
  return (
    <Doorway title={t('vault.unlock.title')} lede={t('vault.unlock.lede')}>
      {problem && (
        <Alert color="brick" variant="light" role="alert" my="md">
          {problem}
        </Alert>
      )}
      <form onSubmit={submit}>
        <Stack mt="md">
          <PasswordInput
            label={t('vault.unlock.passphrase')}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            autoFocus
          />
          <Failure error={unlock.error} />
          <Button type="submit" loading={unlock.isPending} disabled={passphrase === ''}>
            {t('vault.unlock.open')}
          </Button>
          <Button variant="subtle" onClick={onForgotten}>
            {t('vault.unlock.forgotten')}
          </Button>
        </Stack>
      </form>
    </Doorway>
  );
}

function RecoveryForm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  const open = useOrder('vault', 'unlockWithRecovery');
  const [code, setCode] = useState('');
  const [newPassphrase, setNewPassphrase] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate({ code, newPassphrase });
  };
  return (
    <Doorway title={t('vault.unlock.recoveryTitle')} lede={t('vault.unlock.recoveryLede')}>
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
          <PasswordInput
            label={t('vault.unlock.newPassphrase')}
            value={newPassphrase}
            onChange={(event) => setNewPassphrase(event.currentTarget.value)}
          />
          <Failure error={open.error} />
          <Button type="submit" loading={open.isPending} disabled={!code.trim() || !newPassphrase}>
            {t('vault.unlock.openWithCode')}
          </Button>
          <Button variant="subtle" onClick={onBack}>
            {t('vault.unlock.backToPassphrase')}
          </Button>
        </Stack>
      </form>
    </Doorway>
  );
}
