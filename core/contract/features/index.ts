import type { z } from 'zod';
import { eventCategories, eventStatuses } from '../../offer/event.ts';
import { venueKinds, venueStatuses } from '../../offer/venue.ts';
import type { DatasetName } from '../../place/provenance.ts';
import { highwayClasses } from '../../roads/street.ts';
import { cellProperties } from './cell.ts';
import { landcoverKinds, landcoverProperties } from './landcover.ts';
import { occurrenceProperties, priceStates } from './occurrence.ts';
import { roadProperties, roadRoles, surfaces } from './road.ts';
import { settlementProperties } from './settlement.ts';
import { territoryKinds, territoryProperties } from './territory.ts';
import { venueProperties } from './venue.ts';

/** What a collection promises: its properties, and by which of them it can be narrowed and sorted. */
export interface CollectionContract {
  readonly properties: z.ZodObject;
  /** Property names taken as parameters; null takes any text, a list only its members. */
  readonly filters: Readonly<Record<string, readonly string[] | null>>;
  readonly sortables: readonly string[];
  /** The rows come from this dataset; the ETag also counts `alsoFrom`. */
  readonly dataset: DatasetName;
  readonly alsoFrom: readonly DatasetName[];
}

/** The family of collections. Filter and sort names are those of the properties. */
export const collections = {
  territories: {
    properties: territoryProperties,
    filters: { kind: territoryKinds, atvk2009: null, atvk2021: null },
    sortables: ['nameLv', 'areaKm2Official', 'people'],
    dataset: 'territories',
    alsoFrom: ['population-totals', 'codes'],
  },
  settlements: {
    properties: settlementProperties,
    filters: { kind: null, territoryId: null },
    sortables: ['nameLv', 'people'],
    dataset: 'settlements',
    // In which town or parish something lies is reckoned on the current borders.
    alsoFrom: ['territories'],
  },
  venues: {
    properties: venueProperties,
    filters: { kind: venueKinds, status: venueStatuses, territoryId: null, list: null },
    sortables: ['nameLv', 'kind'],
    dataset: 'venues',
    alsoFrom: ['venue-matches', 'territories'],
  },
  events: {
    properties: occurrenceProperties,
    filters: {
      eventId: null,
      category: eventCategories,
      audience: null,
      status: eventStatuses,
      price: priceStates,
      venueId: null,
      territoryId: null,
      umbrellaId: null,
      list: null,
    },
    sortables: ['startsAt', 'titleLv'],
    dataset: 'events',
    alsoFrom: ['venues', 'venue-matches', 'territories'],
  },
  population: {
    properties: cellProperties,
    filters: { territoryId: null },
    sortables: ['people'],
    dataset: 'population',
    alsoFrom: ['territories'],
  },
  roads: {
    properties: roadProperties,
    filters: { highway: highwayClasses, surface: surfaces, role: roadRoles, ref: null },
    sortables: ['lengthMetres', 'ref'],
    dataset: 'streets',
    alsoFrom: [],
  },
  landcover: {
    properties: landcoverProperties,
    filters: { kind: landcoverKinds },
    sortables: [],
    dataset: 'landcover',
    alsoFrom: [],
  },
} as const satisfies Record<string, CollectionContract>;

export type CollectionId = keyof typeof collections;
export const collectionIds = Object.keys(collections) as [CollectionId, ...CollectionId[]];

/** Datasets that the features of a collection come from. */
export const datasetsOf = (id: CollectionId): readonly DatasetName[] => [
  collections[id].dataset,
  ...collections[id].alsoFrom,
];
