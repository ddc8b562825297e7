import { Marker, useMap } from '@vis.gl/react-maplibre';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { EventsMapProps, Pin } from './events-map.tsx';
import { mergePins, type PinGroup } from './merge-pins.ts';
import { nextPin } from './next-pin.ts';
import { PinButton } from './pin-button.tsx';
import { useZoom } from './use-zoom.ts';

/**
 * Pins as native buttons; those that would overlap are one. Together they are one stop of the Tab key; the
 * arrow keys go from pin to pin in the order of the list.
 */
export function Pins({ pins, activeVenueId, onSelect }: EventsMapProps) {
  const { current: map } = useMap();
  const zoom = useZoom(map);
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const [focused, setFocused] = useState<string | null>(null);
  const groups = useMemo(() => mergePins(pins, zoom), [pins, zoom]);
  const ids = groups.map(({ id }) => id);
  const active = groups.find((group) => group.pins.some(({ venueId }) => venueId === activeVenueId))?.id;
  const middle = (Math.min(...pins.map(lonOf)) + Math.max(...pins.map(lonOf))) / 2;
  const tabStop = [focused, active].find((id) => typeof id === 'string' && ids.includes(id)) ?? ids[0];
  const move = (event: KeyboardEvent) => {
    const next = nextPin(ids, tabStop ?? '', event.key);
    if (next === null) return;
    // The map would move with the same keys.
    event.preventDefault();
    event.stopPropagation();
    setFocused(next);
    buttons.current.get(next)?.focus();
  };
  const open = (group: PinGroup) => {
    if (group.pins.length === 1) return onSelect(group.id);
    const points = group.pins.map(({ lonLat }) => lonLat);
    const camera = map?.cameraForBounds(boxOf(points), { padding: openPadding, maxZoom: openMaxZoom });
    // Where the box says no nearer, one step nearer still parts what lies apart.
    if (camera) map?.easeTo({ ...camera, zoom: Math.max(camera.zoom ?? 0, map.getZoom() + 1) });
  };
  return groups.map((group) => (
    <Marker
      key={group.id}
      longitude={group.lonLat[0]}
      latitude={group.lonLat[1]}
      offset={[...group.offset]}
      style={{ zIndex: group.id === active ? 2 : 1 }}
    >
      <PinButton
        group={group}
        side={group.lonLat[0] > middle ? 'left' : 'right'}
        isActive={group.id === active}
        isTabStop={group.id === tabStop}
        onPress={() => open(group)}
        onMove={move}
        onFocus={() => setFocused(group.id)}
        refer={(button) => {
          if (button === null) buttons.current.delete(group.id);
          else buttons.current.set(group.id, button);
        }}
      />
    </Marker>
  ));
}

const openPadding = 64;
/** Near enough for venues of one village to stand apart. */
const openMaxZoom = 13;

const lonOf = (pin: Pin) => pin.lonLat[0];

const boxOf = (points: readonly Pin['lonLat'][]): [number, number, number, number] => {
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
};
