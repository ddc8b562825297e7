import { Problem } from '../problem.ts';
import { fromLks92, toLks92 } from './lks92.ts';
import type { Lks92, LonLat } from './units.ts';

/** Sides of the squares of the statistical office's grids in LKS-92, in metres. */
export type SquareMetres = 1000 | 100;

/** Side of a square of the 1 km grid. */
export const kilometreMetres = 1000;

/** A square of one of these grids, as its id names it. */
export interface Square {
  readonly metres: SquareMetres;
  /** Lower left corner. */
  readonly corner: Lks92;
}

const squareIds = /^(1km|100m)X(\d{1,5})Y(\d{1,5})$/;

/**
 * The square that an id names: "1kmX448Y313" counts kilometres of the lower left corner in LKS-92, east after
 * X and north after Y; "100mX4480Y3130" counts hundreds of metres. Null for the id of any other grid.
 */
export function squareOf(id: string): Square | null {
  const match = squareIds.exec(id);
  if (match === null) return null;
  const metres = match[1] === '1km' ? 1000 : 100;
  return { metres, corner: { east: Number(match[2]) * metres, north: Number(match[3]) * metres } };
}

/** Id of the square of a grid in which a point lies: "1kmX448Y313", "100mX4480Y3130". */
export function cellIdOf({ east, north }: Lks92, metres: SquareMetres = 1000): string {
  const size = metres === 1000 ? '1km' : '100m';
  return `${size}X${Math.floor(east / metres)}Y${Math.floor(north / metres)}`;
}

/** Cell in which a point lies; a point on a shared border belongs to the cell east or north of it. */
export function cellIdAt(lonLat: LonLat, metres: SquareMetres = 1000): string {
  return cellIdOf(toLks92(lonLat), metres);
}

/** Side of the square cells of a grid by one of its ids; null for hexagons and the like. */
export type CellSide = '1 km' | '100 m' | null;

/** A square kilometre of the European grid has its corner in EPSG:3035, and its outline with it. */
const isEuropeanId = (id: string): boolean => /^CRS3035RES1000mN\d{6,7}E\d{6,7}$/.test(id);

/** How long a side is that people may be told of: "1 km", "100 m"; null where a cell is no square of these. */
export function cellSide(id: string | undefined): CellSide {
  if (id === undefined) return null;
  if (isEuropeanId(id)) return '1 km';
  const metres = squareOf(id)?.metres;
  return metres === undefined ? null : metres === 1000 ? '1 km' : '100 m';
}

/** The square of an id. Throws `bad-query` for anything that is not an id of a square in LKS-92. */
function square(id: string): Square {
  const found = squareOf(id);
  if (found !== null) return found;
  throw new Problem('bad-query', {
    faults: [{ field: 'cell', fault: 'malformed', value: id, expected: '1kmX448Y313' }],
  });
}

/** Lower left corner of a square in metres. Throws `bad-query` for an id of another grid. */
export function cellCorner(id: string): Lks92 {
  return square(id).corner;
}

/** Side of a square in metres. Throws `bad-query` for an id of another grid. */
export function cellMetresOf(id: string): SquareMetres {
  return square(id).metres;
}

/** Middle of a square in degrees. Throws `bad-query` for an id of another grid. */
export function cellCentre(id: string): LonLat {
  const { corner, metres } = square(id);
  return fromLks92({ east: corner.east + metres / 2, north: corner.north + metres / 2 });
}

/**
 * Closed ring of a square in degrees, counter-clockwise from the lower left corner. Straight lines between
 * the corners stay within 5 cm of the true grid lines. Throws `bad-query` for an id of another grid.
 */
export function cellRing(id: string): LonLat[] {
  const { corner, metres } = square(id);
  const { east, north } = corner;
  const [e, n] = [east + metres, north + metres];
  const corners = [
    { east, north },
    { east: e, north },
    { east: e, north: n },
    { east, north: n },
    { east, north },
  ];
  return corners.map(fromLks92);
}
