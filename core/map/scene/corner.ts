import type { Territory } from '../../place/territory.ts';
import { type Frame, pageRings } from './frame.ts';
import { clipRing, grown } from './geometry.ts';
import type { Box } from './primitives.ts';

const inset = 5;
/** Paper kept free between the legend and the region. */
const clear = 4;

/** Corner of the map where a box covers nothing of the region; null where the region fills all four. */
export const freeCorner = (
  frame: Frame,
  territories: readonly Territory[],
  { width, height }: { readonly width: number; readonly height: number },
): Box | null => {
  const { left, top, right, bottom } = frame.box;
  const rings = territories
    .filter(({ kind }) => kind === 'parish' || kind === 'town')
    .flatMap(({ geometry }) => pageRings(frame, geometry));
  const corners = [
    [right - inset - width, top + inset],
    [left + inset, top + inset],
    [right - inset - width, bottom - inset - height],
    [left + inset, bottom - inset - height],
  ] as const;
  const boxes = corners.map(([x, y]): Box => ({ left: x, top: y, right: x + width, bottom: y + height }));
  return boxes.find((box) => rings.every((ring) => clipRing(ring, grown(box, clear)).length === 0)) ?? null;
};
