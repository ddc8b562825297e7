import type { Geometry, Position } from 'geojson';
import { type RawBuilder, sql } from 'kysely';
import type { LonLat } from '#core/place/units.ts';
import { stated } from './stated.ts';

/** 15 digits is the shortest text that gives the same number again. */
const digits = 15;

/** Geometry column as GeoJSON text; null stays null. */
export const asGeoJson = (column: string): RawBuilder<string | null> =>
  sql<string | null>`ST_AsGeoJSON(${sql.ref(column)}, ${sql.lit(digits)})`;

/** A literal for a geometry column in degrees. */
export const fromGeoJson = (geometry: Geometry): RawBuilder<string> =>
  sql<string>`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}::text), 4326)`;

export const fromLonLat = ([lon, lat]: LonLat): RawBuilder<string> =>
  sql<string>`ST_SetSRID(ST_MakePoint(${lon}::float8, ${lat}::float8), 4326)`;

export const fromLine = (line: readonly LonLat[]): RawBuilder<string> =>
  fromGeoJson({ type: 'LineString', coordinates: line.map(([lon, lat]) => [lon, lat]) });

export const toGeometry = (text: string | null): Geometry | null =>
  text === null ? null : (JSON.parse(text) as Geometry);

const toPair = ([lon, lat]: Position): LonLat => [stated(lon, 'longitude'), stated(lat, 'latitude')];

/** Null where there is no geometry. @throws Error for one that is no point. */
export const toLonLat = (text: string | null): LonLat | null => {
  const geometry = toGeometry(text);
  if (geometry === null) return null;
  if (geometry.type !== 'Point') throw new Error(`${geometry.type} where a point is promised`);
  return toPair(geometry.coordinates);
};

/** @throws Error for a geometry that is no line. */
export const toLine = (text: string): readonly LonLat[] => {
  const geometry = toGeometry(text);
  if (geometry?.type !== 'LineString') throw new Error(`${geometry?.type} where a line is promised`);
  return geometry.coordinates.map(toPair);
};

/** The outer ring of a polygon, closed. @throws Error for a geometry that is no polygon. */
export const toRing = (text: string): readonly LonLat[] => {
  const geometry = toGeometry(text);
  if (geometry?.type !== 'Polygon') throw new Error(`${geometry?.type} where an outline is promised`);
  return (geometry.coordinates[0] ?? []).map(toPair);
};
