import type { Findings } from '#core/findings.ts';
import { fromLks92, toLks92 } from '#core/place/lks92.ts';
import type { Bbox, Lks92, LonLat } from '#core/place/units.ts';
import type { OfficialRow } from './kisc-objects-table.ts';

/**
 * Latvia with a little around it, in degrees and in LKS-92 metres. Latitudes and longitudes do not overlap, so
 * swapped degrees are always recognised; easts and norths do, so that swapped metres need a second witness.
 */
const degrees = { lat: [55.5, 58.3], lon: [20.5, 28.5] } as const;
const metres = { east: [290_000, 780_000], north: [150_000, 460_000] } as const;

const within = (value: number, [from, to]: readonly [number, number]): boolean =>
  from <= value && value <= to;

/** Where oddities of a row are noted. */
export type Notes = Pick<Findings, 'add'>;

/** Which way the columns "LKS-92 X" and "LKS-92 Y" are read. */
type Order = 'x-north' | 'x-east';

interface Degrees {
  readonly lonLat: LonLat;
  /** Half of the last digit given, in metres. */
  readonly roundingMetres: number;
}

/** What one row says of where it is. */
export interface StatedPoint {
  readonly wgs: Degrees | null;
  /** By either reading of X and Y that lies in Latvia. */
  readonly lks: Readonly<Partial<Record<Order, LonLat>>>;
  /** Whether any coordinate was written, usable or not. */
  readonly isStated: boolean;
  /** Degrees that were swapped and put right. */
  readonly wasSwapped: boolean;
}

/** "56,9669", "313 998.6"; NaN for anything else. */
const numberOf = (text: string): number => {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
};

const decimalsOf = (text: string): number => /[.,](\d+)\s*$/.exec(text)?.[1]?.length ?? 0;

/** The two numbers of a pair of columns; null where they are blank, zero or no numbers, which is noted. */
const readPair = (
  row: OfficialRow,
  [first, second]: readonly [string, string],
  findings: Notes,
): readonly [number, number] | null => {
  const texts = [row.cell(first), row.cell(second)] as const;
  if (texts[0] === '' && texts[1] === '') return null;
  const field = `${first}, ${second}`;
  const value = texts.join(', ').slice(0, 80);
  const numbers = [numberOf(texts[0]), numberOf(texts[1])] as const;
  const isZero = numbers.every((number) => number === 0);
  if (isZero) findings.add({ code: 'coordinates-zero', row: row.line, field, values: {} });
  else if (numbers.some(Number.isNaN)) {
    findings.add({ code: 'coordinates-unreadable', row: row.line, field, values: { value } });
  } else return numbers;
  return null;
};

const readDegrees = (
  row: OfficialRow,
  findings: Notes,
): (Degrees & { readonly wasSwapped: boolean }) | null => {
  const pair = readPair(row, ['lat', 'lon'], findings);
  if (pair === null) return null;
  const [lat, lon] = pair;
  const decimals = Math.min(decimalsOf(row.cell('lat')), decimalsOf(row.cell('lon')));
  const roundingMetres = Math.max(1, Math.ceil(55_660 * 10 ** -decimals));
  if (within(lat, degrees.lat) && within(lon, degrees.lon)) {
    return { lonLat: [lon, lat], roundingMetres, wasSwapped: false };
  }
  const [line, field, values] = [row.line, 'LAT, LON', { lat, lon }];
  if (within(lon, degrees.lat) && within(lat, degrees.lon)) {
    findings.add({ code: 'degrees-swapped', row: line, field, effect: 'corrected', values });
    return { lonLat: [lat, lon], roundingMetres, wasSwapped: true };
  }
  findings.add({ code: 'coordinates-outside-latvia', row: line, field, values: { value: `${lat}, ${lon}` } });
  return null;
};

const rounded = (point: Lks92): LonLat => {
  const [lon, lat] = fromLks92(point);
  return [Number(lon.toFixed(6)), Number(lat.toFixed(6))];
};

