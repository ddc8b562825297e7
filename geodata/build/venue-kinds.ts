import type { VenueKind } from '#core/offer/venue.ts';

interface Kind {
  readonly kind: VenueKind;
  readonly subtype: string | null;
  /** Fields of culture that a venue of this kind usually serves: a mapping of this project, not a fact. */
  readonly sectors: readonly string[];
}

/** The types of facts/venues.csv in the words of the state's list of cultural institutions. */
const kinds: Readonly<Record<string, Kind>> = {
  culture_centre: {
    kind: 'culture-centre',
    subtype: null,
    sectors: ['performing-arts', 'music', 'community'],
  },
  library: { kind: 'library', subtype: null, sectors: ['literature', 'community'] },
  library_service_point: { kind: 'library', subtype: 'service-point', sectors: ['literature'] },
  museum: { kind: 'museum', subtype: null, sectors: ['heritage'] },
  gallery: { kind: 'gallery', subtype: null, sectors: ['visual-arts'] },
  open_air_stage: { kind: 'open-air-stage', subtype: null, sectors: ['performing-arts', 'music'] },
  event_place: { kind: 'event-place', subtype: null, sectors: ['community'] },
  other_hall: { kind: 'event-place', subtype: 'hall', sectors: ['community'] },
  manor: { kind: 'event-place', subtype: 'manor', sectors: ['heritage'] },
  castle: { kind: 'event-place', subtype: 'castle', sectors: ['heritage', 'music'] },
  monument: { kind: 'event-place', subtype: 'monument', sectors: ['heritage'] },
  church_concerts: { kind: 'church', subtype: null, sectors: ['music', 'heritage'] },
  culture_education: { kind: 'culture-school', subtype: null, sectors: ['education'] },
  creative_space: { kind: 'creative-industry', subtype: null, sectors: ['crafts', 'visual-arts'] },
  market: { kind: 'market', subtype: null, sectors: ['food-and-trade'] },
};

/** Throws for a type that has no place in the list yet. */
export function kindOfType(type: string): Kind {
  const kind = kinds[type];
  if (kind === undefined) throw new Error(`venue type "${type}" has no kind`);
  return kind;
}
