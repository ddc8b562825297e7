import { parentPort, workerData } from 'node:worker_threads';
import type { Bbox } from '#core/place/units.ts';
import { type Fault, Problem, type ProblemCode } from '#core/problem.ts';
import { openOsm } from '#core/roads/osm/file.ts';
import { collectSites, type OsmSites } from '#core/roads/osm/sites.ts';
import { inflate, withFileSource } from '../transport/osm-file.ts';
import { isOfCulture } from './osm-venues-kind.ts';

export interface OsmVenuesTask {
  readonly path: string;
  readonly bounds: Bbox;
}

export type OsmVenuesMessage =
  | { readonly found: OsmSites; readonly timestamp: string | null }
  | { readonly problem: { readonly code: ProblemCode; readonly faults: readonly Fault[] } }
  | { readonly error: string };

const tell = (message: OsmVenuesMessage) => parentPort?.postMessage(message);

const work = ({ path, bounds }: OsmVenuesTask): Promise<void> =>
  withFileSource(path, async (source) => {
    const file = await openOsm(source, inflate);
    tell({ found: await collectSites(file, isOfCulture, bounds), timestamp: file.header.timestamp });
  });

if (parentPort !== null) {
  work(workerData as OsmVenuesTask).catch((error: unknown) => {
    if (error instanceof Problem) tell({ problem: { code: error.code, faults: error.faults } });
    else tell({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  });
}
