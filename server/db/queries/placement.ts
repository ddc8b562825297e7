import { sql } from 'kysely';

/** The version of the territories that everything is placed on at present. */
export const currentTerritories = sql<number | null>`(
  select max(id) from dataset_version where dataset = 'territories' and state = 'current')`;

/** Beside a table `t` of venues, settlements or cells: where its rows lie on the current borders. */
export const joinPlacement = sql`left join placement pl on pl.territories_version = ${currentTerritories}
  and pl.version_id = t.version_id and pl.row_id = t.id`;

/** The town or parish of a row `t` on the current borders; what its source states where there are none. */
export const placedTerritory = sql<string | null>`(
  case when pl.row_id is null then t.territory_id else pl.territory_id end)`;
