import type { Kysely } from 'kysely';
import type { CultureEvent } from '#core/offer/event.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { Tables } from '../tables/index.ts';
import { eventCollection } from './events.ts';
import { readAll } from './items.ts';
import { everyVenueCollection } from './venues.ts';

/** Every row of the current lists that people brought. */
export const readUserRows = async (
  db: Kysely<Tables>,
): Promise<{ readonly venues: readonly Venue[]; readonly events: readonly CultureEvent[] }> => {
  const venues = await readAll(db, everyVenueCollection);
  const events = await readAll(db, eventCollection);
  return {
    venues: venues.filter(({ list }) => list !== 'shipped'),
    events: events.filter(({ list }) => list !== 'shipped'),
  };
};
