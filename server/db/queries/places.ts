import type { Kysely } from 'kysely';
import type { Settlement, Territory } from '#core/place/territory.ts';
import type { Tables } from '../tables/index.ts';
import { readAll } from './items.ts';
import { settlementCollection } from './settlements.ts';
import { territoryCollection } from './territories.ts';

/** All territories and settlements of the current versions. */
export const readPlaces = async (
  db: Kysely<Tables>,
): Promise<{ readonly territories: readonly Territory[]; readonly settlements: readonly Settlement[] }> => ({
  territories: await readAll(db, territoryCollection),
  settlements: await readAll(db, settlementCollection),
});

/** Ids of the municipalities of the current versions: that of the region, and those that were before it. */
export const readMunicipalities = async (db: Kysely<Tables>): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('territory as t')
    .innerJoin('dataset_version as v', 'v.id', 't.version_id')
    .select('t.id')
    .where('v.state', '=', 'current')
    .where('t.kind', '=', 'municipality')
    .execute();
  return rows.map(({ id }) => id);
};
