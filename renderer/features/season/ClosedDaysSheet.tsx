import { Button, TextInput } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { addDays } from '@shared/domain/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';

type Days = OutputOf<'season', 'frame'>['closedDays'];
type Range = { name: string; first: string; last: string };
type Values = { name: string; first: string | null; last: string | null };

/** Holidays, courses and other days on which no talk is laid. */
export function ClosedDaysSheet({ days }: { days: Days }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { removeIt, error } = useRemoval<Range>({
    remove: (range) => call('season', 'removeClosedDays', { dates: datesOf(range) }),
    restore: (range) => call('season', 'addClosedDays', range),
    message: ({ name }) => t('season.opened', { name }),
  });
  const when = ({ first, last }: Range) =>
    first === last
      ? shortDate(first, language)
      : t('season.closedRange', { first: shortDate(first, language), last: shortDate(last, language) });
  const ranges = rangesOf(days);
  return (
    <Sheet title={t('season.closed')}>
      {ranges.length === 0 ? (
        <p className="soft">{t('season.closedNone')}</p>
      ) : (
        <table className="table" aria-label={t('season.closed')}>
          <tbody>
            {ranges.map((range) => (
              <tr key={range.first}>
                <td>
                  <strong>{range.name}</strong>
                </td>
                <td>{when(range)}</td>
                <td className="row-end">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('season.openDays', { name: range.name, when: when(range) })}
                    onClick={() => void removeIt(range)}
                  >
                    {t('common.remove')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Failure error={error} />
      <CloseDays />
    </Sheet>
  );
}

function CloseDays() {
  const { t } = useTranslation();
  const kept = useDraft<Values>('season closed days');
  const values = kept.draft ?? { name: '', first: null, last: null };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const [asked, setAsked] = useState(false);
  const add = useOrder('season', 'addClosedDays');
  const submit = () => {
    setAsked(true);
    const { first, name } = values;
    if (!first || name.trim() === '') return;
    add.mutate(
      { first, last: values.last ?? first, name },
      {
        onSuccess: () => {
          setAsked(false);
          kept.drop();
        },
      },
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <DraftLine draft={kept} />
      <div className="season-settings season-note">
        <TextInput
          label={t('season.closedName')}
          placeholder={t('season.closedNameHint')}
          value={values.name}
          maxLength={80}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={asked && values.name.trim() === '' ? t('season.closedNameHint') : undefined}
        />
        <DateField
          label={t('season.first')}
          value={values.first}
          onChange={(first) => set({ first })}
          error={add.error?.fields.first ?? (asked && !values.first ? t('season.dateMissing') : undefined)}
        />
        <DateField
          label={t('season.last')}
          value={values.last}
          onChange={(last) => set({ last })}
          error={add.error?.fields.last}
        />
      </div>
      <Failure error={add.error && { message: add.error.message }} />
      <Button type="submit" variant="default" mt="sm" loading={add.isPending}>
        {t('season.closeDays')}
      </Button>
    </form>
  );
}

/** Days on end with the same name as one range. */
function rangesOf(days: Days): Range[] {
  const ranges: Range[] = [];
  for (const { date, name } of days) {
    const before = ranges.at(-1);
    if (before && before.name === name && addDays(before.last, 1) === date) before.last = date;
    else ranges.push({ name, first: date, last: date });
  }
  return ranges;
}

function datesOf({ first, last }: Range): string[] {
  const dates: string[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}
