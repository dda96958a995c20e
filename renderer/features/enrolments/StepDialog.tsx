import { Modal, NativeSelect, Select, TextInput } from '@mantine/core';
import { type ActivityPhase, activityPhases } from '@shared/domain/enrolment-states';
import { phaseNames } from '@shared/domain/transfer';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { beginIn } from '../../ui/first-field';
import { listbox } from '../../ui/listbox';
import { submitOnCtrlEnter } from '../../ui/submit-on-ctrl-enter';
import { useLanguage } from '../../ui/use-language';
import type { TransferStep } from './words';

type Values = {
  phase: ActivityPhase;
  text: string;
  dueOn: string | null;
  responsibleId: string | null;
  teamId: string | null;
};
type StepDialogProps = {
  enrolmentId: string;
  employeeId: string;
  step: TransferStep | null;
  onClose: () => void;
};

/** One step of the checklist. */
export function StepDialog({ enrolmentId, employeeId, step, onClose }: StepDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const choices = useCall('enrolments', 'choices', {});
  const kept = useDraft<Values>(`transfer step ${step?.id ?? `new ${enrolmentId}`}`);
  const values = kept.draft ?? {
    phase: step?.phase ?? 'after',
    text: step?.text ?? '',
    dueOn: step?.dueOn ?? null,
    responsibleId: step ? step.responsibleId : employeeId,
    teamId: step?.teamId ?? null,
  };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const [asked, setAsked] = useState(false);
  const save = useOrder('enrolments', 'saveStep');
  const fields = save.error?.fields ?? {};
  const isBlank = values.text.trim() === '';
  const close = () => {
    kept.drop();
    onClose();
  };
  const submit = () => {
    setAsked(true);
    if (isBlank) return;
    save.mutate({ ...(step ? { id: step.id } : {}), enrolmentId, ...values }, { onSuccess: close });
  };
  // Whoever has left or is not employed yet stays on her step.
  const people = (choices.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const isListed = people.some(({ value }) => value === values.responsibleId);
  const given =
    step?.responsibleId && !isListed ? [{ value: step.responsibleId, label: step.responsibleName }] : [];
  return (
    <Modal opened onClose={onClose} title={t(step ? 'enrolments.stepEdit' : 'enrolments.stepAdd')}>
      {kept.isReady && (
        <form
          ref={beginIn}
          onKeyDown={submitOnCtrlEnter}
          className="field-stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <DraftLine draft={kept} />
          <TextInput
            label={t('enrolments.stepText')}
            value={values.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
            error={fields.text ?? (asked && isBlank ? t('enrolments.stepTextMissing') : undefined)}
            maxLength={300}
            data-autofocus
            required
          />
          <NativeSelect
            label={t('enrolments.phase')}
            value={values.phase}
            onChange={(event) =>
              set({ phase: activityPhases.find((one) => one === event.currentTarget.value) ?? 'after' })
            }
            data={activityPhases.map((phase) => ({ value: phase, label: phaseNames[phase][language] }))}
          />
          <DateField
            label={t('enrolments.stepDue')}
            value={values.dueOn}
            onChange={(dueOn) => set({ dueOn })}
            error={fields.dueOn}
          />
          <Select
            {...listbox}
            label={t('enrolments.stepWho')}
            data={[...given, ...people]}
            nothingFoundMessage={t('enrolments.nobody')}
            searchable
            clearable
            value={values.responsibleId}
            onChange={(responsibleId) => set({ responsibleId })}
            error={fields.responsibleId}
          />
          <NativeSelect
            label={t('enrolments.stepTeam')}
            value={values.teamId ?? ''}
            onChange={(event) => set({ teamId: event.currentTarget.value || null })}
            data={[
              { value: '', label: t('enrolments.noTeam') },
              ...(choices.data?.teams ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            error={fields.teamId}
          />
          <Failure error={save.error && { message: save.error.message }} />
          <FormFoot submit={t('common.save')} isSaving={save.isPending} onCancel={close} />
        </form>
      )}
    </Modal>
  );
}
