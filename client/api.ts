import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import type { Geometry } from 'geojson';
import type { MeasureId } from '#core/access/answer.ts';
import type { AboutResponse } from '#core/contract/about.ts';
import type { AccessResponse, TravelTimesResponse } from '#core/contract/envelope.ts';
import type { CellProperties } from '#core/contract/features/cell.ts';
import type { OccurrenceProperties } from '#core/contract/features/occurrence.ts';
import type { SettlementProperties } from '#core/contract/features/settlement.ts';
import type { TerritoryProperties } from '#core/contract/features/territory.ts';
import type { VenueProperties } from '#core/contract/features/venue.ts';
import type { FigureAnswer } from '#core/contract/figure.ts';
import type { Language } from '#core/language/routes.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { ApiFailure, apiUrl, getJson, type QueryValues } from './request.ts';

export const apiBase = '/api/v1';

/** Data change by import only, so an answer stays good for a while and is then revalidated by its ETag. */
const staleTimeMs = 5 * 60 * 1000;

/** A fault that a second try may mend: no answer, or the server busy. A wrong question stays wrong. */
const isWorthRetrying = (failures: number, error: unknown): boolean =>
  failures < 2 && error instanceof ApiFailure && (error.status === 0 || error.status >= 500);

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // "always": while offline a call must fail and be seen, not wait for ever in silence.
      queries: { staleTime: staleTimeMs, retry: isWorthRetrying, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });

/** A GET of the API as a react-query description; the key is the address, so equal questions share an answer. */
export const apiQuery = <T>(path: string, language: Language, query: QueryValues = {}) => {
  const url = apiUrl(path, language, query);
  return queryOptions({
    queryKey: [url],
    queryFn: ({ signal }) => getJson<T>(url, { signal }),
  });
};

export const aboutQuery = (language: Language) => apiQuery<AboutResponse>(`${apiBase}/about`, language);

/** `query`: offer, mode, cutoffMinutes, venueStatus, as in `core/contract/access.ts`. */
export const accessQuery = (language: Language, measure: MeasureId, query: QueryValues) =>
  queryOptions({
    ...apiQuery<AccessResponse>(`${apiBase}/access/${measure}`, language, query),
    // The map and the table before a change of choice stay until the new ones are there.
    placeholderData: keepPreviousData,
  });

/** Without a date: for ways of travel that know none. */
export const travelTimesQuery = (language: Language, territoryId: string, mode: TravelMode) =>
  apiQuery<TravelTimesResponse>(`${apiBase}/travel-times/${encodeURIComponent(territoryId)}`, language, {
    mode,
  });

export const figureQuery = (language: Language, id: string) =>
  apiQuery<FigureAnswer>(`${apiBase}/figures/${encodeURIComponent(id)}`, language);

/** Properties of the features of each collection that the page reads. */
interface CollectionProperties {
  readonly territories: TerritoryProperties;
  readonly settlements: SettlementProperties;
  readonly venues: VenueProperties;
  readonly events: OccurrenceProperties;
  readonly population: CellProperties;
}
export type CollectionName = keyof CollectionProperties;

export interface Feature<C extends CollectionName> {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: Geometry | null;
  readonly properties: CollectionProperties[C];
}

/** One page of a collection; `links` holds "next" until the last one. */
export interface FeaturePage<C extends CollectionName> {
  readonly features: readonly Feature<C>[];
  readonly numberMatched: number;
  readonly numberReturned: number;
  readonly links: readonly { readonly rel: string; readonly href: string }[];
}

/** The largest page there is: for lists that are needed whole, such as settlements. */
export const wholeCollection = 10_000;

export const itemsPath = (collection: CollectionName): string => `${apiBase}/collections/${collection}/items`;

export const itemsQuery = <C extends CollectionName>(
  language: Language,
  collection: C,
  query: QueryValues = {},
) => apiQuery<FeaturePage<C>>(itemsPath(collection), language, query);

export const featureQuery = <C extends CollectionName>(language: Language, collection: C, id: string) =>
  apiQuery<Feature<C>>(`${itemsPath(collection)}/${encodeURIComponent(id)}`, language);
