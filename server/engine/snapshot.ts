import { byId, cellsOf, type PlacedCell, unitsById } from '#core/access/homes.ts';
import { residents } from '#core/access/summary.ts';
import type { Venue } from '#core/offer/venue.ts';
import { type DatasetName, type DatasetVersion, stateOf } from '#core/place/provenance.ts';
import { bordersKey, type Region } from '#core/place/region.ts';
import type { PopulationCell, Territory } from '#core/place/territory.ts';
import { Problem } from '#core/problem.ts';
import { decodeTimetable } from '#core/transit/file.ts';
import type { OnDemandZone } from '#core/transit/on-demand.ts';
import type { Timetable } from '#core/transit/timetable.ts';
import type { EngineData } from '../db/queries/engine.ts';
import { emptyGraph } from './empty-graph.ts';
import type { SharedFile } from './world.ts';

/** One state of all data, read whole and never changed: an answer is computed from one snapshot only. */
export interface Snapshot {
  readonly key: string;
  readonly region: Region;
  readonly municipality: Territory | null;
  readonly streets: SharedFile;
  readonly timetable: (SharedFile & { readonly decoded: Timetable }) | null;
  readonly zones: readonly OnDemandZone[];
  /** Towns and parishes of the region on the day of its borders, their cells, and every venue: each list by id. */
  readonly units: readonly Territory[];
  readonly cells: readonly PlacedCell[];
  /** Cells outside every unit that is known: nobody of them is in any number. */
  readonly beyond: { readonly cells: number; readonly people: number };
  /** Names the state of the cells and their order. */
  readonly homesKey: string;
  readonly venues: readonly Venue[];
}

const homeDatasets: readonly DatasetName[] = ['territories', 'population'];
const datasets: readonly DatasetName[] = [
  ...homeDatasets,
  'venues',
  'venue-matches',
  'streets',
  'timetable',
  'on-demand',
];

/** Names the state of everything the engine reads; an import of events leaves it as it is. */
export const snapshotKey = (versions: readonly DatasetVersion[]) => stateOf(versions, datasets);

/** Reads what a version keeps as bytes. */
export type ReadFile = (version: number, name: string) => Promise<Uint8Array | null>;

const attempts = 5;

/**
 * Reads the current state. When an import switches over in the middle, the lists read may be of two
 * states, so they are thrown away and read again; `unavailable` when that happens again and again.
 * `previous` is given back when it is the current state already; its files are kept where they still are.
 */
export async function readSnapshot(
  data: EngineData,
  readFile: ReadFile,
  region: Region,
  previous: Snapshot | null,
): Promise<Snapshot> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = await data.readVersions();
    const key = snapshotKey(before);
    if (previous?.key === key) return previous;
    const files = await readFiles(readFile, region, before, previous);
    const territories = await data.readTerritories();
    const cells = await data.readCells();
    const venues = await data.readVenues();
    if (files === null || snapshotKey(await data.readVersions()) !== key) continue;
    const units = unitsById(territories, region);
    return {
      key,
      region,
      municipality: territories.find(({ id }) => id === region.municipalityId) ?? null,
      ...files,
      units,
      cells: cellsOf(cells, units),
      beyond: countBeyond(cells),
      homesKey: `${stateOf(before, homeDatasets)} in ${bordersKey(region)}`,
      venues: venues.toSorted(byId),
    };
  }
  throw new Problem('unavailable');
}

const countBeyond = (cells: readonly PopulationCell[]): Snapshot['beyond'] => {
  const beyond = cells.filter(({ isBeyond }) => isBeyond === true);
  return { cells: beyond.length, people: residents(beyond) };
};

type Files = Pick<Snapshot, 'streets' | 'timetable' | 'zones'>;

/** Null when a version has gone while it was read. */
async function readFiles(
  readFile: ReadFile,
  region: Region,
  versions: readonly DatasetVersion[],
  previous: Snapshot | null,
): Promise<Files | null> {
  const current = (dataset: DatasetName) => versions.find((version) => version.dataset === dataset);
  const [streets, timetable, onDemand] = [current('streets'), current('timetable'), current('on-demand')];
  const streetsKey = String(streets?.id ?? 'none');
  const kept = previous?.streets.key === streetsKey ? previous.streets.bytes : null;
  const graph = kept ?? (streets ? await readFile(streets.id, 'graph') : emptyGraph(region.crs));
  const zones = onDemand ? await readFile(onDemand.id, 'zones') : null;
  const isWhole = graph !== null && (zones !== null || onDemand === undefined);
  if (!isWhole) return null;
  const held = timetable === undefined ? null : await readTimetable(readFile, timetable.id, previous);
  if (timetable !== undefined && held === null) return null;
  return {
    streets: { key: streetsKey, bytes: graph },
    timetable: held,
    zones: zones === null ? [] : (JSON.parse(Buffer.from(zones).toString('utf8')) as OnDemandZone[]),
  };
}

async function readTimetable(
  readFile: ReadFile,
  version: number,
  previous: Snapshot | null,
): Promise<Snapshot['timetable']> {
  const key = String(version);
  if (previous?.timetable?.key === key) return previous.timetable;
  const bytes = await readFile(version, 'timetable');
  return bytes === null ? null : { key, bytes, decoded: decodeTimetable(bytes) };
}
