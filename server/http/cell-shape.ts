import type { Geometry } from 'geojson';
import { cellRing } from '#core/place/cell.ts';
import type { LonLat } from '#core/place/units.ts';

/** A cell: the outline it brings, else the square of the 1 km grid that its id names. */
export const cellShape = (id: string, ring: readonly LonLat[] | null | undefined): Geometry => ({
  type: 'Polygon',
  coordinates: [(ring ?? cellRing(id)).map((position) => [...position])],
});
