import { Button, Group, NativeSelect, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { InputOf } from '@shared/contract';
import { isCalendarDate } from '@shared/domain/dates';
import { longestRetentionWithoutReason } from '@shared/domain/retention';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { Failure } from '../../ui/Failure';
import { listbox } from '../../ui/listbox';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { WholeNumberField } from '../../ui/WholeNumberField';

type Profile = InputOf<'school', 'save'>;

/** `MM-DD` ↔ `DD-MM`, as Danes write a day of the year. */
const turned = (monthDay: string) => monthDay.split('-').reverse().join('-');
// A leap year: the rule of the season knows what 29 February is in the others.
const isDayMonth = (text: string) => isCalendarDate(`2024-${turned(text)}`);

/** Who the school is, its season and its retention; saved as a whole. */
export function SchoolForm() {
  const school = useCall('school', 'get', {});
  if (!school.data) return <Failure error={school.error} />;
  return <Form stored={school.data} />;
}

function Form({ stored }: { stored: Profile }) {
  const { t } = useTranslation();
  const save = useOrder('school', 'save');
  const [profile, setProfile] = useState(stored);
  const [season, setSeason] = useState({ start: turned(stored.seasonStart), end: turned(stored.seasonEnd) });
  const change = (part: Partial<Profile>) => setProfile((now) => ({ ...now, ...part }));
  const seasonIsGood = isDayMonth(season.start) && isDayMonth(season.end);
  const typed = { ...profile, seasonStart: turned(season.start), seasonEnd: turned(season.end) };
  const isAsSaved = JSON.stringify(save.variables) === JSON.stringify(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (seasonIsGood && !save.isPending) save.mutate(typed);
  };
  const text = (
    field: 'name' | 'municipality' | 'leaderName' | 'leaderTitle' | 'legalBasisSource' | 'retentionReason',
    label: string,
  ) => (
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
          <NativeSelect
            label={t('vault.first.profile')}
            description={t('settings.school.profileHint')}
            value={profile.profile}
            onChange={(event) => change({ profile: event.currentTarget.value as Profile['profile'] })}
            data={[
              { value: 'folkeskole', label: t('vault.first.folkeskole') },
              { value: 'erhvervsskole', label: t('vault.first.erhvervsskole') },
            ]}
          />
          <Group grow align="start">
            {text('leaderName', t('vault.first.leaderName'))}
            {text('leaderTitle', t('vault.first.leaderTitle'))}
          </Group>
          <LeaderOnList
            value={profile.leaderEmployeeId ?? null}
            error={save.error?.fields.leaderEmployeeId}
            onChange={(chosen) =>
              change({ leaderEmployeeId: chosen?.id ?? null, ...(chosen && { leaderName: chosen.name }) })
            }
          />
          <Group grow align="start">
            <TextInput
              label={t('settings.school.seasonStart')}
              description={t('settings.school.seasonHint')}
              value={season.start}
              error={isDayMonth(season.start) ? null : t('settings.school.badSeason')}
              onChange={(event) => setSeason({ ...season, start: event.currentTarget.value })}
            />
            <TextInput
              label={t('settings.school.seasonEnd')}
              description={t('settings.school.seasonHint')}
              value={season.end}
              error={isDayMonth(season.end) ? null : t('settings.school.badSeason')}
              onChange={(event) => setSeason({ ...season, end: event.currentTarget.value })}
            />
          </Group>
          <WholeNumberField
            label={t('settings.school.ratingLeadDays')}
            min={0}
            max={60}
            value={profile.ratingLeadDays}
            onChange={(ratingLeadDays) => change({ ratingLeadDays })}
          />
          <WholeNumberField
            label={t('vault.first.retentionYears')}
            description={t('vault.first.retentionHint')}
            min={1}
            max={30}
            value={profile.retentionYears}
            onChange={(retentionYears) => change({ retentionYears })}
          />
          {profile.retentionYears > longestRetentionWithoutReason &&
            text('retentionReason', t('vault.first.retentionReason'))}
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
            <span role="status">
              {save.isSuccess && isAsSaved && <StateWord tone="good">{t('settings.school.saved')}</StateWord>}
            </span>
            <Button type="submit" loading={save.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  );
}

type LeaderOnListProps = {
  value: string | null;
  error: string | undefined;
  onChange: (chosen: { id: string; name: string } | null) => void;
};

/** Which employee the leader is, so that Spind knows her in talks and in a handover; her name follows. */
function LeaderOnList({ value, error, onChange }: LeaderOnListProps) {
  const { t } = useTranslation();
  const staff = useCall('employees', 'list', {}).data ?? [];
  if (staff.length === 0 && value === null) return null;
  return (
    <Select
      {...listbox}
      label={t('settings.school.leaderOnList')}
      description={t('settings.school.leaderOnListHint')}
      placeholder={t('settings.school.leaderNotChosen')}
      data={staff.map(({ id, name }) => ({ value: id, label: name }))}
      nothingFoundMessage={t('settings.school.leaderNoMatch')}
      searchable
      clearable
      value={value}
      error={error}
      onChange={(id) => onChange(staff.find((employee) => employee.id === id) ?? null)}
    />
  );
}
