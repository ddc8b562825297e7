import { type Kysely, sql } from 'kysely';
import type { AtvkGeneration, TerritoryCode } from '#core/place/atvk.ts';
import type { Tables } from '../tables/index.ts';

/** The current classifier of administrative units, in the order of its file; empty where none was brought. */
export const readTerritoryCodes = async (db: Kysely<Tables>): Promise<readonly TerritoryCode[]> => {
  const { rows } = await sql<{
    code: string;
    generation: AtvkGeneration;
    level: number;
    name: string;
    parent_code: string | null;
    valid_from: string | null;
    valid_to: string | null;
    predecessors: readonly string[];
    successors: readonly string[];
  }>`
    select c.code, c.generation, c.level, c.name, c.parent_code, c.valid_from, c.valid_to, c.predecessors, c.successors
    from territory_code c join dataset_version v on v.id = c.version_id and v.state = 'current'
    order by c.version_id, c.row`.execute(db);
  return rows.map(({ parent_code, valid_from, valid_to, ...row }) => ({
    ...row,
    parentCode: parent_code,
    validFrom: valid_from,
    validTo: valid_to,
  }));
};

/**
 * The code since 2021 that the classifier gives a territory `t` whose own is only inferred, as `k.code`, with what
 * the classifier is called; no row where it knows none, or several.
 */
export const classifiedCode = sql`(
  select min(c.code) as code, min(cv.title) as title
  from territory_code c join dataset_version cv on cv.id = c.version_id and cv.state = 'current'
  where t.atvk_2021_is_inferred and c.generation = '2021' and c.valid_to is null
    and c.predecessors && array[t.atvk_2009]
  having count(distinct c.code) = 1)`;
