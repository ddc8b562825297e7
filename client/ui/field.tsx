import { type ReactNode, useId } from 'react';

/** What a control inside a field must carry. */
export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Sentence about what is wrong; replaces the hint. */
  readonly fault?: string | null;
  readonly children: (attributes: ControlAttributes) => ReactNode;
}

/** Label, control, and one line of help or fault, tied together for screen readers. */
export const Field = ({ label, hint, fault = null, children }: FieldProps) => {
  const id = useId();
  const noteId = `${id}-note`;
  const note = fault ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': note ? noteId : undefined,
        'aria-invalid': fault === null ? undefined : true,
      })}
      {note ? (
        <p id={noteId} className={fault === null ? 'field-hint' : 'field-fault'}>
          {note}
        </p>
      ) : null}
    </div>
  );
};
