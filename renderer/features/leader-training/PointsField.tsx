import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../ui/use-language';

type PointsFieldProps = { value: number | ''; onChange: (value: number | '') => void; error?: ReactNode };

/** ECTS points, whole or half; empty while nobody has written any. */
export function PointsField({ value, onChange, error }: PointsFieldProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <NumberInput
      label={t('leaderTraining.ects')}
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
      required
    />
  );
}
