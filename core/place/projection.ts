import { Problem } from '../problem.ts';
import { type TransverseMercator, transverseMercator } from './transverse-mercator.ts';
import type { LonLat } from './units.ts';

/** A place on a plane in metres. Named fields, because official data swap X and Y. */
export interface PlanePoint {
  readonly east: number;
  readonly north: number;
}

/** A plane on which distances within a region are true to 0.1 %. */
export interface Projection {
  readonly epsg: number;
  toPlane(lonLat: LonLat): PlanePoint;
  fromPlane(point: PlanePoint): LonLat;
}

/** ETRS89 on GRS80, taken as WGS 84 (below 1 m apart). */
const lks92: TransverseMercator = {
  inverseFlattening: 298.257222101,
  centralMeridian: 24,
  scale: 0.9996,
  falseEasting: 500_000,
  falseNorthing: -6_000_000,
};

const utmZones = 60;

/** UTM on WGS 84: EPSG 32601-32660 north of the equator, 32701-32760 south of it. */
function utm(epsg: number): TransverseMercator | null {
  const zone = epsg % 100;
  const isNorth = epsg - zone === 32_600;
  const isSouth = epsg - zone === 32_700;
  if (!(isNorth || isSouth) || !Number.isInteger(epsg) || zone < 1 || zone > utmZones) return null;
  return {
    inverseFlattening: 298.257223563,
    centralMeridian: 6 * zone - 183,
    scale: 0.9996,
    falseEasting: 500_000,
    falseNorthing: isSouth ? 10_000_000 : 0,
  };
}

const known = new Map<number, Projection>();

/**
 * The plane of an EPSG code: 3059 (LKS-92 / Latvia TM) or a UTM zone of WGS 84 (326zz, 327zz).
 * Throws `bad-config` for any other: a region names its plane in its file.
 */
export function projectionOf(epsg: number): Projection {
  const found = known.get(epsg);
  if (found) return found;
  const parameters = epsg === 3059 ? lks92 : utm(epsg);
  if (parameters === null) {
    const expected = '3059, 32601-32660, 32701-32760';
    throw new Problem('bad-config', {
      faults: [{ field: 'crs', fault: 'not-one-of', value: `${epsg}`, expected }],
    });
  }
  const projection = { epsg, ...transverseMercator(parameters) };
  known.set(epsg, projection);
  return projection;
}
