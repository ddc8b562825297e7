import { z } from 'zod';
import { type Projection, projectionOf } from '../place/projection.ts';
import type { Bbox, LonLat } from '../place/units.ts';
import { refuse } from './define.ts';

/**
 * Coordinate reference systems of the API (OGC API - Features Part 2). EPSG:4326, 4258 and 3059 are
 * northing, easting by definition; CRS84 is longitude, latitude and a UTM zone easting, northing.
 * ETRS89 (4258) is taken as WGS 84.
 */
export const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
const epsg = <Code extends number>(code: Code) => `http://www.opengis.net/def/crs/EPSG/0/${code}` as const;
export const epsg4326 = epsg(4326);
export const epsg4258 = epsg(4258);
export const epsg3059 = epsg(3059);
export type Crs = typeof crs84 | ReturnType<typeof epsg>;

const lks92 = 3059;

/** Systems in which a region is spoken of: degrees, and the metres of its own plane. */
export const crsListOf = (regionCrs: number): readonly [Crs, ...Crs[]] =>
  regionCrs === lks92 ? [crs84, epsg4326, epsg4258, epsg3059] : [crs84, epsg4326, epsg(regionCrs)];

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** How a system writes a position: its units and which axis comes first. */
interface Axes {
  /** Null for degrees. */
  readonly plane: Projection | null;
  readonly isNorthFirst: boolean;
}

function axesOf(crs: Crs): Axes {
  if (crs === crs84) return { plane: null, isNorthFirst: false };
  if (crs === epsg4326 || crs === epsg4258) return { plane: null, isNorthFirst: true };
  const code = Number(crs.slice(crs.lastIndexOf('/') + 1));
  return { plane: projectionOf(code), isNorthFirst: code === lks92 };
}

/** A position in the axis order of the system: degrees to 7 digits (1 cm), metres to 3. */
export function toCrs(crs: Crs, [lon, lat]: LonLat): [number, number] {
  const { plane, isNorthFirst } = axesOf(crs);
  const point = plane?.toPlane([lon, lat]);
  const [east, north] =
    point === undefined ? [round(lon, 7), round(lat, 7)] : [round(point.east, 3), round(point.north, 3)];
  return isNorthFirst ? [north, east] : [east, north];
}

/** Names of the two axes with their units, in the order in which they are written. */
export function axisNames(crs: Crs): readonly [string, string] {
  const { plane, isNorthFirst } = axesOf(crs);
  const [east, north] =
    plane === null ? ['longitudeDegrees', 'latitudeDegrees'] : ['eastingMetres', 'northingMetres'];
  return isNorthFirst ? [north ?? '', east ?? ''] : [east ?? '', north ?? ''];
}

type Box = readonly [first: number, second: number, third: number, fourth: number];

/**
 * Box in degrees that encloses a box given in `crs`. For metres it is the smallest enclosing one, so it
 * takes in slightly more than asked at the corners: the grid is turned by up to 1.5 degrees from north.
 */
export function toDegrees(crs: Crs, [a, b, c, d]: Box): Bbox {
  const { plane, isNorthFirst } = axesOf(crs);
  const [west, south, east, north] = isNorthFirst ? [b, a, d, c] : [a, b, c, d];
  if (plane === null) return [west, south, east, north];
  const edge = [0, 0.25, 0.5, 0.75, 1].flatMap((t) => [
    plane.fromPlane({ north: south, east: west + (east - west) * t }),
    plane.fromPlane({ north, east: west + (east - west) * t }),
    plane.fromPlane({ north: south + (north - south) * t, east: west }),
    plane.fromPlane({ north: south + (north - south) * t, east }),
  ]);
  const lons = edge.map(([lon]) => lon);
  const lats = edge.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Numbers outside which a system says nothing about its part of the world. */
function limits(crs: Crs): Box {
  const { plane, isNorthFirst } = axesOf(crs);
  if (plane === null) return isNorthFirst ? [-90, -180, 90, 180] : [-180, -90, 180, 90];
  return isNorthFirst ? [-200_000, -400_000, 1_200_000, 1_400_000] : [0, 0, 1_000_000, 10_000_000];
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

/** `crs` of an address, of those that the region is spoken of in. */
export const crsParameter = (regionCrs: number) =>
  z
    .enum(crsListOf(regionCrs))
    .default(crs84)
    .meta({ description: 'Coordinate reference system of the answer; sets the order of the axes.' });
