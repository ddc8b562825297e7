import { parentPort, workerData } from 'node:worker_threads';
import type { LandcoverArea } from '#core/place/landcover.ts';
import type { Region } from '#core/place/region.ts';
import type { Settlement } from '#core/place/territory.ts';
import { type Fault, Problem, type ProblemCode } from '#core/problem.ts';
import { endEnclosed } from '#core/roads/enclosed.ts';
import { encodeGraph } from '#core/roads/file.ts';
import { buildGraph } from '#core/roads/graph.ts';
import { drawAreas } from '#core/roads/osm/drawn-areas.ts';
import { drawLines } from '#core/roads/osm/drawn-lines.ts';
import { drawPlaces } from '#core/roads/osm/drawn-places.ts';
import { reportStreets, type StreetsReport } from '#core/roads/osm/report.ts';
import type { OsmSettings } from '#core/roads/osm/settings.ts';
import type { SpeedModel } from '#core/roads/speed.ts';
import type { RoadLine } from '#core/roads/street.ts';
import { readOsmStreets } from './osm-file.ts';

export interface OsmTask {
  readonly path: string;
  readonly name: string;
  readonly region: Pick<Region, 'bounds' | 'networkBounds' | 'crs'>;
  readonly settings: OsmSettings;
  readonly speeds: SpeedModel;
}

/** In pieces, so that whoever takes them is never busy with one for long. */
export type OsmMessage =
  | { readonly lines: readonly RoadLine[] }
  | { readonly areas: readonly LandcoverArea[] }
  | { readonly places: readonly Settlement[] }
  | { readonly graph: Uint8Array<ArrayBuffer>; readonly report: StreetsReport }
  | { readonly problem: { readonly code: ProblemCode; readonly faults: readonly Fault[] } }
  | { readonly error: string };

const rowsInPiece = 500;

const tell = (message: OsmMessage, moved: ArrayBuffer[] = []) => parentPort?.postMessage(message, moved);

function tellRows<T>(rows: readonly T[], wrap: (piece: readonly T[]) => OsmMessage): void {
  for (let i = 0; i < rows.length; i += rowsInPiece) tell(wrap(rows.slice(i, i + rowsInPiece)));
}

const work = async ({ path, name, region, settings, speeds }: OsmTask): Promise<void> => {
  const { bounds, networkBounds, crs } = region;
  const streets = await readOsmStreets(path, { bounds: networkBounds, settings });
  const graph = buildGraph(endEnclosed(streets.columns), speeds, crs);
  const lines = drawLines(streets, bounds, settings);
  const areas = drawAreas(streets, networkBounds, settings);
  const places = drawPlaces(streets.extract, networkBounds);
  const report = reportStreets(name, streets, graph, { lines, areas, places: places.length });
  tellRows(lines.rows, (piece) => ({ lines: piece }));
  tellRows(areas.rows, (piece) => ({ areas: piece }));
  tellRows(places, (piece) => ({ places: piece }));
  const bytes = Uint8Array.from(encodeGraph(graph));
  tell({ graph: bytes, report }, [bytes.buffer]);
};

if (parentPort !== null) {
  work(workerData as OsmTask).catch((error: unknown) => {
    if (error instanceof Problem) tell({ problem: { code: error.code, faults: error.faults } });
    else tell({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  });
}
