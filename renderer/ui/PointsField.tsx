import type { ReactNode } from 'react';
import { HalvesField } from './HalvesField';

type PointsFieldProps = {
  label: string;
  value: number | '';
  onChange: (value: number | '') => void;
  error?: ReactNode;
};

/** ECTS points, whole or half. */
export function PointsField(field: PointsFieldProps) {
  return <HalvesField {...field} max={300} maw={200} required />;
}
