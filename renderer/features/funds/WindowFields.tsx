import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/DateField';

type Window = { opensOn: string; closesOn: string };
type WindowFieldsProps = { windows: readonly Window[]; onChange: (windows: Window[]) => void };

/** When it can be applied for, window by window. */
export function WindowFields({ windows, onChange }: WindowFieldsProps) {
  const { t } = useTranslation();
  const adding = useRef<HTMLButtonElement>(null);
  const set = (index: number, change: Partial<Window>) =>
    onChange(windows.map((window, at) => (at === index ? { ...window, ...change } : window)));
  return (
    <div className="wide">
      {windows.map((window, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: windows have no id, and are added at the end
        <div key={index} className="fund-cost">
          <DateField
            label={t('funds.rules.fields.opensOn')}
            value={window.opensOn || null}
            onChange={(opensOn) => set(index, { opensOn: opensOn ?? '' })}
          />
          <DateField
            label={t('funds.rules.fields.closesOn')}
            value={window.closesOn || null}
            onChange={(closesOn) => set(index, { closesOn: closesOn ?? '' })}
          />
          <Button
            variant="subtle"
            aria-label={t('funds.rules.fields.removeWindow', { number: index + 1 })}
            onClick={() => {
              adding.current?.focus();
              onChange(windows.filter((_, at) => at !== index));
            }}
          >
            {t('common.remove')}
          </Button>
        </div>
      ))}
      <Button
        ref={adding}
        size="compact-sm"
        variant="default"
        onClick={() => onChange([...windows, { opensOn: '', closesOn: '' }])}
      >
        {t('funds.rules.fields.addWindow')}
      </Button>
    </div>
  );
}
