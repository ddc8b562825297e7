import type { Kysely } from 'kysely';
import type { VenueDecisions } from '#core/offer/venue-decisions.ts';
import type { Tables } from '../tables/index.ts';
import { batches } from './batches.ts';

/** Writes what people decided about rows that look alike; returns how many rows of tables that made. */
export const writeVenueDecisions = async (
  db: Kysely<Tables>,
  version: number,
  { places, apart }: VenueDecisions,
): Promise<void> => {
  const members = places.flatMap((rows, place) =>
    rows.map(({ id, list, nameLv }, rank) => ({
      version_id: version,
      place,
      rank,
      venue_id: id,
      list,
      name_lv: nameLv,
    })),
  );
  for (const batch of batches(members)) await db.insertInto('venue_match').values(batch).execute();
  const pairs = apart.map(([one, other]) => ({
    version_id: version,
    venue_id: one.id,
    other_id: other.id,
    list: one.list,
    other_list: other.list,
    name_lv: one.nameLv,
    other_name_lv: other.nameLv,
  }));
  for (const batch of batches(pairs)) await db.insertInto('venue_apart').values(batch).execute();
};