const readMetres = (row: OfficialRow, findings: Notes): StatedPoint['lks'] => {
  const pair = readPair(row, ['lksX', 'lksY'], findings);
  if (pair === null) return {};
  const [x, y] = pair;
  const read = (east: number, north: number): LonLat | null =>
    within(east, metres.east) && within(north, metres.north) ? rounded({ east, north }) : null;
  const [xNorth, xEast] = [read(y, x), read(x, y)];
  if (xNorth === null && xEast === null) {
    const values = { value: `${x}, ${y}` };
    findings.add({ code: 'coordinates-outside-latvia', row: row.line, field: 'LKS-92 X, Y', values });
  }
  return {
    ...(xNorth === null ? {} : { 'x-north': xNorth }),
    ...(xEast === null ? {} : { 'x-east': xEast }),
  };
};

/** Reads both pairs of coordinates of a row; what is odd about them is noted. */
export const readStatedPoint = (row: OfficialRow, findings: Notes): StatedPoint => {
  const isStated = ['lat', 'lon', 'lksX', 'lksY'].some((field) => row.cell(field) !== '');
  const wgs = readDegrees(row, findings);
  return { wgs, lks: readMetres(row, findings), isStated, wasSwapped: wgs?.wasSwapped ?? false };
};

/** Metres between two points of Latvia. */
export const metresBetween = (a: LonLat, b: LonLat): number => {
  const [p, q] = [toLks92(a), toLks92(b)];
  return Math.hypot(p.east - q.east, p.north - q.north);
};

/** So near, a reading of the metres means the same place as the degrees. */
const agreeing = 1000;

const witnessed = ({ wgs, lks }: StatedPoint): Order | null => {
  if (wgs === null) return null;
  const near = (order: Order): boolean => {
    const point = lks[order];
    return point !== undefined && metresBetween(point, wgs.lonLat) <= agreeing;
  };
  if (near('x-north') === near('x-east')) return null;
  return near('x-north') ? 'x-north' : 'x-east';
};

/**
 * Which way a file writes X and Y: as most rows have it whose degrees say so; else as most rows fit the region; else
 * as the state's registers do, north first.
 */
export const findOrder = (points: readonly StatedPoint[], bounds: Bbox): Order => {
  const votes = { 'x-north': 0, 'x-east': 0 };
  for (const point of points) {
    const order = witnessed(point);
    if (order !== null) votes[order] += 1;
  }
  if (votes['x-north'] === votes['x-east']) {
    for (const { lks } of points) {
      for (const order of ['x-north', 'x-east'] as const) {
        const point = lks[order];
        if (point !== undefined && isInside(bounds, point)) votes[order] += 1;
      }
    }
  }
  return votes['x-east'] > votes['x-north'] ? 'x-east' : 'x-north';
};

export const isInside = ([west, south, east, north]: Bbox, [lon, lat]: LonLat): boolean =>
  west <= lon && lon <= east && south <= lat && lat <= north;

/** Metres read one way, and whether that is against the way of the file. */
export interface ReadMetres {
  readonly lonLat: LonLat;
  readonly isSwapped: boolean;
}

/**
 * The metres of a row as the file writes them; turned round where its degrees, the region or Latvia itself say that
 * only the other way can be meant.
 */
export const readAsFile = (point: StatedPoint, habit: Order, bounds: Bbox): ReadMetres | null => {
  const other: Order = habit === 'x-north' ? 'x-east' : 'x-north';
  const [usual, turned] = [point.lks[habit], point.lks[other]];
  const isTurned =
    turned !== undefined &&
    (witnessed(point) === other ||
      usual === undefined ||
      (point.wgs === null && isInside(bounds, turned) && !isInside(bounds, usual)));
  if (isTurned) return { lonLat: turned, isSwapped: true };
  return usual === undefined ? null : { lonLat: usual, isSwapped: false };
};
