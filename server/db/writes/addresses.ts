import { type Kysely, sql } from 'kysely';
import type { Address } from '#core/place/address.ts';
import type { Tables } from '../tables/index.ts';

/** Writes addresses as one statement: a text for each column is far cheaper than a parameter for every value. */
export const writeAddresses = async (
  db: Kysely<Tables>,
  version: number,
  rows: readonly Address[],
): Promise<void> => {
  if (rows.length === 0) return;
  const columns = {
    id: rows.map(({ id }) => id),
    kind: rows.map(({ kind }) => kind),
    name: rows.map(({ name }) => name),
    street: rows.map(({ street }) => street),
    village: rows.map(({ village }) => village),
    unit: rows.map(({ unit }) => unit),
    municipality: rows.map(({ municipality }) => municipality),
    postcode: rows.map(({ postcode }) => postcode),
    territory: rows.map(({ territoryId }) => territoryId),
    lon: rows.map(({ lonLat }) => lonLat[0]),
    lat: rows.map(({ lonLat }) => lonLat[1]),
  };
  await sql`
    insert into address (version_id, id, kind, name, street, village, unit, municipality, postcode, territory_id,
      longitude_degrees, latitude_degrees)
    select ${version}::integer, * from unnest(${columns.id}::text[], ${columns.kind}::text[],
      ${columns.name}::text[], ${columns.street}::text[], ${columns.village}::text[], ${columns.unit}::text[],
      ${columns.municipality}::text[], ${columns.postcode}::text[], ${columns.territory}::text[],
      ${columns.lon}::float8[], ${columns.lat}::float8[])`.execute(db);
};
