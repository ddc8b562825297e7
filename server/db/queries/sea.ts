import { type Kysely, sql } from 'kysely';
import type { LonLat } from '#core/place/units.ts';
import type { Tables } from '../tables/index.ts';

/** Whether each point lies in the sea of the current land cover; false where none is known. */
export const findInSea = async (
  db: Kysely<Tables>,
  points: readonly LonLat[],
): Promise<readonly boolean[]> => {
  if (points.length === 0) return [];
  const { rows } = await sql<{ in_sea: boolean }>`
    select exists (
      select 1 from landcover t join dataset_version v on v.id = t.version_id and v.state = 'current'
      where t.kind = 'sea'
        and ST_Covers(t.geom_4326, ST_SetSRID(ST_MakePoint((p.point->>0)::float8, (p.point->>1)::float8), 4326))
    ) as in_sea
    from jsonb_array_elements(${JSON.stringify(points)}::jsonb) with ordinality as p(point, place)
    order by p.place`.execute(db);
  return rows.map((row) => row.in_sea);
};
