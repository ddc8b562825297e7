import { cellIdAt, squareOf } from '#core/place/cell.ts';
import type { LonLat } from '#core/place/units.ts';

/** An inhabited cell, as far as it is needed to find the one somebody lives in. */
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
  // Only squares in LKS-92 are named by where they lie.
  const square = squareOf(cells[0]?.id ?? '');
  const ownId = square === null ? '' : cellIdAt(lonLat, square.metres);
  const own = cells.find((cell) => cell.id === ownId);
  if (own) return own;
  let nearest: HomeCell | null = null;
  let least = outsideMetres;
  for (const cell of cells) {
    const distance = metresBetween(lonLat, cell.centre);
    if (distance > least) continue;
    nearest = cell;
    least = distance;
  }
  return nearest;
};

const metresPerDegree = 111_195;

/** On a sphere, flat around the first point: good to a few metres within the 5 km that matter here. */
const metresBetween = ([lon, lat]: LonLat, [otherLon, otherLat]: LonLat): number => {
  const shrink = Math.cos((lat * Math.PI) / 180);
  return Math.hypot((otherLon - lon) * shrink, otherLat - lat) * metresPerDegree;
};
