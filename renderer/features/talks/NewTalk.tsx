import { Button, Modal, Select, TextInput } from '@mantine/core';
import { parseClock } from '@shared/domain/clock';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { listbox } from '../../ui/listbox';

type Planned = { id: string; heldOn: string };

type NewTalkDialogProps = {
  /** Chosen beforehand, from the list of those without a talk. */
  employeeId?: string | undefined;
  onPlanned: (talk: Planned) => void;
  onClose: () => void;
};

type Values = { employeeId: string | null; heldOn: string | null; time: string; place: string };

/** With whom, on which day, at what time, where. The rest the talk brings along. */
export function NewTalkDialog({ employeeId, onPlanned, onClose }: NewTalkDialogProps) {
  const { t } = useTranslation();
  const employees = useCall('employees', 'list', {});
  const plan = useOrder('talks', 'plan');
  const { draft, keep, drop } = useDraft<Values>(`new talk ${employeeId ?? ''}`);
  const values = draft ?? { employeeId: employeeId ?? null, heldOn: null, time: '', place: '' };
  const [asked, setAsked] = useState(false);
  const set = (change: Partial<Values>) => keep({ ...values, ...change });
  const startsAt = parseClock(values.time);

  const submit = () => {
    setAsked(true);
    const { employeeId: chosen, heldOn, place } = values;
    if (!chosen || !heldOn || startsAt === null) return;
    plan.mutate(
      { employeeId: chosen, heldOn, startsAt, place },
      {
        onSuccess: ({ id }) => {
          drop();
          onPlanned({ id, heldOn });
        },
      },
    );
  };

  return (
    <Modal opened onClose={onClose} title={t('talks.planTitle')} size="md">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Select
          {...listbox}
          label={t('talks.employee')}
          placeholder={t('talks.chooseEmployee')}
          data={(employees.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          nothingFoundMessage={t('talks.noMatch')}
          searchable
          data-autofocus={!employeeId || undefined}
          value={values.employeeId}
          onChange={(chosen) => set({ employeeId: chosen })}
          error={asked && !values.employeeId ? t('talks.employeeMissing') : undefined}
          required
          mb="sm"
        />
        <DateField
          label={t('talks.date')}
          value={values.heldOn}
          onChange={(heldOn) => set({ heldOn })}
          error={plan.error?.fields.heldOn ?? (asked && !values.heldOn ? t('talks.dateMissing') : undefined)}
          required
        />
        <TextInput
          my="sm"
          label={t('talks.time')}
          placeholder={t('talks.timeHint')}
          value={values.time}
          onChange={(event) => set({ time: event.currentTarget.value })}
          error={asked && startsAt === null ? t('talks.timeWrong') : undefined}
        />
        <TextInput
          label={t('talks.place')}
          placeholder={t('talks.placeHint')}
          value={values.place}
          onChange={(event) => set({ place: event.currentTarget.value })}
          maxLength={120}
        />
        <Failure error={employees.error ?? (plan.error && { message: plan.error.message })} />
        <Button type="submit" mt="md" fullWidth loading={plan.isPending}>
          {t('talks.planSave')}
        </Button>
      </form>
    </Modal>
  );
}

type NewTalkButtonProps = { onPlanned?: (talk: Planned) => void };

/** "Ny samtale", wherever it is the thing to do. */
export function NewTalkButton({ onPlanned }: NewTalkButtonProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('talks.new')}</Button>
      {isOpen && (
        <NewTalkDialog
          onClose={() => setOpen(false)}
          onPlanned={(talk) => {
            setOpen(false);
            onPlanned?.(talk);
          }}
        />
      )}
    </>
  );
}
