import { Modal, NativeSelect } from '@mantine/core';
import type { FundApplication } from '@shared/contract/funds';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { beginIn } from '../../ui/first-field';
import { submitOnCtrlEnter } from '../../ui/submit-on-ctrl-enter';
import { ActivityFields } from './ActivityFields';
import { type ActivityValues, costsOf } from './activity-values';

type Values = ActivityValues & { ruleSetId: string; agreementId: string | null };
type DraftDialogProps = { one: FundApplication; onClose: () => void };

/** Everything of an application that is not sent yet, the fund among it. */
export function DraftDialog({ one, onClose }: DraftDialogProps) {
  const { t } = useTranslation();
  const kept = useDraft<Values>(`fund application ${one.id}`);
  const { title, provider, startsOn, facts, agreementId } = one;
  const values = kept.draft ?? {
    title,
    provider,
    startsOn,
    facts,
    costs: one.costs,
    ruleSetId: one.set.id,
    // A line that has been removed cannot be kept.
    agreementId: one.planLine === '' ? null : agreementId,
  };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const [asked, setAsked] = useState(false);
  const save = useOrder('funds', 'saveDraft');
  const fields = save.error?.fields ?? {};
  const close = () => {
    kept.drop();
    onClose();
  };
  const submit = () => {
    setAsked(true);
    const { startsOn: day, costs, ...rest } = values;
    if (!day || rest.title.trim() === '') return;
    save.mutate(
      { applicationId: one.id, ...rest, startsOn: day, costs: costsOf(costs) },
      { onSuccess: close },
    );
  };
  const missing = (isMissing: boolean, text: string) => (asked && isMissing ? text : undefined);
  return (
    <Modal opened onClose={onClose} title={t('funds.page.editTitle')} size="xl">
      {kept.isReady && (
        <form
          ref={beginIn}
          className="fund-form long-form"
          noValidate
          onKeyDown={submitOnCtrlEnter}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <DraftLine draft={kept} />
          <Origin one={one} values={values} set={set} error={fields.agreementId} />
          <ActivityFields
            values={values}
            set={set}
            errors={{
              ...fields,
              title: fields.title ?? missing(values.title.trim() === '', t('funds.navigator.titleMissing')),
              startsOn: fields.startsOn ?? missing(!values.startsOn, t('funds.facts.startsOnMissing')),
            }}
          />
          <Failure error={save.error && { message: save.error.message }} />
          <FormFoot submit={t('common.save')} isSaving={save.isPending} onCancel={close} />
        </form>
      )}
    </Modal>
  );
}

type OriginProps = {
  one: FundApplication;
  values: Values;
  set: (change: Partial<Values>) => void;
  error: string | undefined;
};

/** Which fund it is for, and which line of her plan it fulfils. */
function Origin({ one, values, set, error }: OriginProps) {
  const { t } = useTranslation();
  const rules = useCall('funds', 'rules', {});
  const openings = useCall('funds', 'openings', { employeeId: one.employeeId });
  const sets = (rules.data?.funds ?? []).flatMap((fund) =>
    fund.sets
      .filter(({ id, state }) => state !== 'ended' || id === one.set.id)
      .map(({ id, area }) => ({ value: id, label: [fund.name, area].filter(Boolean).join(' · ') })),
  );
  const lines = (openings.data?.lines ?? []).flatMap(({ agreementId, title }) =>
    agreementId ? [{ value: agreementId, label: title }] : [],
  );
  const own =
    one.agreementId && one.planLine !== '' && !lines.some(({ value }) => value === one.agreementId)
      ? [{ value: one.agreementId, label: one.planLine }]
      : [];
  return (
    <div className="fund-fields">
      <NativeSelect
        label={t('funds.fund')}
        value={values.ruleSetId}
        data={sets}
        onChange={(event) => set({ ruleSetId: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('funds.page.planLine')}
        value={values.agreementId ?? ''}
        data={[{ value: '', label: t('funds.page.noPlanLine') }, ...own, ...lines]}
        onChange={(event) => set({ agreementId: event.currentTarget.value || null })}
        error={error}
      />
    </div>
  );
}
