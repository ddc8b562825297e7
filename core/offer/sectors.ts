import type { VenueKind } from './venue.ts';

/**
 * Fields of culture that a venue of a kind usually serves: a mapping of this project, not a fact. Kinds that it
 * does not hold have none.
 */
const ofKind: Readonly<Partial<Record<VenueKind, readonly string[]>>> = {
  'culture-centre': ['performing-arts', 'music', 'community'],
  library: ['literature', 'community'],
  museum: ['heritage'],
  gallery: ['visual-arts'],
  'open-air-stage': ['performing-arts', 'music'],
  'event-place': ['community'],
  church: ['music', 'heritage'],
  'culture-school': ['education'],
  'creative-industry': ['crafts', 'visual-arts'],
  market: ['food-and-trade'],
};

/** Where a finer word says more than the kind. */
const ofSubtype: Readonly<Record<string, readonly string[]>> = {
  'service-point': ['literature'],
  manor: ['heritage'],
  castle: ['heritage', 'music'],
  monument: ['heritage'],
};

/** Fields of culture of a venue of which only the kind is known; empty where the mapping holds none. */
export const usualSectors = (kind: VenueKind, subtype: string | null = null): readonly string[] =>
  ofSubtype[subtype ?? ''] ?? ofKind[kind] ?? [];
