import { Button, Modal, NumberInput, TextInput } from '@mantine/core';
import type { ProgrammeRun } from '@shared/contract/programme';
import { isCalendarDate } from '@shared/domain/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { shortDate } from '../../ui/format';
import { submitOnCtrlEnter } from '../../ui/submit-on-ctrl-enter';
import { useLanguage } from '../../ui/use-language';
import { periodText } from './run-words';

type Values = Omit<ProgrammeRun, 'id' | 'state' | 'taken' | 'startsOn' | 'endsOn'> & {
  startsOn: string | null;
  endsOn: string | null;
};
type RunDialogProps = { itemId: string; run: ProgrammeRun | null; onClose: () => void };

/** One holding: from when to when, where, for how many, and the days one by one where they are known. */
export function RunDialog({ itemId, run, onClose }: RunDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const kept = useDraft<Values>(`programme run ${run?.id ?? `new ${itemId}`}`);
  const values: Values = kept.draft ?? {
    startsOn: run?.startsOn ?? null,
    endsOn: run?.endsOn ?? null,
    signUpBy: run?.signUpBy ?? null,
    place: run?.place ?? '',
    seats: run?.seats ?? null,
    minimumSeats: run?.minimumSeats ?? null,
    days: run?.days ?? [],
  };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const [asked, setAsked] = useState(false);
  const [day, setDay] = useState<string | null>(null);
  const save = useOrder('programme', 'saveRun');
  const errors = save.error?.fields ?? {};
  const close = () => {
    kept.drop();
    onClose();
  };
  const submit = () => {
    setAsked(true);
    const { startsOn, endsOn, ...rest } = values;
    if (!startsOn || !endsOn) return;
    save.mutate({ ...(run ? { id: run.id } : {}), itemId, ...rest, startsOn, endsOn }, { onSuccess: close });
  };
  const addDay = () => {
    if (day === null || !isCalendarDate(day)) return;
    set({ days: [...new Set([...values.days, day])].sort() });
    setDay(null);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={run ? t('programme.runs.edit', { when: periodText(run, language) }) : t('programme.runs.add')}
    >
      <DraftLine draft={kept} />
      {kept.isReady && (
        <form
          className="pg-form"
          noValidate
          onKeyDown={submitOnCtrlEnter}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <div className="pg-fields">
            <DateField
              isFirst
              label={t('programme.runs.startsOn')}
              value={values.startsOn}
              onChange={(startsOn) => set({ startsOn, ...(values.endsOn ? {} : { endsOn: startsOn }) })}
              error={
                errors.startsOn ?? (asked && !values.startsOn ? t('programme.runs.startsMissing') : undefined)
              }
              required
            />
            <DateField
              label={t('programme.runs.endsOn')}
              value={values.endsOn}
              onChange={(endsOn) => set({ endsOn })}
              error={errors.endsOn ?? (asked && !values.endsOn ? t('programme.runs.endsMissing') : undefined)}
              required
            />
            <DateField
              label={t('programme.runs.signUpBy')}
              value={values.signUpBy}
              onChange={(signUpBy) => set({ signUpBy })}
              error={errors.signUpBy}
            />
          </div>
          <TextInput
            label={t('programme.runs.place')}
            value={values.place}
            onChange={(event) => set({ place: event.currentTarget.value })}
            error={errors.place}
            maxLength={200}
          />
          <div className="pg-fields">
            <Seats
              label={t('programme.runs.seats')}
              description={t('programme.runs.seatsHint')}
              value={values.seats}
              onChange={(seats) => set({ seats })}
              error={errors.seats}
            />
            <Seats
              label={t('programme.runs.minimum')}
              description={t('programme.runs.minimumHint')}
              value={values.minimumSeats}
              onChange={(minimumSeats) => set({ minimumSeats })}
              error={errors.minimumSeats}
            />
          </div>
          <h3>{t('programme.runs.days')}</h3>
          <p className="soft small">{t('programme.runs.daysHint')}</p>
          {values.days.length > 0 && (
            <ul className="pg-days">
              {values.days.map((one) => (
                <li key={one}>
                  {shortDate(one, language)}{' '}
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={t('programme.runs.removeDay', { day: shortDate(one, language) })}
                    onClick={() => set({ days: values.days.filter((other) => other !== one) })}
                  >
                    {t('common.remove')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <div className="pg-add">
            <DateField label={t('programme.runs.day')} value={day} onChange={setDay} error={errors.days} />
            <Button variant="default" onClick={addDay}>
              {t('programme.runs.addDay')}
            </Button>
          </div>
          {save.error && <Failure error={{ message: save.error.message }} />}
          <FormFoot submit={t('common.save')} isSaving={save.isPending} onCancel={close} />
        </form>
      )}
    </Modal>
  );
}

type SeatsProps = {
  label: string;
  description: string;
  value: number | null;
  onChange: (value: number | null) => void;
  error?: string | undefined;
};

function Seats({ value, onChange, ...field }: SeatsProps) {
  return (
    <NumberInput
      {...field}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
      min={1}
      max={100_000}
      allowDecimal={false}
      allowNegative={false}
      hideControls
    />
  );
}
