import { Marker } from '@vis.gl/react-maplibre';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { fill, plural } from '#core/language/format.ts';
import { classes } from '../ui/classes.ts';
import { useLanguage, useWords } from '../ui/language-context.tsx';
import type { EventsMapProps, Pin } from './events-map.tsx';
import { fanOffsets } from './fan.ts';
import { nextPin } from './next-pin.ts';

const gapPixels = 30;

/**
 * Pins as native buttons. Together they are one stop of the Tab key; the arrow keys go from pin to pin in
 * the order of the list.
 */
export function Pins({ pins, activeVenueId, onSelect }: EventsMapProps) {
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const [focused, setFocused] = useState<string | null>(null);
  const offsets = useMemo(
    () =>
      fanOffsets(
        pins.map(({ venueId: id, lonLat }) => ({ id, lonLat })),
        gapPixels,
      ),
    [pins],
  );
  const ids = pins.map((pin) => pin.venueId);
  const middle = (Math.min(...pins.map(lonOf)) + Math.max(...pins.map(lonOf))) / 2;
  const tabStop = [focused, activeVenueId].find((id) => id !== null && ids.includes(id)) ?? ids[0];
  const move = (event: KeyboardEvent) => {
    const next = nextPin(ids, tabStop ?? '', event.key);
    if (next === null) return;
    // The map would move with the same keys.
    event.preventDefault();
    event.stopPropagation();
    setFocused(next);
    buttons.current.get(next)?.focus();
  };
  return pins.map((pin) => {
    const [right, down] = offsets.get(pin.venueId) ?? [0, 0];
    const isActive = pin.venueId === activeVenueId;
    return (
      <Marker
        key={pin.venueId}
        longitude={pin.lonLat[0]}
        latitude={pin.lonLat[1]}
        offset={[right, down]}
        style={{ zIndex: isActive ? 2 : 1 }}
      >
        <PinButton
          pin={pin}
          side={lonOf(pin) > middle ? 'left' : 'right'}
          isActive={isActive}
          isTabStop={pin.venueId === tabStop}
          onSelect={onSelect}
          onMove={move}
          onFocus={() => setFocused(pin.venueId)}
          refer={(button) => {
            if (button === null) buttons.current.delete(pin.venueId);
            else buttons.current.set(pin.venueId, button);
          }}
        />
      </Marker>
    );
  });
}

const lonOf = (pin: Pin) => pin.lonLat[0];

interface PinButtonProps {
  readonly pin: Pin;
  /** Towards which the name opens, so that it stays on the map. */
  readonly side: 'left' | 'right';
  readonly isActive: boolean;
  readonly isTabStop: boolean;
  readonly onSelect: (venueId: string) => void;
  readonly onMove: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly refer: (button: HTMLButtonElement | null) => void;
}

function PinButton({ pin, side, isActive, isTabStop, onSelect, onMove, onFocus, refer }: PinButtonProps) {
  const language = useLanguage();
  const { access } = useWords();
  const events = plural(language, pin.count, access.map.pinEvents);
  const accuracy = pin.accuracyMetres
    ? `, ${fill(access.map.approximate, { metres: pin.accuracyMetres })}`
    : '';
  return (
    <button
      type="button"
      ref={refer}
      className={classes('pin', isActive && 'pin-active', Boolean(pin.accuracyMetres) && 'pin-approximate')}
      tabIndex={isTabStop ? 0 : -1}
      aria-pressed={isActive}
      aria-label={`${pin.name}, ${events}${accuracy}`}
      data-side={side}
      data-tip={`${pin.name}: ${events}`}
      onClick={() => onSelect(pin.venueId)}
      onKeyDown={onMove}
      onFocus={onFocus}
    >
      {pin.count}
    </button>
  );
}
