import type { AccessAnswer } from '#core/access/answer.ts';
import type { VenueProperties } from '#core/contract/features/venue.ts';
import type { Words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { compareNames } from '#core/language/sorting.ts';
import { defaultTitle } from '#core/map/titles.ts';
import { type VenueKind, venueKinds } from '#core/offer/venue.ts';
import { venueIdOf } from '../../access-choices.ts';
import type { Option } from '../../ui/select.tsx';

export interface VenueChoice {
  readonly id: string;
  readonly properties: Pick<VenueProperties, 'nameLv' | 'nameEn' | 'kind'>;
}

/** What is needed to speak of offers. */
export interface Speech {
  readonly venues: readonly VenueChoice[];
  readonly words: Words;
  readonly language: Language;
}

/** Name of a venue in the language, Latvian where there is no other; an unknown venue goes by its id. */
export function venueName(id: string, { venues, language }: Speech): string {
  const venue = venues.find((one) => one.id === id)?.properties;
  return (language === 'en' ? venue?.nameEn : null) ?? venue?.nameLv ?? id;
}

/** What an offer is called: "library", "all places of culture", the name of one venue. */
export function offerName(offer: string, speech: Speech): string {
  const { words } = speech;
  if (offer === 'culture') return words.access.offerCulture;
  const venueId = venueIdOf(offer);
  if (venueId !== '') return venueName(venueId, speech);
  const kinds = offer.split(',').map((kind) => words.venueKinds[kind as VenueKind]);
  return kinds.join(', ');
}

/** What an answer shows, in the same words as the title of its figure: "Nearest library by car". */
export function answerTitle({ query }: AccessAnswer, speech: Speech): string {
  const named = 'venueId' in query.offer ? venueName(query.offer.venueId, speech) : '';
  const input = { query, level: 'parishes', regionName: '', venueName: named } as const;
  return defaultTitle(input, speech.words, speech.language);
}

/** Menu of offers: everything, the kinds of which there are venues, then every venue by name. */
export function offerOptions(offer: string, speech: Speech): readonly Option<string>[] {
  const { venues, words, language } = speech;
  const { access } = words;
  const byName = (a: { label: string }, b: { label: string }) => compareNames(language, a.label, b.label);
  const present = new Set(venues.map((venue) => venue.properties.kind));
  const kinds = venueKinds
    .filter((kind) => present.has(kind) || venues.length === 0)
    .map((kind) => ({ value: kind as string, label: words.venueKinds[kind], group: access.offerKinds }));
  const single = venues.map(({ id }) => ({
    value: `venue:${id}`,
    label: venueName(id, speech),
    group: access.offerVenues,
  }));
  const options: Option<string>[] = [
    { value: 'culture', label: access.offerCulture },
    ...kinds.sort(byName),
    ...single.sort(byName),
  ];
  if (offer === '' || options.some((option) => option.value === offer)) return options;
  return [{ value: offer, label: offerName(offer, speech) }, ...options];
}
