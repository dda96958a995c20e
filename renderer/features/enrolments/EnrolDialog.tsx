import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { beginIn } from '../../ui/first-field';
import { submitOnCtrlEnter } from '../../ui/submit-on-ctrl-enter';
import { useRemoval } from '../../ui/use-removal';
import { Costs, ofItem, Payers, Subject, type Values } from './EnrolFields';
import type { OneEnrolment } from './words';

type EnrolDialogProps = {
  /** Left out for a new wish. */
  enrolment?: OneEnrolment;
  /** Whose wish it is, where the page is hers. */
  employeeId?: string;
  /** What is wished for, where the page is an activity's or a holding's. */
  activity?: { readonly itemId: string; readonly runId: string | null };
  onClose: () => void;
  onSaved?: (enrolmentId: string) => void;
  onRemoved?: () => void;
};

/** A wish, something from before, or the facts of an enrolment: of the programme, of a holding, or of her own. */
export function EnrolDialog(props: EnrolDialogProps) {
  const { enrolment, employeeId, activity, onClose, onSaved, onRemoved } = props;
  const { t } = useTranslation();
  const about = activity ? [activity.itemId, activity.runId ?? ''].join(' ').trim() : '';
  const kept = useDraft<Values>(`enrolment ${enrolment?.id ?? `new ${employeeId ?? about}`}`);
  const choices = useCall('enrolments', 'choices', {});
  const values = kept.draft ?? {
    ...startValues(enrolment, employeeId),
    ...(activity && choices.data ? ofActivity(choices.data, activity) : {}),
  };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const [asked, setAsked] = useState(false);
  const save = useOrder('enrolments', 'save');
  const fields = save.error?.fields ?? {};
  const needsReason = 'reason' in fields || (enrolment !== undefined && values.reason !== '');
  const close = () => {
    kept.drop();
    onClose();
  };
  const removal = useRemoval<OneEnrolment>({
    remove: ({ id }) => call('enrolments', 'remove', { id }),
    restore: ({ id }) => call('enrolments', 'restore', { id }),
    message: ({ title }) => t('enrolments.removed', { title }),
  });
  const noTitle = values.title.trim() === '';
  const noDay = !enrolment && values.isPast && values.completedOn === null;
  const submit = () => {
    setAsked(true);
    const { isPast, completedOn, feeOre, materialsOre, substituteDays, substituteDayOre, ...rest } = values;
    if (rest.employeeId === null || noTitle || noDay) return;
    save.mutate(
      {
        ...(enrolment ? { id: enrolment.id } : {}),
        ...rest,
        employeeId: rest.employeeId,
        feeOre: feeOre ?? 0,
        materialsOre: materialsOre ?? 0,
        substituteDays: substituteDays === '' ? 0 : substituteDays,
        substituteDayOre: substituteDayOre ?? 0,
        completedOn: !enrolment && isPast ? completedOn : null,
      },
      {
        onSuccess: ({ id }) => {
          close();
          onSaved?.(id);
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(enrolment ? 'enrolments.editTitle' : 'enrolments.newTitle')}
    >
      {kept.isReady && choices.data && (
        <form
          ref={beginIn}
          onKeyDown={submitOnCtrlEnter}
          className="field-stack long-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <DraftLine draft={kept} />
          <Subject
            choices={choices.data}
            values={values}
            set={set}
            fixedPerson={enrolment?.employeeName}
            missing={asked && values.employeeId === null}
            fields={fields}
          />
          <TextInput
            label={t('enrolments.name')}
            value={values.title}
            onChange={(event) => set({ title: event.currentTarget.value })}
            error={fields.title ?? (asked && noTitle ? t('enrolments.nameMissing') : undefined)}
            maxLength={200}
            required
          />
          <TextInput
            label={t('enrolments.provider')}
            value={values.provider}
            onChange={(event) => set({ provider: event.currentTarget.value })}
            error={fields.provider}
            maxLength={200}
          />
          {values.runId === null && (
            <div className="enrolment-fields">
              <DateField
                label={t('enrolments.startsOn')}
                value={values.startsOn}
                onChange={(startsOn) => set({ startsOn })}
                error={fields.startsOn}
              />
              <DateField
                label={t('enrolments.endsOn')}
                value={values.endsOn}
                onChange={(endsOn) => set({ endsOn })}
                error={fields.endsOn}
              />
            </div>
          )}
          <Costs values={values} set={set} fields={fields} />
          <Payers choices={choices.data} values={values} set={set} fields={fields} />
          {!enrolment && (
            <>
              <Checkbox
                label={t('enrolments.isPast')}
                checked={values.isPast}
                onChange={(event) => set({ isPast: event.currentTarget.checked })}
              />
              {values.isPast && (
                <DateField
                  label={t('enrolments.completedOn')}
                  value={values.completedOn}
                  onChange={(completedOn) => set({ completedOn })}
                  error={
                    fields.completedOn ?? (asked && noDay ? t('enrolments.completedMissing') : undefined)
                  }
                  required
                />
              )}
            </>
          )}
          {needsReason && (
            <TextInput
              label={t('enrolments.reasonAnyway')}
              value={values.reason}
              onChange={(event) => set({ reason: event.currentTarget.value })}
              error={fields.reason}
              maxLength={1000}
            />
          )}
          <Failure error={save.error && { message: save.error.message }} />
          <Failure error={removal.error} />
          <FormFoot
            submit={t(enrolment || values.isPast ? 'enrolments.save' : 'enrolments.saveWish')}
            isSaving={save.isPending}
            onCancel={close}
          >
            {enrolment && (
              <Button
                variant="subtle"
                color="brick"
                loading={removal.isRemoving}
                onClick={async () => {
                  if (!(await removal.removeIt(enrolment))) return;
                  close();
                  onRemoved?.();
                }}
              >
                {t('common.remove')}
              </Button>
            )}
          </FormFoot>
        </form>
      )}
      <Failure error={choices.error} />
    </Modal>
  );
}

/** What the programme knows of an activity and of one of its holdings. */
function ofActivity(
  { items }: OutputOf<'enrolments', 'choices'>,
  { itemId, runId }: NonNullable<EnrolDialogProps['activity']>,
): Partial<Values> {
  const item = items.find(({ id }) => id === itemId);
  const run = item?.runs.find(({ id }) => id === runId);
  return {
    ...(item ? ofItem(item) : {}),
    ...(run ? { runId: run.id, startsOn: run.startsOn, endsOn: run.endsOn } : {}),
  };
}

function startValues(enrolment: OneEnrolment | undefined, employeeId: string | undefined): Values {
  const past = { isPast: false, completedOn: null, reason: '' };
  if (enrolment) {
    const { itemId, runId, agreementId, title, provider, startsOn, endsOn } = enrolment;
    const { feeOre, materialsOre, substituteDays, substituteDayOre, budgetId, priorityId } = enrolment;
    return {
      ...{ employeeId: enrolment.employeeId, itemId, runId, agreementId, title, provider, startsOn, endsOn },
      ...{ feeOre, materialsOre, substituteDays, substituteDayOre, budgetId, priorityId },
      ...past,
    };
  }
  return {
    employeeId: employeeId ?? null,
    itemId: null,
    runId: null,
    agreementId: null,
    title: '',
    provider: '',
    startsOn: null,
    endsOn: null,
    feeOre: null,
    materialsOre: null,
    substituteDays: '',
    substituteDayOre: null,
    budgetId: null,
    priorityId: null,
    ...past,
  };
}
