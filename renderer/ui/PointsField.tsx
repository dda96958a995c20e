import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from './use-language';

type PointsFieldProps = {
  label: string;
  value: number | '';
  onChange: (value: number | '') => void;
  error?: ReactNode;
};

/** ECTS points, whole or half; empty while nobody has written any. */
export function PointsField({ label, value, onChange, error }: PointsFieldProps) {
  const language = useLanguage();
  return (
    <NumberInput
      label={label}
      value={value}
      onChange={(next) => onChange(typeof next === 'number' ? next : '')}
      error={error}
      min={0}
      max={300}
      step={0.5}
      decimalScale={1}
      decimalSeparator={language === 'da' ? ',' : '.'}
      allowNegative={false}
      hideControls
      maw={200}
      required
    />
  );
}
