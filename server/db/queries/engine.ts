import type { Kysely } from 'kysely';
import type { OccurrenceListing } from '#core/offer/event.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import type { PopulationCell, Territory } from '#core/place/territory.ts';
import type { ItemsQuery, Page } from '../../context.ts';
import type { Tables } from '../tables/index.ts';
import { cellCollection } from './cells.ts';
import { createVersionFiles, type VersionFiles } from './files.ts';
import { getItem, listItems, readAll } from './items.ts';
import { atKeptVenue } from './matches.ts';
import { occurrenceCollection } from './occurrences.ts';
import { territoryCollection } from './territories.ts';
import { createTravelColumns, type TravelColumns } from './travel-columns.ts';
import { venueCollection } from './venues.ts';
import { readCurrentVersions } from './versions.ts';

/** Whole lists of the current versions, for an engine that holds them in memory. */
export interface EngineData {
  /** Compare ids to notice an import; may be a moment old. */
  currentVersions(): Promise<readonly DatasetVersion[]>;
  /** Straight from the database: what lists read are checked against. */
  readVersions(): Promise<readonly DatasetVersion[]>;
  readCells(): Promise<readonly PopulationCell[]>;
  /** Every list, every status, those without a position too. */
  readVenues(): Promise<readonly Venue[]>;
  readTerritories(): Promise<readonly Territory[]>;
  /** Throws `not-found`. */
  getOccurrence(id: string): Promise<OccurrenceListing>;
  listOccurrences(query: ItemsQuery): Promise<Page<OccurrenceListing>>;
  /** Graphs, timetables and zones of versions. */
  readonly files: VersionFiles;
  /** Travel computed before. */
  readonly columns: TravelColumns;
}

export const createEngineData = (
  db: Kysely<Tables>,
  currentVersions: () => Promise<readonly DatasetVersion[]> = () => readCurrentVersions(db),
): EngineData => ({
  currentVersions,
  readVersions: () => readCurrentVersions(db),
  readCells: () => readAll(db, cellCollection),
  readVenues: () => readAll(db, venueCollection),
  readTerritories: () => readAll(db, territoryCollection),
  getOccurrence: (id) => getItem(db, occurrenceCollection, id),
  listOccurrences: async (query) => listItems(db, occurrenceCollection, await atKeptVenue(db, query)),
  files: createVersionFiles(db),
  columns: createTravelColumns(db),
});
