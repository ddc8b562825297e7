import type { Feature } from '../../api.ts';
import type { Pin } from '../../map/events-map.tsx';
import { type Listing, lonLatOf } from './events.ts';

/** One pin per venue of the listed dates; a date without venue or position has none. */
export const pinsOf = (
  listings: readonly Listing[],
  venues: readonly Feature<'venues'>[],
): readonly Pin[] => {
  const accuracy = new Map(venues.map(({ id, properties }) => [id, properties.positionAccuracyMetres]));
  const pins = new Map<string, Pin>();
  for (const { venueId, venueName, place, lonLat } of listings) {
    if (venueId === null || lonLat === null) continue;
    const count = (pins.get(venueId)?.count ?? 0) + 1;
    const accuracyMetres = accuracy.get(venueId) ?? null;
    pins.set(venueId, { venueId, name: venueName ?? place, lonLat, count, accuracyMetres });
  }
  return [...pins.values()];
};

/** The pin of one venue, or null where its position is not known. */
export const pinOf = (venue: Feature<'venues'>, name: string, count: number): Pin | null => {
  const lonLat = lonLatOf(venue.geometry);
  if (lonLat === null) return null;
  return { venueId: venue.id, name, lonLat, count, accuracyMetres: venue.properties.positionAccuracyMetres };
};
