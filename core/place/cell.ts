import { Problem } from '../problem.ts';
import { fromLks92, toLks92 } from './lks92.ts';
import type { Lks92, LonLat } from './units.ts';

/** Side of a cell of the statistical office's 1 km grid. */
export const cellMetres = 1000;

/** "1kmX448Y313": kilometres of the lower left corner in LKS-92, east after X, north after Y. */
export function cellIdOf({ east, north }: Lks92): string {
  return `1kmX${Math.floor(east / cellMetres)}Y${Math.floor(north / cellMetres)}`;
}

/** Cell in which a point lies; a point on a shared border belongs to the cell east or north of it. */
export function cellIdAt(lonLat: LonLat): string {
  return cellIdOf(toLks92(lonLat));
}

/** Lower left corner of a cell in metres. Throws `bad-query` for anything that is not a 1 km id. */
export function cellCorner(id: string): Lks92 {
  const match = /^1kmX(\d{1,4})Y(\d{1,4})$/.exec(id);
  if (match === null) {
    throw new Problem('bad-query', {
      faults: [{ field: 'cell', fault: 'malformed', value: id, expected: '1kmX448Y313' }],
    });
  }
  return { east: Number(match[1]) * cellMetres, north: Number(match[2]) * cellMetres };
}

/** Middle of a cell in degrees. */
export function cellCentre(id: string): LonLat {
  const { east, north } = cellCorner(id);
  return fromLks92({ east: east + cellMetres / 2, north: north + cellMetres / 2 });
}

/**
 * Closed ring of a cell in degrees, counter-clockwise from the lower left corner. Straight lines between
 * the corners stay within 5 cm of the true grid lines.
 */
export function cellRing(id: string): LonLat[] {
  const { east, north } = cellCorner(id);
  const [e, n] = [east + cellMetres, north + cellMetres];
  const corners = [
    { east, north },
    { east: e, north },
    { east: e, north: n },
    { east, north: n },
    { east, north },
  ];
  return corners.map(fromLks92);
}
