import { Button, Group, TextInput } from '@mantine/core';
import type { InputOf } from '@shared/contract';
import { longestRetentionWithoutReason } from '@shared/domain/retention';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { WholeNumberField } from '../../ui/WholeNumberField';

type Profile = InputOf<'school', 'save'>;

/** In a file of HR: which office, who the two are that take position, and how long cases are kept. */
export function OfficeForm() {
  const office = useCall('school', 'get', {});
  if (!office.data) return <Failure error={office.error} />;
  return <Form stored={office.data} />;
}

function Form({ stored }: { stored: Profile }) {
  const { t } = useTranslation();
  const save = useOrder('school', 'save');
  const [office, setOffice] = useState(stored);
  const change = (part: Partial<Profile>) => setOffice((now) => ({ ...now, ...part }));
  const isAsSaved = JSON.stringify(save.variables) === JSON.stringify(office);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate(office);
  };
  const text = (
    field: 'name' | 'municipality' | 'leaderName' | 'developmentChiefName' | 'retentionReason',
    label: string,
  ) => (
    <TextInput
      label={label}
      value={office[field] ?? ''}
      error={save.error?.fields[field]}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <Sheet title={t('settings.office.title')}>
      <form onSubmit={submit}>
        <div className="field-stack">
          <Group grow align="start">
            {text('name', t('vault.first.officeName'))}
            {text('municipality', t('vault.first.municipality'))}
          </Group>
          <Group grow align="start">
            {text('leaderName', t('vault.first.hrChiefName'))}
            {text('developmentChiefName', t('vault.first.developmentChiefName'))}
          </Group>
          <p className="soft small">{t('settings.office.namesHint')}</p>
          <WholeNumberField
            label={t('vault.first.retentionYearsHr')}
            description={t('vault.first.retentionHint')}
            min={1}
            max={30}
            value={office.retentionYears}
            onChange={(retentionYears) => change({ retentionYears })}
          />
          {office.retentionYears > longestRetentionWithoutReason &&
            text('retentionReason', t('vault.first.retentionReason'))}
          <Failure error={save.error} />
          <Group justify="flex-end">
            <span role="status">
              {save.isSuccess && isAsSaved && <StateWord tone="good">{t('settings.office.saved')}</StateWord>}
            </span>
            <Button type="submit" loading={save.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </div>
      </form>
    </Sheet>
  );
}
