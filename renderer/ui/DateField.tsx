import { DateInput } from '@mantine/dates';
import { readDate } from '@shared/domain/staff-import/cells';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type DateFieldProps = {
  label: string;
  description?: ReactNode;
  /** `YYYY-MM-DD`, or null while there is none. */
  value: string | null;
  onChange: (value: string | null) => void;
  error?: ReactNode;
  required?: boolean;
  /** Whether the date may be taken away again. */
  clearable?: boolean;
  minDate?: string;
  maxDate?: string;
};

/** A date as Danes type it (1-8-2026, 01.08.2026, 2026-08-01), with a calendar for those who would rather choose. */
export function DateField({ clearable = false, ...props }: DateFieldProps) {
  const { t } = useTranslation();
  return (
    <DateInput
      {...props}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('dates.clear') }}
      valueFormat="DD-MM-YYYY"
      placeholder={t('dates.format')}
      dateParser={parseTyped}
      hideOutsideDates
      ariaLabels={{
        previousMonth: t('dates.previousMonth'),
        nextMonth: t('dates.nextMonth'),
        previousYear: t('dates.previousYear'),
        nextYear: t('dates.nextYear'),
        previousDecade: t('dates.previousDecade'),
        nextDecade: t('dates.nextDecade'),
        monthLevelControl: t('dates.chooseMonth'),
        yearLevelControl: t('dates.chooseYear'),
      }}
    />
  );
}

function parseTyped(text: string): string | null {
  const date = readDate(text);
  return date.ok && date.value !== '' ? date.value : null;
}
