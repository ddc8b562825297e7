import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { OccurrenceProperties } from '#core/contract/features/occurrence.ts';
import type { Language } from '#core/language/routes.ts';
import type { LonLat } from '#core/place/units.ts';
import { type Feature, type FeaturePage, itemsPath } from '../../api.ts';
import { apiUrl, getJson, ownPath, type QueryValues } from '../../request.ts';
import type { EventChoices } from './choices.ts';
import { intervalOf, toDatetime } from './when.ts';

/** One date of an event as the list shows it. */
export interface Listing extends OccurrenceProperties {
  /** Of this date, not of the event. */
  readonly id: string;
  readonly lonLat: LonLat | null;
}

export const toListing = ({ id, geometry, properties }: Feature<'events'>): Listing => ({
  ...properties,
  id,
  lonLat: lonLatOf(geometry),
});

/** Position of a point feature; null for any other geometry and for none. */
export const lonLatOf = (geometry: Feature<'events'>['geometry']): LonLat | null => {
  if (geometry?.type !== 'Point') return null;
  const [lon, lat] = geometry.coordinates;
  return lon === undefined || lat === undefined ? null : [lon, lat];
};

/** What the API is asked; travel time is not among it, because a home is nobody else's business. */
export const narrowingOf = (choices: EventChoices, now: Date): QueryValues => ({
  datetime: toDatetime(intervalOf(choices.when, choices, now)),
  territoryId: choices.in,
  category: choices.category,
  price: choices.free ? 'free' : '',
  q: choices.q.trim(),
});

/** Dates fetched at once: enough to draw every pin of a usual month, small enough for a phone. */
const pageSize = 500;

/** Pages of dates by start; the next one is whatever the API's "next" link says. */
export const eventsQuery = (language: Language, narrowing: QueryValues) => {
  const first = apiUrl(itemsPath('events'), language, { ...narrowing, sortby: 'startsAt', limit: pageSize });
  return infiniteQueryOptions({
    queryKey: ['pages', first],
    queryFn: ({ pageParam, signal }) => getJson<FeaturePage<'events'>>(pageParam, { signal }),
    initialPageParam: first,
    getNextPageParam: nextLink,
    placeholderData: keepPreviousData,
  });
};

/** Path of the "next" link. */
export const nextLink = (page: Pick<FeaturePage<'events'>, 'links'>): string | undefined => {
  const href = page.links.find((link) => link.rel === 'next')?.href;
  return href === undefined ? undefined : ownPath(href);
};
