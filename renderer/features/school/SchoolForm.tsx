import { Button, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import type { InputOf } from '@shared/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';

type Profile = InputOf<'school', 'save'>;

/** `MM-DD` ↔ `DD-MM`, as Danes write a day of the year. */
const turned = (monthDay: string) => monthDay.split('-').reverse().join('-');
const isDayMonth = (text: string) => /^(0[1-9]|[12]\d|3[01])-(0[1-9]|1[0-2])$/.test(text);

/** Who the school is, its season and its retention; saved as a whole. */
export function SchoolForm() {
  const school = useCall('school', 'get', {});
  if (!school.data) return <Failure error={school.error} />;
  return <Form key={JSON.stringify(school.data)} stored={school.data} />;
}

function Form({ stored }: { stored: Profile }) {
  const { t } = useTranslation();
  const save = useOrder('school', 'save');
  const [profile, setProfile] = useState(stored);
  const [season, setSeason] = useState({ start: turned(stored.seasonStart), end: turned(stored.seasonEnd) });
  const change = (part: Partial<Profile>) => setProfile((now) => ({ ...now, ...part }));
  const seasonIsGood = isDayMonth(season.start) && isDayMonth(season.end);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!seasonIsGood) return;
    save.mutate({ ...profile, seasonStart: turned(season.start), seasonEnd: turned(season.end) });
  };
  const text = (field: 'name' | 'municipality' | 'leaderName' | 'leaderTitle' | 'legalBasisSource' | 'retentionReason', label: string) => (
    <TextInput
      label={label}
      value={profile[field]}
      error={save.error?.fields[field]}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <Sheet title={t('settings.school.title')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Group grow align="start">
            {text('name', t('vault.first.schoolName'))}
            {text('municipality', t('vault.first.municipality'))}
          </Group>
          <Group grow align="start">
            {text('leaderName', t('vault.first.leaderName'))}
            {text('leaderTitle', t('vault.first.leaderTitle'))}
          </Group>
          <Group grow align="start">
            <TextInput
              label={t('settings.school.seasonStart')}
              value={season.start}
              error={isDayMonth(season.start) ? null : t('settings.school.badSeason')}
              onChange={(event) => setSeason({ ...season, start: event.currentTarget.value })}
            />
            <TextInput
              label={t('settings.school.seasonEnd')}
              value={season.end}
              error={isDayMonth(season.end) ? null : t('settings.school.badSeason')}
              onChange={(event) => setSeason({ ...season, end: event.currentTarget.value })}
            />
          </Group>
          <NumberInput
            label={t('settings.school.ratingLeadDays')}
            min={0}
            max={60}
            allowDecimal={false}
            value={profile.ratingLeadDays}
            onChange={(days) => change({ ratingLeadDays: Number(days) || 0 })}
          />
          <NumberInput
            label={t('vault.first.retentionYears')}
            description={t('vault.first.retentionHint')}
            min={1}
            max={30}
            allowDecimal={false}
            value={profile.retentionYears}
            onChange={(years) => change({ retentionYears: Number(years) || 1 })}
          />
          {profile.retentionYears > 10 && text('retentionReason', t('vault.first.retentionReason'))}
          <Textarea
            label={t('settings.school.legalBasis')}
            autosize
            minRows={2}
            value={profile.legalBasis}
            onChange={(event) => change({ legalBasis: event.currentTarget.value })}
          />
          <Group grow align="start">
            {text('legalBasisSource', t('settings.school.legalBasisSource'))}
            <DateField
              label={t('settings.school.legalBasisCheckedOn')}
              value={profile.legalBasisCheckedOn}
              onChange={(date) => date && change({ legalBasisCheckedOn: date })}
            />
          </Group>
          <Failure error={save.error} />
          <Group justify="flex-end">
            {save.isSuccess && <StateWord tone="good">{t('settings.school.saved')}</StateWord>}
            <Button type="submit" loading={save.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  );
}
