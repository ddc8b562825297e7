import { type Kysely, sql } from 'kysely';
import type { TerritoryCode } from '#core/place/atvk.ts';
import type { Tables } from '../tables/index.ts';

/** Two thousand rows of the classifier in one statement of one parameter. */
const rowsAtOnce = 2000;

/** @param first number of the first of these rows. */
export const writeTerritoryCodes = async (
  db: Kysely<Tables>,
  version: number,
  codes: readonly TerritoryCode[],
): Promise<void> => {
  for (let i = 0; i < codes.length; i += rowsAtOnce) {
    const rows = codes.slice(i, i + rowsAtOnce).map((code, n) => ({ ...code, row: i + n }));
    await sql`
      insert into territory_code (version_id, row, code, generation, level, name, parent_code, valid_from,
        valid_to, predecessors, successors)
      select ${version}, r.row, r.code, r.generation, r.level, r.name, r."parentCode", r."validFrom", r."validTo",
        array(select jsonb_array_elements_text(r.predecessors)), array(select jsonb_array_elements_text(r.successors))
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(row integer, code text, generation text,
        level integer, name text, "parentCode" text, "validFrom" date, "validTo" date, predecessors jsonb,
        successors jsonb)`.execute(db);
  }
};
