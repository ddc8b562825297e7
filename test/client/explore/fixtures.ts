import type { Feature } from '../../../client/api.ts';
import type { Listing } from '../../../client/features/explore/events.ts';

/** A date of an event with everything stated; tests change what they are about. */
export const listing = (changes: Partial<Listing> = {}): Listing => ({
  id: 'koncerts_20261024T1800',
  lonLat: [23.15, 56.96],
  eventId: 'koncerts',
  titleLv: 'Rudens koncerts',
  titleEn: 'Autumn concert',
  descriptionLv: null,
  descriptionEn: null,
  category: 'concert',
  audience: [],
  startsAt: '2026-10-24T18:00:00+03:00',
  endsAt: '2026-10-24T20:00:00+03:00',
  status: 'scheduled',
  statusNote: null,
  venueId: 'slampes-kulturas-pils',
  venueName: 'Slampes kultūras pils',
  place: 'Slampe',
  territoryId: 'slampes-pagasts',
  umbrellaId: null,
  organiser: null,
  price: 'free',
  priceMinEuro: null,
  priceMaxEuro: null,
  modelFields: [],
  url: null,
  list: 'shipped',
  source: 'test',
  confidence: 'high',
  isModel: false,
  ...changes,
});

/** The same as the API sends it. */
export const eventFeature = (changes: Partial<Listing> = {}): Feature<'events'> => {
  const { id, lonLat, ...properties } = listing(changes);
  const geometry = lonLat === null ? null : { type: 'Point' as const, coordinates: [...lonLat] };
  return { type: 'Feature', id, geometry, properties };
};
