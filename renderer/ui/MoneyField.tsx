import { NumberInput } from '@mantine/core';
import { mostOre, type Ore } from '@shared/domain/money';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from './use-language';

type MoneyFieldProps = {
  label?: ReactNode;
  'aria-label'?: string;
  description?: string;
  error?: ReactNode;
  /** Øre; null while the field is empty. */
  value: Ore | null;
  onChange: (value: Ore | null) => void;
  required?: boolean;
  max?: Ore;
};

/** An amount in kroner, typed as a Dane types it: `14.500,50`. */
export function MoneyField({ value, onChange, max = mostOre, ...field }: MoneyFieldProps) {
  const { t } = useTranslation();
  const isDanish = useLanguage() === 'da';
  return (
    <NumberInput
      {...field}
      value={value === null ? '' : value / 100}
      onChange={(next) => onChange(typeof next === 'number' ? Math.round(next * 100) : null)}
      min={0}
      max={max / 100}
      decimalScale={2}
      allowNegative={false}
      thousandSeparator={isDanish ? '.' : ','}
      decimalSeparator={isDanish ? ',' : '.'}
      suffix={isDanish ? ` ${t('common.crowns')}` : undefined}
      prefix={isDanish ? undefined : `${t('common.crowns')} `}
      hideControls
    />
  );
}
