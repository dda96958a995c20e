import { Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { DateField } from '../../ui/DateField';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { beginIn } from '../../ui/first-field';
import { MoneyField } from '../../ui/MoneyField';
import { submitOnCtrlEnter } from '../../ui/submit-on-ctrl-enter';
import type { EarlierGrant } from './GrantsSheet';

type GrantDialogProps = { employeeId: string; grant: EarlierGrant | null; onClose: () => void };

/** One grant from before Spind. */
export function GrantDialog({ employeeId, grant, onClose }: GrantDialogProps) {
  const { t } = useTranslation();
  const { today } = useSchoolYear();
  const people = useCall('funds', 'people', {});
  const [fundId, setFund] = useState<string | null>(grant?.fundId ?? null);
  const [grantedOn, setDate] = useState<string | null>(grant?.grantedOn ?? null);
  const [amountOre, setAmount] = useState<number | null>(grant?.amountOre ?? null);
  const [note, setNote] = useState(grant?.note ?? '');
  const [asked, setAsked] = useState(false);
  const save = useOrder('funds', 'saveGrant');
  const fields = save.error?.fields ?? {};
  const funds = people.data?.funds ?? [];
  const chosen = fundId ?? funds[0]?.id ?? null;
  const submit = () => {
    setAsked(true);
    if (!grantedOn || !amountOre || !chosen) return;
    const values = { employeeId, fundId: chosen, grantedOn, amountOre, note };
    save.mutate({ ...(grant ? { id: grant.id } : {}), ...values }, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title={t(grant ? 'funds.grants.edit' : 'funds.grants.add')}>
      <form
        ref={beginIn}
        onKeyDown={submitOnCtrlEnter}
        className="fund-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <NativeSelect
          data-autofocus
          label={t('funds.fund')}
          value={chosen ?? ''}
          data={funds.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setFund(event.currentTarget.value)}
          error={fields.fundId}
        />
        <DateField
          label={t('funds.grants.grantedOn')}
          value={grantedOn}
          onChange={setDate}
          maxDate={today ?? undefined}
          error={fields.grantedOn ?? (asked && !grantedOn ? t('funds.steps.dateMissing') : undefined)}
          required
        />
        <MoneyField
          label={t('funds.grants.amount')}
          value={amountOre}
          onChange={setAmount}
          error={fields.amountOre ?? (asked && !amountOre ? t('funds.grants.amountMissing') : undefined)}
          required
        />
        <TextInput
          label={t('funds.grants.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={200}
        />
        <Failure error={save.error && { message: save.error.message }} />
        <FormFoot submit={t('common.save')} isSaving={save.isPending} onCancel={onClose} />
      </form>
    </Modal>
  );
}
