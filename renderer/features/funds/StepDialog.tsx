import { Modal, Textarea } from '@mantine/core';
import type { FundApplication } from '@shared/contract/funds';
import { statesWithReason } from '@shared/domain/funds/application-steps';
import type { FundApplicationState } from '@shared/domain/funds/fund-words';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { DateField } from '../../ui/DateField';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { beginIn } from '../../ui/first-field';
import { MoneyField } from '../../ui/MoneyField';
import { submitOnCtrlEnter } from '../../ui/submit-on-ctrl-enter';

type StepDialogProps = { one: FundApplication; state: FundApplicationState; onClose: () => void };

/** One step on, with its day; the amount where it is granted, and why where it ends. */
export function StepDialog({ one, state, onClose }: StepDialogProps) {
  const { t } = useTranslation();
  const { today } = useSchoolYear();
  const [onDate, setDate] = useState<string | null>(today ?? null);
  const [reason, setReason] = useState('');
  const [grantedOre, setGranted] = useState<number | null>(
    state === 'granted' ? one.assessment.amounts.fundOre || null : null,
  );
  const [asked, setAsked] = useState(false);
  const step = useOrder('funds', 'step');
  const fields = step.error?.fields ?? {};
  const known = ['onDate', 'reason', 'grantedOre'];
  const isElsewhere = step.error && !Object.keys(fields).some((field) => known.includes(field));
  const submit = () => {
    setAsked(true);
    if (!onDate) return;
    step.mutate(
      { applicationId: one.id, state, onDate, reason, grantedOre: state === 'granted' ? grantedOre : null },
      { onSuccess: onClose },
    );
  };
  return (
    <Modal opened onClose={onClose} title={t(`funds.steps.moves.${state}`)}>
      <form
        ref={beginIn}
        className="fund-form"
        noValidate
        onKeyDown={submitOnCtrlEnter}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {state === 'sent' && <p className="soft">{t('funds.steps.sentHint')}</p>}
        <DateField
          isFirst
          label={t('funds.steps.onDate')}
          value={onDate}
          onChange={setDate}
          maxDate={today ?? undefined}
          error={fields.onDate ?? (asked && !onDate ? t('funds.steps.dateMissing') : undefined)}
          required
        />
        {state === 'granted' && (
          <MoneyField
            label={t('funds.steps.granted')}
            value={grantedOre}
            onChange={setGranted}
            error={fields.grantedOre}
            required
          />
        )}
        <Textarea
          label={t(statesWithReason.includes(state) ? 'funds.steps.reason' : 'funds.steps.note')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fields.reason}
          required={statesWithReason.includes(state)}
          maxLength={500}
          autosize
          minRows={2}
        />
        {isElsewhere && <Failure error={step.error} />}
        <FormFoot submit={t(`funds.steps.moves.${state}`)} isSaving={step.isPending} onCancel={onClose} />
      </form>
    </Modal>
  );
}
