import type { Geometry } from 'geojson';
import { type RawBuilder, sql } from 'kysely';
import type { LonLat } from '#core/place/units.ts';

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

export const toLonLat = (text: string | null): LonLat | null => {
  const geometry = toGeometry(text);
  if (geometry?.type !== 'Point') return null;
  const [lon, lat] = geometry.coordinates;
  return lon === undefined || lat === undefined ? null : [lon, lat];
};

export const toLine = (text: string): readonly LonLat[] => {
  const geometry = toGeometry(text);
  if (geometry?.type !== 'LineString') return [];
  return geometry.coordinates.map(([lon = 0, lat = 0]) => [lon, lat] as const);
};
