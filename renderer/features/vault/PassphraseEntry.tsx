import { Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { WaitLine } from './WaitLine';

type PassphraseEntryProps = { onForgotten: () => void; onRestore?: () => void };

/** The passphrase, and the ways on when it does not help. */
export function PassphraseEntry({ onForgotten, onRestore }: PassphraseEntryProps) {
  const { t } = useTranslation();
  const unlock = useOrder('vault', 'unlock');
  const [passphrase, setPassphrase] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase && !unlock.isPending) unlock.mutate({ passphrase });
  };
  return (
    <form onSubmit={submit}>
      <Stack mt="md">
        <PasswordInput
          label={t('vault.unlock.passphrase')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          autoComplete="current-password"
          autoFocus
        />
        <Failure error={unlock.error} />
        <WaitLine error={unlock.error} />
        {unlock.error?.fields.takeOver && (
          <Button variant="default" onClick={() => unlock.mutate({ passphrase, takeOver: true })}>
            {t('vault.unlock.takeOver')}
          </Button>
        )}
        <Button type="submit" loading={unlock.isPending} disabled={passphrase === ''}>
          {t('vault.unlock.open')}
        </Button>
        <Button variant="subtle" onClick={onForgotten}>
          {t('vault.unlock.forgotten')}
        </Button>
        {onRestore && (
          <Button variant="subtle" onClick={onRestore}>
            {t('vault.unlock.restore')}
          </Button>
        )}
      </Stack>
    </form>
  );
}
