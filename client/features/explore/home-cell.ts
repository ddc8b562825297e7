import { cellIdOf } from '#core/place/cell.ts';
import { toLks92 } from '#core/place/lks92.ts';
import type { LonLat } from '#core/place/units.ts';

/** An inhabited 1 km cell, as far as it is needed to find the one somebody lives in. */
export interface HomeCell {
  readonly id: string;
  readonly territoryId: string;
  readonly centre: LonLat;
}

/** Farther than this from the nearest inhabited cell, a place is outside the region. */
const outsideMetres = 5000;

/**
 * The cell a place lies in or, where nobody lives there by the data, the inhabited cell with the nearest
 * centre. Null when that is farther than 5 km: the place is outside the region.
 */
export const homeCellOf = (lonLat: LonLat, cells: readonly HomeCell[]): HomeCell | null => {
  const home = toLks92(lonLat);
  const ownId = cellIdOf(home);
  const own = cells.find((cell) => cell.id === ownId);
  if (own) return own;
  let nearest: HomeCell | null = null;
  let least = outsideMetres;
  for (const cell of cells) {
    const { east, north } = toLks92(cell.centre);
    const distance = Math.hypot(east - home.east, north - home.north);
    if (distance > least) continue;
    nearest = cell;
    least = distance;
  }
  return nearest;
};
