import { Select, Stack } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { addDays, isCalendarDate } from '@shared/domain/dates';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { listbox } from '../../ui/listbox';
import { Sheet } from '../../ui/Sheet';

type Leader = OutputOf<'leaders', 'list'>['leaders'][number];

/** The day after the last of the one who stops; today for one who has no last day. */
export function firstDayAfter(leavingDate: string | null, today: string | null): string | null {
  return leavingDate ? addDays(leavingDate, 1) : today;
}

type WhoFormProps = {
  leaders: readonly Leader[];
  leaderId: string | null;
  toLeaderId: string | null;
  onDate: string | null;
  onFrom: (id: string | null) => void;
  onTo: (id: string | null) => void;
  onDay: (day: string | null) => void;
};

/** Who stops, who comes, and the first day. */
export function WhoForm({ leaders, leaderId, toLeaderId, onDate, onFrom, onTo, onDay }: WhoFormProps) {
  const { t } = useTranslation();
  const on = onDate && isCalendarDate(onDate) ? { on: onDate } : {};
  const staff = useCall('employees', 'list', on, { keepPrevious: true }).data ?? [];
  const known = leaders.flatMap(({ id, name }) => (id ? [{ value: id, label: name }] : []));
  const stops = known.some(({ value }) => value === leaderId)
    ? known
    : [...known, ...staff.filter(({ id }) => id === leaderId).map(option)];
  return (
    <Sheet title={t('handover.who')}>
      <Stack gap="sm">
        <Select
          {...listbox}
          label={t('handover.from')}
          placeholder={t('handover.chooseFrom')}
          description={leaders[0]?.id === null ? t('handover.notOnList') : undefined}
          data={stops}
          value={leaderId}
          onChange={onFrom}
          allowDeselect={false}
        />
        <Select
          {...listbox}
          label={t('handover.to')}
          placeholder={t('handover.chooseTo')}
          description={
            <>
              {t('handover.toHint')}{' '}
              <Link to="/employees" className="plain-link">
                {t('handover.toStaff')}
              </Link>
            </>
          }
          data={staff.filter(({ id, state }) => id !== leaderId && state === 'current').map(option)}
          nothingFoundMessage={t('handover.noMatch')}
          searchable
          clearable
          value={toLeaderId}
          onChange={onTo}
          disabled={!leaderId}
        />
        <DateField label={t('handover.onDate')} value={onDate} onChange={onDay} required />
      </Stack>
    </Sheet>
  );
}

const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
