import type { Kysely } from 'kysely';
import type { Venue } from '#core/offer/venue.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import type { PopulationCell, Territory } from '#core/place/territory.ts';
import type { StreetNetwork } from '#core/roads/street.ts';
import type { Tables } from '../tables/index.ts';
import { cellCollection } from './cells.ts';
import { readJson } from './files.ts';
import { readAll } from './items.ts';
import { territoryCollection } from './territories.ts';
import { venueCollection } from './venues.ts';
import { readCurrentVersions } from './versions.ts';

/** Whole lists of the current versions, for an engine that holds them in memory. */
export interface EngineData {
  /** Compare ids to notice an import; may be a moment old. */
  currentVersions(): Promise<readonly DatasetVersion[]>;
  /** Straight from the database: what lists read are checked against. */
  readVersions(): Promise<readonly DatasetVersion[]>;
  readNetwork(): Promise<StreetNetwork>;
  readCells(): Promise<readonly PopulationCell[]>;
  /** Every list, every status, those without a position too. */
  readVenues(): Promise<readonly Venue[]>;
  readTerritories(): Promise<readonly Territory[]>;
}

export const createEngineData = (
  db: Kysely<Tables>,
  currentVersions: () => Promise<readonly DatasetVersion[]> = () => readCurrentVersions(db),
): EngineData => ({
  currentVersions,
  readVersions: () => readCurrentVersions(db),
  readNetwork: async () => {
    const version = (await readCurrentVersions(db)).find(({ dataset }) => dataset === 'streets');
    const network = version === undefined ? null : await readJson(db, version.id, 'graph');
    return (network ?? { nodes: [], edges: [] }) as StreetNetwork;
  },
  readCells: () => readAll(db, cellCollection),
  readVenues: () => readAll(db, venueCollection),
  readTerritories: () => readAll(db, territoryCollection),
});
