import { Button, NativeSelect, PasswordInput, Stack } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { clock, longDate } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';
import { WaitLine } from './WaitLine';

type RestoreEntryProps = {
  backups: OutputOf<'vault', 'backups'>['backups'];
  onBack: () => void;
  onRestored: () => void;
};

/** A copy takes the place of a file that will not open; what lies there now is kept aside. */
export function RestoreEntry({ backups, onBack, onRestored }: RestoreEntryProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const restore = useOrder('vault', 'restore');
  const [name, setName] = useState(backups[0]?.name ?? '');
  const [passphrase, setPassphrase] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase && !restore.isPending) restore.mutate({ name, passphrase }, { onSuccess: onRestored });
  };
  const options = backups.map((backup) => {
    const when = { date: longDate(backup.date, language), time: clock(backup.time.slice(0, 5), language) };
    return { value: backup.name, label: t(`vault.restore.copy.${backup.kind}`, when) };
  });
  return (
    <form onSubmit={submit}>
      <Stack mt="md">
        <NativeSelect
          label={t('vault.restore.which')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data={options}
          autoFocus
        />
        <PasswordInput
          label={t('vault.unlock.passphrase')}
          description={t('vault.restore.passphraseHint')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          autoComplete="current-password"
        />
        <Failure error={restore.error} />
        <WaitLine error={restore.error} />
        <Button type="submit" loading={restore.isPending} disabled={passphrase === '' || name === ''}>
          {t('vault.restore.confirm')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('vault.unlock.backToPassphrase')}
        </Button>
      </Stack>
    </form>
  );
}
