import type { KeyboardEvent } from 'react';
import { fill, plural } from '#core/language/format.ts';
import { classes } from '../ui/classes.ts';
import { useLanguage, useWords } from '../ui/language-context.tsx';
import type { PinGroup } from './merge-pins.ts';

interface PinButtonProps {
  readonly group: PinGroup;
  /** Towards which the name opens, so that it stays on the map. */
  readonly side: 'left' | 'right';
  readonly isActive: boolean;
  readonly isTabStop: boolean;
  readonly onPress: () => void;
  readonly onMove: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly refer: (button: HTMLButtonElement | null) => void;
}

/** One venue to choose, or several that lie too close together to be told apart, to zoom in on. */
export function PinButton(props: PinButtonProps) {
  const { group, side, isActive, isTabStop, onPress, onMove, onFocus, refer } = props;
  const { tip, label } = usePinWords(group);
  const [pin] = group.pins;
  const isGroup = group.pins.length > 1;
  return (
    <button
      type="button"
      ref={refer}
      className={classes(
        'pin',
        isGroup && 'pin-group',
        isActive && 'pin-active',
        !isGroup && Boolean(pin?.accuracyMetres) && 'pin-approximate',
      )}
      tabIndex={isTabStop ? 0 : -1}
      // A group is not chosen but opened.
      aria-pressed={isGroup ? undefined : isActive}
      aria-label={label}
      data-side={side}
      data-tip={tip}
      onClick={onPress}
      onKeyDown={onMove}
      onFocus={onFocus}
    >
      {group.count}
    </button>
  );
}

function usePinWords({ pins, count }: PinGroup) {
  const language = useLanguage();
  const { map } = useWords().access;
  const events = plural(language, count, map.pinEvents);
  const [pin] = pins;
  if (pins.length !== 1 || pin === undefined) {
    const tip = `${events} ${plural(language, pins.length, map.pinPlaces)}`;
    return { tip, label: `${tip}, ${map.pinOpen}` };
  }
  const accuracy = pin.accuracyMetres ? `, ${fill(map.approximate, { metres: pin.accuracyMetres })}` : '';
  return { tip: `${pin.name}: ${events}`, label: `${pin.name}, ${events}${accuracy}` };
}
