import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Fingerprint } from './Fingerprint';

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
    <Modal opened onClose={onClose} title={t('exchange.adding.title')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          <div>
            <span className="soft">{t('exchange.adding.text')}</span> <strong>{chosen.name}</strong>{' '}
            <span className="soft small">{t(`exchange.kinds.${chosen.kind}`)}</span>
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
        </Stack>
        <Failure error={add.error} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {t('exchange.adding.add')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
