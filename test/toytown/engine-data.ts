import type { Venue } from '#core/offer/venue.ts';
import type { DatasetName, DatasetVersion } from '#core/place/provenance.ts';
import type { EngineData } from '#server/db/queries/engine.ts';
import { cells, network, territories, venues } from './toytown.ts';

export function version(id: number, dataset: DatasetName): DatasetVersion {
  return {
    id,
    dataset,
    list: 'shipped',
    title: dataset,
    source: 'toytown',
    licence: 'EUPL-1.2',
    retrievedAt: '2026-01-01',
    fileHash: `${id}`,
    rowCount: 1,
    warnings: [],
    isModel: true,
    importedAt: '2026-01-01T00:00:00Z',
  };
}

/** Toytown as a database would give it; `importVenues` switches to a new version of the venues. */
export function toytownData(): EngineData & {
  importVenues(next: readonly Venue[]): void;
  readonly reads: { network: number };
} {
  let current = venues;
  let venueVersion = 3;
  const reads = { network: 0 };
  const currentVersions = async () => [
    version(1, 'territories'),
    version(2, 'population'),
    version(venueVersion, 'venues'),
    version(1000, 'streets'),
  ];
  return {
    reads,
    importVenues(next) {
      current = [...next];
      venueVersion += 1;
    },
    currentVersions,
    readVersions: currentVersions,
    readNetwork: async () => {
      reads.network += 1;
      return network;
    },
    readCells: async () => cells.toReversed(),
    readVenues: async () => current.toReversed(),
    readTerritories: async () => territories.toReversed(),
  };
}
