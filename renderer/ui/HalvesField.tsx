import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from './use-language';

type HalvesFieldProps = {
  label: string;
  description?: string;
  value: number | '';
  onChange: (value: number | '') => void;
  error?: ReactNode;
  max: number;
  maw?: number;
  required?: boolean;
};

/** Something counted in wholes and halves, from 0: days, points. Empty while nobody has written any. */
export function HalvesField({ onChange, ...field }: HalvesFieldProps) {
  const language = useLanguage();
  return (
    <NumberInput
      {...field}
      onChange={(next) => onChange(typeof next === 'number' ? next : '')}
      min={0}
      step={0.5}
      decimalScale={1}
      decimalSeparator={language === 'da' ? ',' : '.'}
      allowNegative={false}
      hideControls
    />
  );
}
