import { NumberInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';

type WholeNumberFieldProps = {
  label: string;
  description?: string;
  error?: ReactNode;
  min: number;
  max: number;
  value: number;
  onChange: (value: number) => void;
};

/** A whole number that may be cleared and typed anew: while the field is empty the last number stands. */
export function WholeNumberField({ value, onChange, ...field }: WholeNumberFieldProps) {
  const [typed, setTyped] = useState<number | string>(value);
  return (
    <NumberInput
      {...field}
      allowDecimal={false}
      allowNegative={false}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        if (typeof next === 'number') onChange(next);
      }}
      onBlur={() => {
        if (typeof typed !== 'number') setTyped(value);
      }}
    />
  );
}
