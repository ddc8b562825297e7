import { type Kysely, sql } from 'kysely';
import type { CultureEvent } from '#core/offer/event.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { Tables } from '../tables/index.ts';
import { eventCollection } from './events.ts';
import { readAll } from './items.ts';
import { everyVenueCollection } from './venues.ts';

/** The unit that each venue's source states, and not the one in which it lies on the current borders. */
const readStatedUnits = async (db: Kysely<Tables>): Promise<ReadonlyMap<string, string | null>> => {
  const { rows } = await sql<{ key: string; territory_id: string | null }>`
    select v.list || '/' || t.id as key, t.territory_id
    from venue t join dataset_version v on v.id = t.version_id and v.state = 'current'`.execute(db);
  return new Map(rows.map((row) => [row.key, row.territory_id]));
};

/** Every row of the current lists that people brought, as it was written. */
export const readUserRows = async (
  db: Kysely<Tables>,
): Promise<{ readonly venues: readonly Venue[]; readonly events: readonly CultureEvent[] }> => {
  const venues = await readAll(db, everyVenueCollection);
  const events = await readAll(db, eventCollection);
  const stated = await readStatedUnits(db);
  return {
    venues: venues
      .filter(({ list }) => list !== 'shipped')
      .map((venue) => ({ ...venue, territoryId: stated.get(`${venue.list}/${venue.id}`) ?? null })),
    events: events.filter(({ list }) => list !== 'shipped'),
  };
};
