import { Alert, TextInput } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { EditDialog } from '../../ui/EditDialog';
import { Fingerprint } from '../../ui/Fingerprint';

export type ChosenKey = NonNullable<OutputOf<'exchange', 'chooseKeyFile'>>;

/** Who a key file says it is from, before anybody is put on the list. */
export function AddDialog({ chosen, onClose }: { chosen: ChosenKey; onClose: () => void }) {
  const { t } = useTranslation();
  const add = useOrder('exchange', 'addPartner');
  const [name, setName] = useState(chosen.name);
  const [asked, setAsked] = useState(false);
  const isMissing = asked && name.trim() === '';
  const submit = () => {
    setAsked(true);
    if (name.trim() !== '') add.mutate({ token: chosen.token, name }, { onSuccess: onClose });
  };
  return (
    <EditDialog
      title={t('exchange.adding.title')}
      error={add.error}
      isSaving={add.isPending}
      submitLabel={t('exchange.adding.add')}
      onSubmit={submit}
      onClose={onClose}
    >
      <div>
        <span className="soft">{t('exchange.adding.text')}</span> <strong>{chosen.name}</strong>
        <span className="soft"> · {t(`exchange.kinds.${chosen.kind}`)}</span>
      </div>
      <Fingerprint groups={chosen.fingerprint} label={t('exchange.adding.fingerprint')} />
      {chosen.hasNamesake && (
        <Alert color="brick" variant="light" role="alert">
          {t('exchange.adding.namesake')}
        </Alert>
      )}
      <TextInput
        label={t('exchange.adding.name')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={add.error?.fields.name ?? (isMissing ? t('exchange.adding.missingName') : undefined)}
      />
      <p className="soft small exchange-text">{t('exchange.adding.hint')}</p>
    </EditDialog>
  );
}
