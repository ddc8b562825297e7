import { useId } from 'react';
import { classes } from './classes.ts';

interface SegmentedProps<T extends string> {
  readonly legend: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly isLegendHidden?: boolean;
  readonly disabled?: boolean;
}

/** A few choices beside each other: native radio buttons, so arrow keys work by themselves. */
export const Segmented = <T extends string>({
  legend,
  value,
  options,
  onChange,
  isLegendHidden = false,
  disabled = false,
}: SegmentedProps<T>) => {
  const name = useId();
  return (
    <fieldset className="segmented" disabled={disabled}>
      <legend className={classes(isLegendHidden && 'visually-hidden')}>{legend}</legend>
      <div className="segmented-row">
        {options.map((option) => (
          <label key={option.value} className="segment">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
