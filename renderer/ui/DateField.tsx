import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { isCalendarDate } from '@shared/domain/dates';
import { readDate } from '@shared/domain/table-import/cells';
import { IconCalendar } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from './use-language';

type DateFieldProps = {
  label: string;
  description?: ReactNode;
  /** `YYYY-MM-DD`, null while there is none, or text that is no date yet, which the machine then refuses. */
  value: string | null;
  onChange: (value: string | null) => void;
  error?: ReactNode;
  required?: boolean;
  minDate?: string;
  maxDate?: string;
  /** The first thing to fill in when its dialog opens. */
  isFirst?: boolean;
};

/**
 * A date as Danes type it (1-8-2026, 01.08.2026, 2026-08-01), with a calendar for those who would rather choose. What
 * is no date stays as typed, also in `onChange`, and says why: a slip must never count as an emptied field.
 */
export function DateField(props: DateFieldProps) {
  const { value, onChange, error, minDate, maxDate, isFirst, ...input } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const [typed, setTyped] = useState<{ text: string; stands: string | null } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  // Typed text is shown until the value comes to be something else than what it stands for.
  const text = typed && typed.stands === value ? typed.text : danish(value);

  const chosen = value !== null && isCalendarDate(value) ? value : null;

  function type(next: string) {
    const date = readDate(next);
    const stands = date.ok ? date.value || null : next;
    setTyped({ text: next, stands });
    setProblem(null);
    if (stands !== value) onChange(stands);
  }

  function leave() {
    const date = readDate(text);
    setProblem(date.ok ? null : sentence(date.text[language]));
    if (date.ok) setTyped(null);
  }

  function choose(date: string | null) {
    setTyped(null);
    setProblem(null);
    setOpened(false);
    onChange(date);
  }

  return (
    <TextInput
      {...input}
      data-autofocus={isFirst || undefined}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      error={problem ?? error}
      placeholder={t('dates.format')}
      autoComplete="off"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      rightSectionPointerEvents="all"
      rightSection={
        <Popover
          opened={opened}
          onChange={setOpened}
          onDismiss={() => setOpened(false)}
          trapFocus
          returnFocus
          position="bottom-end"
        >
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              aria-label={t('dates.calendar', { label: input.label })}
              onClick={() => setOpened((open) => !open)}
            >
              <IconCalendar size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={input.label}>
            <DatePicker
              __stopPropagation
              value={chosen}
              defaultDate={chosen ?? undefined}
              onChange={choose}
              minDate={minDate}
              maxDate={maxDate}
              hideOutsideDates
              weekendDays={[]}
              ariaLabels={{
                previousMonth: t('dates.previousMonth'),
                nextMonth: t('dates.nextMonth'),
                previousYear: t('dates.previousYear'),
                nextYear: t('dates.nextYear'),
                previousDecade: t('dates.previousDecade'),
                nextDecade: t('dates.nextDecade'),
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}

/** `2026-08-01` → `01-08-2026`. */
function danish(date: string | null): string {
  return isCalendarDate(date ?? '') ? (date ?? '').split('-').reverse().join('-') : (date ?? '');
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
