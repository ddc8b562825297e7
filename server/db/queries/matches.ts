import { type Kysely, sql } from 'kysely';
import { pairKey } from '#core/offer/same-place.ts';
import type { DecidedRow, VenueDecisions } from '#core/offer/venue-decisions.ts';
import type { ItemsQuery } from '../../context.ts';
import type { Tables } from '../tables/index.ts';
import { isStorable } from './text.ts';

type Db = Kysely<Tables>;

/** Pairs that somebody has judged to be two places (`pairKey`). */
export const readApart = async (db: Db): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ venue_id: string; other_id: string }>`
    select a.venue_id, a.other_id from venue_apart a
    join dataset_version v on v.id = a.version_id and v.state = 'current'`.execute(db);
  return new Set(rows.map((row) => pairKey(row.venue_id, row.other_id)));
};

/** Ids that lead to another row now, with the id of that row. */
const readAliases = async (db: Db): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ alias_id: string; kept_id: string }>`
    select alias_id, kept_id from venue_alias`.execute(db);
  return new Map(rows.map((row) => [row.alias_id, row.kept_id]));
};

/** The same question, asked of the row that stands for the venue now. */
export const atKeptVenue = async (db: Db, query: ItemsQuery): Promise<ItemsQuery> => {
  const { venueId } = query.filters;
  if (venueId === undefined) return query;
  const aliases = await readAliases(db);
  const kept = venueId.split(',').map((id) => aliases.get(id.trim()) ?? id.trim());
  return { ...query, filters: { ...query.filters, venueId: kept.join(',') } };
};

/** The id of the row that stands for a venue now: another one where it was merged, else its own. */
export const keptIdOf = async (db: Db, id: string): Promise<string> => {
  if (!isStorable(id)) return id;
  const { rows } = await sql<{ kept_id: string }>`
    select kept_id from venue_alias where alias_id = ${id}`.execute(db);
  return rows[0]?.kept_id ?? id;
};

/** The current decisions as they were made, whatever has become of the rows. */
export const readDecisions = async (db: Db): Promise<VenueDecisions> => {
  const { rows: members } = await sql<{ place: number; venue_id: string; list: string; name_lv: string }>`
    select m.place, m.venue_id, m.list, m.name_lv from venue_match m
    join dataset_version v on v.id = m.version_id and v.state = 'current'
    order by m.place, m.rank`.execute(db);
  const { rows: pairs } = await sql<Readonly<Record<string, string>>>`
    select a.* from venue_apart a
    join dataset_version v on v.id = a.version_id and v.state = 'current'
    order by a.venue_id collate "C", a.other_id collate "C"`.execute(db);
  const places = Map.groupBy(members, ({ place }) => place);
  const rowOf = (id = '', list = '', nameLv = ''): DecidedRow => ({ id, list, nameLv });
  return {
    places: [...places.values()].map((rows) => rows.map((row) => rowOf(row.venue_id, row.list, row.name_lv))),
    apart: pairs.map((pair) => [
      rowOf(pair.venue_id, pair.list, pair.name_lv),
      rowOf(pair.other_id, pair.other_list, pair.other_name_lv),
    ]),
  };
};
