import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { type CatalogueKind, catalogueKinds } from '@shared/domain/catalogue-kinds';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { useRemoval } from '../../ui/use-removal';
import type { Catalogue } from './CataloguesPage';

type CatalogueDialogProps = {
  catalogue: Catalogue | null;
  onClose: () => void;
  /** A new one was made. */
  onMade: (catalogueId: string) => void;
};

/** Name and owner of a catalogue, and its way out. */
export function CatalogueDialog({ catalogue, onClose, onMade }: CatalogueDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(catalogue?.name ?? '');
  const [kind, setKind] = useState<CatalogueKind>(catalogue?.kind ?? 'municipal');
  const save = useOrder('catalogues', 'save');
  const { removeIt, isRemoving, error } = useRemoval<Catalogue>({
    remove: ({ id }) => call('catalogues', 'remove', { id }),
    restore: ({ id }) => call('catalogues', 'restore', { id }),
    message: (one) => t('catalogues.removed', { name: one.name }),
  });
  const fields = save.error?.fields ?? {};
  const submit = () =>
    save.mutate(
      { ...(catalogue ? { id: catalogue.id } : {}), name, kind },
      {
        onSuccess: ({ id }) => {
          onClose();
          if (!catalogue) onMade(id);
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={catalogue ? t('catalogues.edit', { name: catalogue.name }) : t('catalogues.new')}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextInput
          data-autofocus
          label={t('common.name')}
          placeholder={t('catalogues.nameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fields.name}
          required
        />
        <NativeSelect
          mt="sm"
          label={t('catalogues.owner')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as CatalogueKind)}
          data={catalogueKinds.map((value) => ({ value, label: t(`catalogues.kinds.${value}`) }))}
        />
        <Failure error={save.error && !fields.name ? { message: save.error.message } : error} />
        <FormFoot
          submit={catalogue ? t('common.save') : t('catalogues.make')}
          isSaving={save.isPending}
          isDisabled={name.trim() === ''}
          onCancel={onClose}
        >
          {catalogue && (
            <Button
              variant="subtle"
              color="brick"
              loading={isRemoving}
              onClick={async () => {
                if (await removeIt(catalogue)) onClose();
              }}
            >
              {t('common.remove')}
            </Button>
          )}
        </FormFoot>
      </form>
    </Modal>
  );
}
