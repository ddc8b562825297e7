import type { ComponentProps, ReactNode } from 'react';
import { Field } from './field.tsx';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly fault?: string | null;
}

/** One line of text, a search, a date or a number: `type` says which. */
export const TextField = ({ label, hint, fault = null, onChange, ...rest }: TextFieldProps) => (
  <Field label={label} hint={hint} fault={fault}>
    {(attributes) => (
      <input className="input" {...rest} {...attributes} onChange={(event) => onChange(event.target.value)} />
    )}
  </Field>
);
