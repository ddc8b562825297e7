import { fromLks92, toLks92 } from '#core/place/lks92.ts';
import type { Bbox, Lks92, LonLat } from '#core/place/units.ts';
import type { StreamedRow } from '../format/streamed-table.ts';

/** Latvia with a little around it. Latitudes and longitudes do not overlap; easts and norths do. */
const latvia: Bbox = [20.5, 55.5, 28.5, 58.3];

/** Degrees and metres of one row may differ by so much, for rounding and the drift of frames. */
const agreeMetres = 10;

/** What was odd about a point. */
export interface Note {
  readonly code:
    | 'address-degrees-swapped'
    | 'address-metres-swapped'
    | 'address-metres-taken'
    | 'address-points-disagree';
  readonly field: string;
  readonly metres?: number;
  readonly isCorrected: boolean;
}

/** A point with what had to be done to it, or why there is none. */
export type ReadPoint =
  | {
      readonly lonLat: LonLat;
      readonly note?: Note;
    }
  | { readonly fault: 'address-without-point' | 'address-outside-latvia'; readonly value: string };

const isIn = ([west, south, east, north]: Bbox, [lon, lat]: LonLat): boolean =>
  west <= lon && lon <= east && south <= lat && lat <= north;

const numberIn = (text: string): number | null => {
  const value = text === '' ? Number.NaN : Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
};

const rounded = ([lon, lat]: LonLat): LonLat => [Number(lon.toFixed(7)), Number(lat.toFixed(7))];

const apart = (a: Lks92, b: Lks92): number => Math.hypot(a.east - b.east, a.north - b.north);

/** The register calls north X and east Y; a file that does it the other way round is found out by its degrees. */
const checkMetres = (lonLat: LonLat, x: number, y: number): ReadPoint => {
  const place = toLks92(lonLat);
  const metres = apart(place, { north: x, east: y });
  if (metres <= agreeMetres) return { lonLat };
  if (apart(place, { north: y, east: x }) <= agreeMetres) {
    const note = { code: 'address-metres-swapped', field: 'koord_x', isCorrected: true } as const;
    return { lonLat, note };
  }
  const note = { code: 'address-points-disagree', field: 'dd_n', isCorrected: false } as const;
  return { lonLat, note: { ...note, metres: Math.round(metres) } };
};

const fromMetres = (x: number, y: number, bounds: Bbox | null): LonLat | null => {
  const readings = [
    { north: x, east: y },
    { north: y, east: x },
  ];
  // Projecting what lies far off the plane gives no number.
  const points = readings.map(fromLks92).filter((point) => isIn(latvia, point));
  return points.find((point) => bounds === null || isIn(bounds, point)) ?? points[0] ?? null;
};

const swappedDegrees = (lat: number, lon: number, field: string): ReadPoint => {
  const note = { code: 'address-degrees-swapped', field, isCorrected: true } as const;
  return { lonLat: rounded([lat, lon]), note };
};

/** Where two texts say a place is, in degrees alone. */
export const readDegrees = (latitude: string, longitude: string, field: string): ReadPoint => {
  const [lat, lon] = [numberIn(latitude), numberIn(longitude)];
  if (lat === null || lon === null)
    return { fault: 'address-without-point', value: `${latitude} ${longitude}`.trim() };
  if (isIn(latvia, [lon, lat])) return { lonLat: rounded([lon, lat]) };
  if (isIn(latvia, [lat, lon])) return swappedDegrees(lat, lon, field);
  return { fault: 'address-outside-latvia', value: `${lat}, ${lon}` };
};

/**
 * Where a row says it is: `dd_n`, `dd_e` in degrees, checked by `koord_x`, `koord_y` in metres of LKS-92; by the metres
 * alone where the degrees are blank or nowhere in Latvia.
 * @param bounds of the region: which reading of the metres is meant where nothing else tells.
 */
export const readPoint = (row: StreamedRow, bounds: Bbox | null): ReadPoint => {
  const [lat, lon] = [numberIn(row.cell('dd_n')), numberIn(row.cell('dd_e'))];
  const [x, y] = [numberIn(row.cell('koord_x')), numberIn(row.cell('koord_y'))];
  const hasDegrees = lat !== null && lon !== null;
  const hasMetres = x !== null && y !== null;
  if (hasDegrees && isIn(latvia, [lon, lat])) {
    const lonLat = rounded([lon, lat]);
    return hasMetres ? checkMetres(lonLat, x, y) : { lonLat };
  }
  if (hasDegrees && isIn(latvia, [lat, lon])) return swappedDegrees(lat, lon, 'dd_n');
  const point = hasMetres ? fromMetres(x, y, bounds) : null;
  if (point !== null) {
    const note = { code: 'address-metres-taken', field: 'dd_n', isCorrected: true } as const;
    return { lonLat: rounded(point), note };
  }
  if (!hasDegrees && !hasMetres) {
    const stated = ['dd_n', 'dd_e', 'koord_x', 'koord_y'].map((column) => row.cell(column));
    return { fault: 'address-without-point', value: stated.filter((text) => text !== '').join(' ') };
  }
  const value = hasDegrees ? `${lat}, ${lon}` : `${x}, ${y}`;
  return { fault: 'address-outside-latvia', value };
};
