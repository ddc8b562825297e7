import { cellRing } from '#core/place/cell.ts';
import type { LonLat } from '#core/place/units.ts';

/** Closed ring of a cell by its id. */
export type RingOf = (id: string) => readonly LonLat[];

/** Rings as the answer gives them; where it gives none, cells are the squares that their ids name. */
export const ringsOf = (cells: {
  readonly id: readonly string[];
  readonly ring: readonly (readonly LonLat[])[] | null;
}): RingOf => {
  const { id, ring } = cells;
  if (ring === null) return cellRing;
  const byId = new Map(id.map((one, index) => [one, ring[index] ?? []]));
  return (one) => byId.get(one) ?? [];
};
