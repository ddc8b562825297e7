import type { Bbox, LonLat } from '../../place/units.ts';
import { type Reading, readTable } from './table.ts';
import { readNumber } from './values.ts';

/** A row of `stops.txt`, kept also when nobody can board there, so that calls at it are understood. */
export interface StopRow {
  readonly id: string;
  readonly name: string;
  /** Null when there is no usable one. */
  readonly lonLat: LonLat | null;
  readonly isBoarding: boolean;
  readonly isInside: boolean;
}

export interface StopTable {
  readonly rows: readonly StopRow[];
  readonly indexOf: ReadonlyMap<string, number>;
}

/** `location_type` of a platform, stop or boarding place of its own; the others are stations, entrances, nodes. */
const boardingTypes = new Set(['', '0']);

/** A stop outside `bounds` is not read, as a street there is not. */
export function readStops(reading: Reading, bounds: Bbox | null): StopTable {
  const { problems } = reading;
  const rows: StopRow[] = [];
  const indexOf = new Map<string, number>();
  const layout = {
    table: 'stops.txt',
    required: ['stop_id', 'stop_lat', 'stop_lon'],
    optional: ['stop_name', 'location_type'],
  } as const;
  readTable(reading, layout, (at) => (cells, row) => {
    const id = cells[at.stop_id] ?? '';
    if (id === '') return problems.add('missing-value', 'stops.txt', row, 'stop_id');
    if (indexOf.has(id)) return problems.add('duplicate-id', 'stops.txt', row, id);
    const [lat, lon] = [cells[at.stop_lat] ?? '', cells[at.stop_lon] ?? ''];
    const lonLat = readPosition(lon, lat);
    const isBoarding = boardingTypes.has(cells[at.location_type] ?? '');
    const isInside = lonLat !== null && (bounds === null || contains(bounds, lonLat));
    if (isBoarding && lonLat === null) problems.add('bad-position', 'stops.txt', row, `${id}: ${lat} ${lon}`);
    else if (isBoarding && !isInside) problems.add('outside-network', 'stops.txt', row, id);
    indexOf.set(id, rows.length);
    rows.push({ id, name: (cells[at.stop_name] ?? '').replace(/\s+/g, ' '), lonLat, isBoarding, isInside });
  });
  return { rows, indexOf };
}

/** Zero and zero is the sea off Africa and stands in feeds for "not known". */
function readPosition(lonText: string, latText: string): LonLat | null {
  const [lon, lat] = [readNumber(lonText), readNumber(latText)];
  if (lon === null || lat === null || Math.abs(lon) > 180 || Math.abs(lat) > 90) return null;
  return Math.abs(lon) < 1e-6 && Math.abs(lat) < 1e-6 ? null : [lon, lat];
}

const contains = ([west, south, east, north]: Bbox, [lon, lat]: LonLat): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;
