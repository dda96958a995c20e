import { Alert } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Doorway } from './Doorway';
import { PassphraseEntry } from './PassphraseEntry';
import { RecoveryEntry } from './RecoveryEntry';
import { RestoreEntry } from './RestoreEntry';

type Way = 'passphrase' | 'code' | 'restore';

/** The locked door, and the three ways on: the passphrase, the recovery code, or a backup when the file will not open. */
export function UnlockPage() {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>('passphrase');
  const [isRestored, setRestored] = useState(false);
  const problem = useCall('vault', 'status', {}).data?.problem;
  const backups = useCall('vault', 'backups', {}).data?.backups ?? [];
  const back = () => setWay('passphrase');
  const restored = () => {
    setRestored(true);
    back();
  };

  if (way === 'code') {
    return (
      <Doorway title={t('vault.unlock.recoveryTitle')} lede={t('vault.unlock.recoveryLede')}>
        <RecoveryEntry onBack={back} />
      </Doorway>
    );
  }
  if (way === 'restore') {
    return (
      <Doorway title={t('vault.restore.title')} lede={t('vault.restore.lede')}>
        <RestoreEntry backups={backups} onBack={back} onRestored={restored} />
      </Doorway>
    );
  }
  return (
    <Doorway title={t('vault.unlock.title')} lede={t('vault.unlock.lede')}>
      {problem && (
        <Alert color="brick" variant="light" role="alert" my="md">
          {problem}
        </Alert>
      )}
      {isRestored && (
        <Alert variant="light" role="status" my="md">
          {t('vault.restore.done')}
        </Alert>
      )}
      <PassphraseEntry
        onForgotten={() => setWay('code')}
        {...(backups.length > 0 && { onRestore: () => setWay('restore') })}
      />
    </Doorway>
  );
}
