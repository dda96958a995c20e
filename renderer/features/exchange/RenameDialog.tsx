import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { EditDialog } from '../../ui/EditDialog';
import type { Partner } from './ContactsSheet';

/** What a contact is called on the list; the other never sees it. */
export function RenameDialog({ partner, onClose }: { partner: Partner; onClose: () => void }) {
  const { t } = useTranslation();
  const rename = useOrder('exchange', 'rename');
  const [name, setName] = useState(partner.name);
  const [asked, setAsked] = useState(false);
  const isMissing = asked && name.trim() === '';
  const submit = () => {
    setAsked(true);
    if (name.trim() !== '') rename.mutate({ partnerId: partner.id, name }, { onSuccess: onClose });
  };
  return (
    <EditDialog
      title={t('exchange.renaming.title', { name: partner.name })}
      error={rename.error}
      isSaving={rename.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('exchange.renaming.name')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={rename.error?.fields.name ?? (isMissing ? t('exchange.adding.missingName') : undefined)}
      />
    </EditDialog>
  );
}
