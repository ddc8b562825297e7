import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from './language-context.tsx';
import { TextField } from './text-field.tsx';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  /** Both included. */
  readonly limits: { readonly min: number; readonly max: number };
  readonly onChange: (value: number) => void;
  readonly hint?: ReactNode;
}

/** A whole number within limits. What does not fit stays in the field with a fault and is told to nobody. */
export const NumberField = ({ label, value, limits, onChange, hint }: NumberFieldProps) => {
  const { faults } = useWords();
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const fits = (typed: string) =>
    /^-?\d{1,9}$/.test(typed) && Number(typed) >= limits.min && Number(typed) <= limits.max;
  return (
    <TextField
      label={label}
      type="number"
      // The keypad of digits of some telephones has no minus.
      inputMode={limits.min < 0 ? 'text' : 'numeric'}
      {...limits}
      value={text}
      hint={hint}
      fault={fits(text) ? null : `${faults['out-of-range']} (${limits.min}–${limits.max})`}
      onChange={(typed) => {
        setText(typed);
        if (fits(typed)) onChange(Number(typed));
      }}
    />
  );
};
