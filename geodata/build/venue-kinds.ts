import { usualSectors } from '#core/offer/sectors.ts';
import type { VenueKind } from '#core/offer/venue.ts';

interface Kind {
  readonly kind: VenueKind;
  readonly subtype: string | null;
  readonly sectors: readonly string[];
}

/** The types of facts/venues.csv in the words of the state's list of cultural institutions, and finer. */
const kinds: Readonly<Record<string, readonly [kind: VenueKind, subtype?: string]>> = {
  culture_centre: ['culture-centre'],
  library: ['library'],
  library_service_point: ['library', 'service-point'],
  museum: ['museum'],
  gallery: ['gallery'],
  open_air_stage: ['open-air-stage'],
  event_place: ['event-place'],
  other_hall: ['event-place', 'hall'],
  manor: ['event-place', 'manor'],
  castle: ['event-place', 'castle'],
  monument: ['event-place', 'monument'],
  church_concerts: ['church'],
  culture_education: ['culture-school'],
  creative_space: ['creative-industry'],
  market: ['market'],
};

/** Throws for a type that has no place in the list yet. */
export function kindOfType(type: string): Kind {
  const found = kinds[type];
  if (found === undefined) throw new Error(`venue type "${type}" has no kind`);
  const [kind, subtype = null] = found;
  return { kind, subtype, sectors: usualSectors(kind, subtype) };
}
