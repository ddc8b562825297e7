import { type Kysely, sql } from 'kysely';
import type { LonLat } from '#core/place/units.ts';
import type { Tables } from '../tables/index.ts';

/**
 * The town or parish in which each point lies, in the order of the points; null outside all of them. On a
 * shared border the first id by alphabet.
 */
export const locateTerritories = async (
  db: Kysely<Tables>,
  points: readonly LonLat[],
): Promise<readonly (string | null)[]> => {
  if (points.length === 0) return [];
  // The point is made once and not once for every unit. The units are asked for point by point from their own table,
  // where the index finds the one or two that may hold it: 65,000 points are a country in square kilometres.
  const { rows } = await sql<{ territory_id: string | null }>`
    with place as materialized (
      select p.place, ST_SetSRID(ST_MakePoint((p.point->>0)::float8, (p.point->>1)::float8), 4326) as point
      from json_array_elements(${JSON.stringify(points)}::json) with ordinality as p(point, place))
    select (
      select min(t.id collate "C")
      from territory t join dataset_version v on v.id = t.version_id and v.state = 'current'
      where t.kind in ('town', 'parish') and ST_Covers(t.geom_4326, p.point)) as territory_id
    from place p order by p.place`.execute(db);
  return rows.map((row) => row.territory_id);
};
