import type { LonLat } from '#core/place/units.ts';
import type { Pin } from './events-map.tsx';
import { fanOffsets, type Offset } from './fan.ts';

/** Pins closer than this, centre to centre, would cover each other's numbers. */
const mergePixels = 34;
/** From here on, pins that share one point stand around it instead of being one. */
const fanFromZoom = 12;
const fanGapPixels = 36;
const tilePixels = 512;

/** One or more pins drawn as one, at the place of the one with most dates. */
export interface PinGroup {
  /** Of the pin it stands at, so that a group keeps its button while the map zooms. */
  readonly id: string;
  readonly lonLat: LonLat;
  readonly offset: Offset;
  readonly pins: readonly Pin[];
  /** Dates of all pins together. */
  readonly count: number;
}

interface Placed {
  readonly pin: Pin;
  readonly offset: Offset;
  readonly x: number;
  readonly y: number;
}

const unmoved: Offset = [0, 0];

/**
 * Merges pins that would overlap at a zoom of the map: the ones with most dates stay, the others join the
 * nearest of them within reach. The order of the pins is kept, each group standing where its first pin stood.
 */
export function mergePins(pins: readonly Pin[], zoom: number): readonly PinGroup[] {
  const offsets: ReadonlyMap<string, Offset> =
    zoom < fanFromZoom
      ? new Map()
      : fanOffsets(
          pins.map(({ venueId: id, lonLat }) => ({ id, lonLat })),
          fanGapPixels,
        );
  const placed = pins.map((pin) => place(pin, offsets.get(pin.venueId) ?? unmoved, zoom));
  const anchors: Placed[] = [];
  const groupOf = new Map<string, Placed>();
  for (const one of placed.toSorted(byCount)) {
    const near = anchors.filter((anchor) => distance(anchor, one) < mergePixels);
    const anchor = near.toSorted((a, b) => distance(a, one) - distance(b, one))[0] ?? one;
    if (anchor === one) anchors.push(one);
    groupOf.set(one.pin.venueId, anchor);
  }
  return [...Map.groupBy(pins, ({ venueId }) => groupOf.get(venueId))].flatMap(([anchor, members]) =>
    anchor === undefined ? [] : [groupAt(anchor, members)],
  );
}

const groupAt = ({ pin, offset }: Placed, pins: readonly Pin[]): PinGroup => ({
  id: pin.venueId,
  lonLat: pin.lonLat,
  offset,
  pins,
  count: pins.reduce((sum, { count }) => sum + count, 0),
});

const byCount = (a: Placed, b: Placed) =>
  b.pin.count - a.pin.count || (a.pin.venueId < b.pin.venueId ? -1 : 1);

const distance = (a: Placed, b: Placed) => Math.hypot(a.x - b.x, a.y - b.y);

/** Pixels of Web Mercator at a zoom, moved as the pin is drawn. */
function place(pin: Pin, offset: Offset, zoom: number): Placed {
  const world = tilePixels * 2 ** zoom;
  const [lon, lat] = pin.lonLat;
  const northing = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
  return { pin, offset, x: (lon / 360) * world + offset[0], y: -northing * world + offset[1] };
}
