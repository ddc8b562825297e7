import type { VenuePosition } from '#core/offer/venue.ts';
import { fromLks92, toLks92 } from '#core/place/lks92.ts';
import type { Settlement } from '#core/place/territory.ts';
import type { Bbox, Lks92, LonLat } from '#core/place/units.ts';
import type { ImportWarning, WarningCode } from '#core/warning.ts';
import type { FoundByAddress } from '../address/address-finder.ts';
import type { RowReader } from '../format/row-reader.ts';

/** How far outside the region's bounds a position may lie, in degrees: about 30 km. */
const bufferDegrees = 0.5;

/** A position up to this accuracy is called exact: the house, not the village. */
const exactMetres = 50;

/** A village stands for its venue until somebody measures it. */
const villageMetres = 1000;

interface Stated {
  readonly lonLat: LonLat;
  /** Half of the last digit given. */
  readonly roundingMetres: number;
  readonly swapped: boolean;
}

const widen = ([west, south, east, north]: Bbox): Bbox => [
  west - bufferDegrees,
  south - bufferDegrees,
  east + bufferDegrees,
  north + bufferDegrees,
];

const isInside = ([west, south, east, north]: Bbox, [lon, lat]: LonLat): boolean =>
  west <= lon && lon <= east && south <= lat && lat <= north;

/** The reading that lies in the region: as the columns say or, where only that fits, swapped. */
const choose = <T>(asWritten: T, swapped: T, fits: (value: T) => boolean) => {
  if (fits(asWritten)) return { value: asWritten, swapped: false };
  return fits(swapped) ? { value: swapped, swapped: true } : null;
};

const readDegrees = (row: RowReader, bounds: Bbox): Stated | null => {
  const lat = row.number('lat', -180, 180);
  const lon = row.number('lon', -180, 180);
  if (lat === null || lon === null) {
    if (!row.has('lat')) row.fault('lat', 'missing');
    if (!row.has('lon')) row.fault('lon', 'missing');
    return null;
  }
  const box = widen(bounds);
  const chosen = choose<LonLat>([lon, lat], [lat, lon], (point) => isInside(box, point));
  if (chosen === null) {
    row.fault('lat', 'out-of-range', `${box[1]}-${box[3]}, lon ${box[0]}-${box[2]}`);
    return null;
  }
  const decimals = Math.min(row.decimals('lat'), row.decimals('lon'));
  const roundingMetres = Math.max(1, Math.ceil(55_660 * 10 ** -decimals));
  return { lonLat: chosen.value, roundingMetres, swapped: chosen.swapped };
};

const toPoint = (value: Lks92): LonLat => {
  const [lon, lat] = fromLks92(value);
  return [Number(lon.toFixed(6)), Number(lat.toFixed(6))];
};

/** Official data call north X and east Y, many others the reverse: the ranges tell them apart. */
const readMetres = (row: RowReader, bounds: Bbox): Stated | null => {
  const east = row.number('lksEast', 0, 10_000_000);
  const north = row.number('lksNorth', 0, 10_000_000);
  if (east === null || north === null) {
    if (!row.has('lksEast')) row.fault('lksEast', 'missing');
    if (!row.has('lksNorth')) row.fault('lksNorth', 'missing');
    return null;
  }
  const box = widen(bounds);
  const chosen = choose<Lks92>({ east, north }, { east: north, north: east }, (value) =>
    isInside(box, fromLks92(value)),
  );
  if (chosen !== null) return { lonLat: toPoint(chosen.value), roundingMetres: 1, swapped: chosen.swapped };
  const low = toLks92([box[0], box[1]]);
  const high = toLks92([box[2], box[3]]);
  const range = (from: number, to: number) => `${Math.round(from)}-${Math.round(to)}`;
  row.fault('lksEast', 'out-of-range', `${range(low.east, high.east)}, ${range(low.north, high.north)}`);
  return null;
};

const fromStated = (row: RowReader, stated: Stated): VenuePosition => {
  const accuracyMetres = row.number('accuracyMetres', 0, 100_000) ?? stated.roundingMetres;
  return {
    state: accuracyMetres <= exactMetres ? 'exact' : 'approximate',
    lonLat: stated.lonLat,
    accuracyMetres,
    method: row.text('positionMethod', 200) ?? 'coordinates of the list',
  };
};

const fromSettlement = (settlement: Settlement | null, name: string | null): VenuePosition => {
  if (settlement?.position) {
    const { position: lonLat } = settlement;
    return { state: 'approximate', lonLat, accuracyMetres: villageMetres, method: 'village point' };
  }
  const reason = name === null ? 'no position stated' : `no position stated and none known of "${name}"`;
  return { state: 'missing', reason };
};

const codeOf = ({ state }: VenuePosition, settlement: string): WarningCode => {
  if (state !== 'missing') return 'position-of-village';
  return settlement === '' ? 'no-position' : 'no-position-of-village';
};

export interface ReadPosition {
  readonly position: VenuePosition;
  readonly warning: ImportWarning | null;
}

/**
 * Where a venue is: from its coordinates or, when none are given, by its address, else roughly from its village; never
 * silently exact. Swapped columns are put right and reported.
 */
export const readPosition = (
  row: RowReader,
  bounds: Bbox,
  settlement: Settlement | null,
  byAddress: FoundByAddress | null = null,
): ReadPosition => {
  const inDegrees = row.has('lat') || row.has('lon');
  const inMetres = row.has('lksEast') || row.has('lksNorth');
  if (!inDegrees && !inMetres && byAddress !== null && byAddress.position !== null) {
    return { position: byAddress.position, warning: { ...byAddress.finding, row: row.line } };
  }
  if (!inDegrees && !inMetres) {
    const position = fromSettlement(settlement, row.text('settlement', 200));
    const values = { name: row.text('settlement', 200) ?? '' };
    return { position, warning: { code: codeOf(position, values.name), row: row.line, values } };
  }
  const stated = inDegrees ? readDegrees(row, bounds) : readMetres(row, bounds);
  if (stated === null) return { position: { state: 'missing', reason: 'bad coordinates' }, warning: null };
  const code = inDegrees ? 'swapped-degrees' : 'swapped-metres';
  return {
    position: fromStated(row, stated),
    warning: stated.swapped ? { code, row: row.line, values: {} } : null,
  };
};
