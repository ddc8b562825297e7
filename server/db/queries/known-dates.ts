import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables/index.ts';

/** A date of an event, as far as it tells whether another list speaks of the same one. */
export interface KnownDate {
  readonly eventId: string;
  readonly list: string;
  readonly titleLv: string;
  /** RFC 3339 instant. */
  readonly startsAt: string;
  readonly venueId: string | null;
  readonly place: string;
}

/** Dates of the other current lists that start between two instants, both included. */
export const readDatesOfOtherLists = async (
  db: Kysely<Tables>,
  list: string,
  from: Date,
  to: Date,
): Promise<readonly KnownDate[]> => {
  const { rows } = await sql<{
    event_id: string;
    list: string;
    title_lv: string;
    starts_at: string;
    venue_id: string | null;
    place: string;
  }>`
    select t.event_id, v.list, e.title_lv, t.starts_at, t.venue_id, e.place
    from occurrence t
      join dataset_version v on v.id = t.version_id and v.state = 'current'
      join event e on e.version_id = t.version_id and e.id = t.event_id
    where v.list <> ${list} and t.status <> 'cancelled'
      and t.starts_at between ${from.toISOString()}::timestamptz and ${to.toISOString()}::timestamptz
    order by t.starts_at, t.id collate "C"`.execute(db);
  return rows.map((row) => ({
    eventId: row.event_id,
    list: row.list,
    titleLv: row.title_lv,
    startsAt: row.starts_at,
    venueId: row.venue_id,
    place: row.place,
  }));
};
