import { type Kysely, sql } from 'kysely';
import { latvianSortKey } from '#core/language/fold.ts';
import type { PopulationTotal } from '#core/place/population-total.ts';
import type { Tables } from '../tables/index.ts';

const rowsAtOnce = 5000;

/** Writes residents of units, a few thousand at a time. */
export const writePopulationTotals = async (
  db: Kysely<Tables>,
  version: number,
  rows: readonly PopulationTotal[],
): Promise<void> => {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const batch = rows
      .slice(from, from + rowsAtOnce)
      .map((row) => ({ ...row, sort_key: latvianSortKey(row.name) }));
    await sql`
      insert into territory_population (version_id, generation, code, name, sort_key, year, series, source, sex,
        age_group, people)
      select ${version}::integer, r.generation, r.code, r.name, r.sort_key, r.year, r.series, r.source, r.sex,
        r.age, r.people
      from json_to_recordset(${JSON.stringify(batch)}::json) as r(
        generation text, code text, name text, sort_key text, year integer, series text, source text, sex text,
        age text, people integer)`.execute(db);
  }
};
