import { NumberInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';

type WholeNumberFieldProps = {
  label?: string;
  'aria-label'?: string;
  description?: string;
  error?: ReactNode;
  min: number;
  max: number;
  value: number;
  onChange: (value: number) => void;
};

/** A whole number that may be cleared and typed anew: while the field is empty the last number stands. */
export function WholeNumberField({ value, onChange, ...field }: WholeNumberFieldProps) {
  // Text that is no number yet; else the value shows, also when something else changes it.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <NumberInput
      {...field}
      allowDecimal={false}
      allowNegative={false}
      value={typed ?? value}
      onChange={(next) => {
        setTyped(typeof next === 'number' ? null : next);
        if (typeof next === 'number') onChange(next);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
