import { Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import type { ListedForm } from './FormsPage';
import { UnitChoice } from './UnitChoice';

/** What a form is called and where it is used; its wording is edited on its own page. */
export function FormDetailsDialog({ form, onClose }: { form: ListedForm; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useOrder('talkForms', 'save');
  const [name, setName] = useState(form.name);
  const [unitId, setUnitId] = useState(form.unit?.id ?? null);
  return (
    <Modal opened onClose={onClose} title={t('talkForms.details')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ formId: form.id, name, unitId }, { onSuccess: onClose });
        }}
      >
        <Stack>
          <TextInput
            label={t('talkForms.dialog.name')}
            value={name}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <UnitChoice unitId={unitId} present={form.unit} onChange={setUnitId} />
          <Failure error={save.error} />
        </Stack>
        <FormFoot
          submit={t('talkForms.dialog.saveDetails')}
          isSaving={save.isPending}
          isDisabled={!name.trim()}
          onCancel={onClose}
        />
      </form>
    </Modal>
  );
}
