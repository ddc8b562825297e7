import { projectionOf } from './projection.ts';
import type { Lks92, LonLat } from './units.ts';

/*
 * LKS-92 / Latvia TM (EPSG:3059): transverse Mercator on GRS80, central meridian 24 E, scale 0.9996,
 * false easting 500 km, false northing -6000 km. ETRS89 is taken as WGS 84 (below 1 m apart).
 */
const latvia = projectionOf(3059);

/** Degrees to metres, to better than 1 mm anywhere in Latvia. */
export const toLks92 = (lonLat: LonLat): Lks92 => latvia.toPlane(lonLat);

/** Metres to degrees; the inverse of {@link toLks92} to better than 1e-9 degrees. */
export const fromLks92 = (point: Lks92): LonLat => latvia.fromPlane(point);
