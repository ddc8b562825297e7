import type { VenueProperties } from '#core/contract/features/venue.ts';
import type { Words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { compareNames } from '#core/language/sorting.ts';
import { type VenueKind, venueKinds } from '#core/offer/venue.ts';
import type { Option } from '../../ui/select.tsx';

export interface VenueChoice {
  readonly id: string;
  readonly properties: Pick<VenueProperties, 'nameLv' | 'nameEn' | 'kind'>;
}

/** Name of a venue in the language, Latvian where there is no other. */
export const venueName = ({ nameLv, nameEn }: VenueChoice['properties'], language: Language): string =>
  (language === 'en' ? nameEn : null) ?? nameLv;

/** What an offer is called; an unknown venue goes by its id. */
export function offerName(
  offer: string,
  venues: readonly VenueChoice[],
  words: Words,
  language: Language,
): string {
  if (offer === 'culture') return words.access.offerCulture;
  if (!offer.startsWith('venue:')) {
    return offer
      .split(',')
      .map((kind) => words.venueKinds[kind as VenueKind])
      .join(', ');
  }
  const venue = venues.find(({ id }) => id === offer.slice('venue:'.length));
  return venue ? venueName(venue.properties, language) : offer.slice('venue:'.length);
}

/** Menu of offers: everything, the kinds of which there are venues, then every venue by name. */
export function offerOptions(
  offer: string,
  venues: readonly VenueChoice[],
  words: Words,
  language: Language,
): readonly Option<string>[] {
  const { access } = words;
  const byName = (a: { label: string }, b: { label: string }) => compareNames(language, a.label, b.label);
  const present = new Set(venues.map((venue) => venue.properties.kind));
  const kinds = venueKinds
    .filter((kind) => present.has(kind) || venues.length === 0)
    .map((kind) => ({ value: kind as string, label: words.venueKinds[kind], group: access.offerKinds }));
  const single = venues.map(({ id, properties }) => ({
    value: `venue:${id}`,
    label: venueName(properties, language),
    group: access.offerVenues,
  }));
  const options: Option<string>[] = [
    { value: 'culture', label: access.offerCulture },
    ...kinds.sort(byName),
    ...single.sort(byName),
  ];
  if (offer === '' || options.some((option) => option.value === offer)) return options;
  return [{ value: offer, label: offerName(offer, venues, words, language) }, ...options];
}
