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
  const { rows } = await sql<{ territory_id: string | null }>`
    select (
      select min(t.id collate "C")
      from territory t join dataset_version v on v.id = t.version_id and v.state = 'current'
      where t.kind in ('town', 'parish')
        and ST_Covers(t.geom_4326, ST_SetSRID(ST_MakePoint((p.point->>0)::float8, (p.point->>1)::float8), 4326))
    ) as territory_id
    from jsonb_array_elements(${JSON.stringify(points)}::jsonb) with ordinality as p(point, place)
    order by p.place`.execute(db);
  return rows.map((row) => row.territory_id);
};
