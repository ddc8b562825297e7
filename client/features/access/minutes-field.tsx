import { useEffect, useState } from 'react';
import { useWords } from '../../ui/language-context.tsx';
import { TextField } from '../../ui/text-field.tsx';

const limits = { min: 1, max: 180 };

/** The threshold in minutes. What does not fit stays in the field with a fault and is not asked for. */
export const MinutesField = ({ value, onChange }: { value: number; onChange: (value: number) => void }) => {
  const { access, faults } = useWords();
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const fits = isWithinLimits(text);
  return (
    <TextField
      label={access.cutoffMinutes}
      type="number"
      inputMode="numeric"
      {...limits}
      value={text}
      fault={fits ? null : `${faults['out-of-range']}: ${limits.min}–${limits.max}`}
      onChange={(typed) => {
        setText(typed);
        if (isWithinLimits(typed)) onChange(Number(typed));
      }}
    />
  );
};

const isWithinLimits = (text: string) =>
  /^\d{1,3}$/.test(text) && Number(text) >= limits.min && Number(text) <= limits.max;
