import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables/index.ts';

type Db = Kysely<Tables>;

/** Ids in use by the other current lists of a dataset. */
export const idsOfOtherLists = async (
  db: Db,
  dataset: 'venues' | 'events',
  list: string,
): Promise<ReadonlySet<string>> => {
  const table = sql.table(dataset === 'venues' ? 'venue' : 'event');
  const { rows } = await sql<{ id: string }>`
    select t.id from ${table} t join dataset_version v on v.id = t.version_id
    where v.state = 'current' and v.list <> ${list}`.execute(db);
  return new Set(rows.map(({ id }) => id));
};

/** Ids of venues in use by the other current lists, with the list of each. */
export const readListsOfIds = async (db: Db, list: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ id: string; list: string }>`
    select t.id, v.list from venue t join dataset_version v on v.id = t.version_id
    where v.state = 'current' and v.list <> ${list}`.execute(db);
  return new Map(rows.map((row) => [row.id, row.list]));
};

/** Ids of the rows of these versions of a dataset. */
export const readIdsOf = async (
  db: Db,
  dataset: 'venues' | 'events',
  versionIds: readonly number[],
): Promise<ReadonlySet<string>> => {
  const table = sql.table(dataset === 'venues' ? 'venue' : 'event');
  const { rows } = await sql<{ id: string }>`
    select id from ${table} where version_id = any(${[...versionIds]}::integer[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
};

export interface KnownVenue {
  readonly id: string;
  readonly list: string;
  readonly nameLv: string;
  /** The row that stands for it: its own id, unless it was merged into another. */
  readonly keptId: string;
}

/** Every venue of the current lists, to find one by id or name. */
export const readKnownVenues = async (db: Db): Promise<readonly KnownVenue[]> => {
  const { rows } = await sql<{ id: string; list: string; name_lv: string; kept_id: string }>`
    select t.id, v.list, t.name_lv, coalesce(a.kept_id, t.id) as kept_id
    from venue t join dataset_version v on v.id = t.version_id and v.state = 'current'
    left join venue_alias a on a.alias_id = t.id
    order by t.id`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    list: row.list,
    nameLv: row.name_lv,
    keptId: row.kept_id,
  }));
};
