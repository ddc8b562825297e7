import { type Kysely, sql } from 'kysely';
import type { LonLat } from '#core/place/units.ts';
import { asGeoJson, toLonLat } from '../postgis.ts';
import type { Tables } from '../tables/index.ts';

/** A place where events may happen, to find one by what a calendar says of it. */
export interface KnownPlace {
  readonly id: string;
  readonly nameLv: string;
  readonly nameEn: string | null;
  readonly address: string | null;
  readonly lonLat: LonLat | null;
}

/** Every venue of the current lists; of rows that are one place by decision of a person, the one that stands for it. */
export const readKnownPlaces = async (db: Kysely<Tables>): Promise<readonly KnownPlace[]> => {
  const { rows } = await sql<{
    id: string;
    name_lv: string;
    name_en: string | null;
    address: string | null;
    position: string | null;
  }>`
    select t.id, t.name_lv, t.name_en, t.address, ${asGeoJson('t.geom_4326')} as position
    from venue t join dataset_version v on v.id = t.version_id and v.state = 'current'
    where not exists (select from venue_alias a where a.alias_id = t.id)
    order by t.id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    nameLv: row.name_lv,
    nameEn: row.name_en,
    address: row.address,
    lonLat: toLonLat(row.position),
  }));
};
