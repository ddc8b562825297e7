import { z } from 'zod';
import { fromLks92, toLks92 } from '../place/lks92.ts';
import type { Bbox, LonLat } from '../place/units.ts';
import { refuse } from './define.ts';

/**
 * Coordinate reference systems of the API (OGC API - Features Part 2). EPSG:4326, 4258 and 3059 are
 * northing, easting by definition; only CRS84 is longitude, latitude. ETRS89 (4258) is taken as WGS 84.
 */
export const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
export const epsg4326 = 'http://www.opengis.net/def/crs/EPSG/0/4326';
export const epsg4258 = 'http://www.opengis.net/def/crs/EPSG/0/4258';
export const epsg3059 = 'http://www.opengis.net/def/crs/EPSG/0/3059';
export const crsList = [crs84, epsg4326, epsg4258, epsg3059] as const;
export type Crs = (typeof crsList)[number];

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** A position in the axis order of the system: degrees to 7 digits (1 cm), metres to 3. */
export function toCrs(crs: Crs, [lon, lat]: LonLat): [number, number] {
  switch (crs) {
    case crs84:
      return [round(lon, 7), round(lat, 7)];
    case epsg4326:
    case epsg4258:
      return [round(lat, 7), round(lon, 7)];
    case epsg3059: {
      const { east, north } = toLks92([lon, lat]);
      return [round(north, 3), round(east, 3)];
    }
  }
}

/** Names of the two axes with their units, in the order in which they are written. */
export function axisNames(crs: Crs): readonly [string, string] {
  switch (crs) {
    case crs84:
      return ['longitudeDegrees', 'latitudeDegrees'];
    case epsg4326:
    case epsg4258:
      return ['latitudeDegrees', 'longitudeDegrees'];
    case epsg3059:
      return ['northingMetres', 'eastingMetres'];
  }
}

type Box = readonly [first: number, second: number, third: number, fourth: number];

/**
 * Box in degrees that encloses a box given in `crs`. For metres it is the smallest enclosing one, so it
 * takes in slightly more than asked at the corners: the grid is turned by up to 1.5 degrees from north.
 */
export function toDegrees(crs: Crs, [a, b, c, d]: Box): Bbox {
  switch (crs) {
    case crs84:
      return [a, b, c, d];
    case epsg4326:
    case epsg4258:
      return [b, a, d, c];
    case epsg3059: {
      const steps = [0, 0.25, 0.5, 0.75, 1];
      const edge = steps.flatMap((t) => [
        fromLks92({ north: a, east: b + (d - b) * t }),
        fromLks92({ north: c, east: b + (d - b) * t }),
        fromLks92({ north: a + (c - a) * t, east: b }),
        fromLks92({ north: a + (c - a) * t, east: d }),
      ]);
      const lons = edge.map(([lon]) => lon);
      const lats = edge.map(([, lat]) => lat);
      return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
    }
  }
}

/** Numbers outside which a system says nothing about this part of the world. */
function limits(crs: Crs): Box {
  switch (crs) {
    case crs84:
      return [-180, -90, 180, 90];
    case epsg4326:
    case epsg4258:
      return [-90, -180, 90, 180];
    case epsg3059:
      return [-200_000, -400_000, 1_200_000, 1_400_000];
  }
}

const number = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const corners = 'minA,minB,maxA,maxB';

/** Reads four or six numbers; NaN and Infinity are none. */
export function readBoxNumbers(text: string, context: z.RefinementCtx): readonly number[] {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length !== 4 && parts.length !== 6) return refuse(context, 'malformed', corners);
  if (!parts.every((part) => number.test(part))) return refuse(context, 'not-a-number', corners);
  return parts.map(Number);
}

/** Box in degrees from corners in the axis order of `crs`; heights are checked and left aside. */
export function readBox(values: readonly number[], crs: Crs, context: z.RefinementCtx): Bbox {
  const [a = 0, b = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = values;
  const box: Box = values.length === 4 ? [a, b, third, fourth] : [a, b, fourth, fifth];
  const [minA, minB, maxA, maxB] = limits(crs);
  const isInside = box[0] >= minA && box[1] >= minB && box[2] <= maxA && box[3] <= maxB;
  if (!isInside) return refuse(context, 'out-of-range', `${minA},${minB},${maxA},${maxB}`, ['bbox']);
  const isReversed = box[0] > box[2] || box[1] > box[3] || (values.length === 6 && third > sixth);
  if (isReversed)
    return refuse(context, 'end-before-start', `${axisNames(crs).join(',')}: min <= max`, ['bbox']);
  return toDegrees(crs, box);
}

export const crsParameter = z
  .enum(crsList)
  .default(crs84)
  .meta({ description: 'Coordinate reference system of the answer; sets the order of the axes.' });
