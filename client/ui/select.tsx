import type { ReactNode } from 'react';
import { Field } from './field.tsx';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Heading under which the option stands. */
  readonly group?: string;
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  readonly hint?: ReactNode;
  readonly fault?: string | null;
  readonly disabled?: boolean;
}

const toOptions = <T extends string>(options: readonly Option<T>[]) =>
  options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));

/** A native select. Options of one group must stand together. */
export const Select = <T extends string>({
  label,
  value,
  options,
  onChange,
  hint,
  fault = null,
  disabled = false,
}: SelectProps<T>) => {
  const groups = [...new Set(options.map((option) => option.group))];
  const choose = (text: string) => {
    const chosen = options.find((option) => option.value === text);
    if (chosen) onChange(chosen.value);
  };
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(attributes) => (
        <select
          className="input"
          value={value}
          disabled={disabled}
          {...attributes}
          onChange={(event) => choose(event.target.value)}
        >
          {groups.map((group) => {
            const own = toOptions(options.filter((option) => option.group === group));
            return group === undefined ? (
              own
            ) : (
              <optgroup key={group} label={group}>
                {own}
              </optgroup>
            );
          })}
        </select>
      )}
    </Field>
  );
};
