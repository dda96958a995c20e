import { Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';

type NewSpiderDialogProps = { templates: OutputOf<'spiders', 'list'>['templates']; onClose: () => void };

/** A new spider: empty, from a starter, or as a copy. */
export function NewSpiderDialog({ templates, onClose }: NewSpiderDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const starters = useCall('spiders', 'starters', {});
  const create = useOrder('spiders', 'create');
  const [name, setName] = useState('');
  const [from, setFrom] = useState('');
  const options = [
    { value: '', label: t('spiders.fromNothing') },
    ...(starters.data?.starters ?? []).map((starter) => ({
      value: `starter:${starter.key}`,
      label: t('spiders.fromStarter', { name: starter.name }),
    })),
    ...templates.flatMap(({ name: own, published, draft }) => {
      const version = published ?? draft;
      return version ? [{ value: `version:${version.id}`, label: t('spiders.fromCopy', { name: own }) }] : [];
    }),
  ];
  const origin = () => {
    const [kind, id = ''] = from.split(':');
    if (kind === 'starter') return { starter: id };
    return kind === 'version' ? { versionId: id } : null;
  };
  return (
    <Modal opened onClose={onClose} title={t('spiders.newTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate(
            { name, from: origin() },
            {
              onSuccess: ({ versionId }) =>
                void navigate({ to: '/spiders/$versionId', params: { versionId } }),
            },
          );
        }}
      >
        <Stack>
          <TextInput
            label={t('spiders.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <NativeSelect
            label={t('spiders.from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            data={options}
          />
          <Failure error={create.error} />
        </Stack>
        <FormFoot
          submit={t('spiders.create')}
          isSaving={create.isPending}
          isDisabled={!name.trim()}
          onCancel={onClose}
        />
      </form>
    </Modal>
  );
}
