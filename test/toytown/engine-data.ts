import type { OccurrenceListing } from '#core/offer/event.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { DatasetName, DatasetVersion } from '#core/place/provenance.ts';
import { Problem } from '#core/problem.ts';
import { encodeGraph } from '#core/roads/file.ts';
import { buildGraph } from '#core/roads/graph.ts';
import { columnsOf } from '#core/roads/network.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import type { StreetNetwork } from '#core/roads/street.ts';
import { encodeTimetable } from '#core/transit/file.ts';
import type { OnDemandZone } from '#core/transit/on-demand.ts';
import type { Timetable } from '#core/transit/timetable.ts';
import type { EngineData } from '#server/db/queries/engine.ts';
import type { VersionFiles } from '#server/db/queries/files.ts';
import { placeKey, type TravelColumns } from '#server/db/queries/travel-columns.ts';
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
    counts: null,
    warnings: [],
    sourceName: 'shipped',
    importId: id,
    isModel: true,
    importedAt: '2026-01-01T00:00:00Z',
  };
}

/** Versions of streets, timetable and zones in `toytownData`. */
const [streetsId, timetableId, zonesId] = [1000, 2000, 3000];

export const graphFile = (streets: StreetNetwork, crs = 3059): Uint8Array =>
  encodeGraph(buildGraph(columnsOf(streets), defaultSpeeds, crs));

/** Travel columns as a database keeps them, counting what is written and read. */
export function keptColumns(): TravelColumns & {
  readonly counts: { written: number; read: number };
  readonly bases: () => readonly string[];
} {
  const kept = new Map<string, Map<string, Uint8Array>>();
  const counts = { written: 0, read: 0 };
  return {
    counts,
    bases: () => [...kept.keys()],
    read: async (basis) => {
      const found = kept.get(basis) ?? new Map<string, Uint8Array>();
      counts.read += found.size;
      return new Map(found);
    },
    write: async (basis, columns) => {
      const found = kept.get(basis) ?? new Map<string, Uint8Array>();
      for (const { place, costs } of columns) found.set(placeKey(place), costs.slice());
      kept.set(basis, found);
      counts.written += columns.length;
    },
    sweep: async (bases) => {
      const gone = [...kept.keys()].filter((basis) => !bases.includes(basis));
      for (const basis of gone) kept.delete(basis);
      return gone.length;
    },
  };
}

export interface ToytownOptions {
  readonly streets?: StreetNetwork;
  readonly timetable?: Timetable | null;
  readonly zones?: readonly OnDemandZone[];
  readonly occurrences?: readonly OccurrenceListing[];
  readonly columns?: TravelColumns;
}

/** Toytown as a database would give it; `importVenues` switches to a new version of the venues. */
export function toytownData(options: ToytownOptions = {}): EngineData & {
  importVenues(next: readonly Venue[]): void;
  readonly reads: { files: number };
} {
  const { streets = network, timetable = null, zones = [], occurrences = [] } = options;
  let current = venues;
  let venueVersion = 3;
  const reads = { files: 0 };
  const currentVersions = async () => [
    version(1, 'territories'),
    version(2, 'population'),
    version(venueVersion, 'venues'),
    version(streetsId, 'streets'),
    ...(timetable === null ? [] : [version(timetableId, 'timetable')]),
    ...(zones.length === 0 ? [] : [version(zonesId, 'on-demand')]),
  ];
  const files: VersionFiles = {
    hash: async () => null,
    read: async (id) => {
      reads.files += 1;
      if (id === streetsId) return graphFile(streets);
      if (id === timetableId) return timetable && encodeTimetable(timetable);
      return new TextEncoder().encode(JSON.stringify(zones));
    },
  };
  return {
    reads,
    importVenues(next) {
      current = [...next];
      venueVersion += 1;
    },
    currentVersions,
    readVersions: currentVersions,
    readCells: async () => cells.toReversed(),
    readVenues: async () => current.toReversed(),
    readTerritories: async () => territories.toReversed(),
    getOccurrence: async (id) => {
      const found = occurrences.find((one) => one.id === id);
      if (!found) throw new Problem('not-found', { values: { what: id } });
      return found;
    },
    listOccurrences: async () => ({
      items: occurrences,
      numberMatched: occurrences.length,
      nextCursor: null,
    }),
    files,
    columns: options.columns ?? keptColumns(),
  };
}
