import type { VenueKind } from './venue.ts';

/** Places of culture that are open through the year: what "the nearest culture venue" means when no kind is chosen. */
export const culturePlaceKinds: readonly VenueKind[] = [
  'cinema',
  'culture-centre',
  'gallery',
  'library',
  'museum',
  'theatre',
];
