import { byId, cellsOf, unitsOfToday } from '#core/access/homes.ts';
import type { Venue } from '#core/offer/venue.ts';
import { type DatasetName, type DatasetVersion, stateOf } from '#core/place/provenance.ts';
import type { Region } from '#core/place/region.ts';
import type { PopulationCell, Territory } from '#core/place/territory.ts';
import { Problem } from '#core/problem.ts';
import { buildGraph, byId as edgesById, type StreetGraph } from '#core/roads/graph.ts';
import { buildSnapIndex, defaultSnapSettings, type SnapIndex } from '#core/roads/snap.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import type { StreetEdge } from '#core/roads/street.ts';
import type { EngineData } from '../db/queries/engine.ts';

/** The streets of one version, ready to travel on. */
interface Streets {
  readonly key: string;
  readonly graph: StreetGraph;
  /** In the order of the graph. */
  readonly edges: readonly StreetEdge[];
  readonly index: SnapIndex;
}

/** One state of all data, read whole and never changed: an answer is computed from one snapshot only. */
export interface Snapshot {
  readonly key: string;
  readonly region: Region;
  readonly municipality: Territory | null;
  readonly streets: Streets;
  /** Towns and parishes of today, their cells, and every venue: each list by id. */
  readonly units: readonly Territory[];
  readonly cells: readonly PopulationCell[];
  readonly venues: readonly Venue[];
}

const datasets: readonly DatasetName[] = ['territories', 'population', 'venues', 'streets'];

/** Names the state of everything the engine reads; an import of events leaves it as it is. */
export const snapshotKey = (versions: readonly DatasetVersion[]) => stateOf(versions, datasets);

const attempts = 5;

/**
 * Reads the current state. When an import switches over in the middle, the lists read may be of two
 * states, so they are thrown away and read again; `unavailable` when that happens again and again.
 * `previous` is given back when it is the current state already; its streets are kept when they still are.
 */
export async function readSnapshot(
  data: EngineData,
  region: Region,
  previous: Snapshot | null,
): Promise<Snapshot> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = await data.readVersions();
    const key = snapshotKey(before);
    if (previous?.key === key) return previous;
    const streetsKey = stateOf(before, ['streets']);
    const kept = previous?.streets.key === streetsKey ? previous.streets : null;
    const streets = kept ?? toStreets(streetsKey, await data.readNetwork());
    const territories = await data.readTerritories();
    const cells = await data.readCells();
    const venues = await data.readVenues();
    if (snapshotKey(await data.readVersions()) !== key) continue;
    const units = unitsOfToday(territories, region.municipalityId);
    return {
      key,
      region,
      municipality: territories.find(({ id }) => id === region.municipalityId) ?? null,
      streets,
      units,
      cells: cellsOf(cells, units),
      venues: venues.toSorted(byId),
    };
  }
  throw new Problem('unavailable');
}

function toStreets(key: string, network: Awaited<ReturnType<EngineData['readNetwork']>>): Streets {
  const graph = buildGraph(network, defaultSpeeds);
  const edges = edgesById(network.edges);
  return { key, graph, edges, index: buildSnapIndex(graph, edges, defaultSnapSettings) };
}
