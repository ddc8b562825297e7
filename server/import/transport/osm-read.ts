import { Worker } from 'node:worker_threads';
import type { LandcoverArea } from '#core/place/landcover.ts';
import type { Settlement } from '#core/place/territory.ts';
import { Problem } from '#core/problem.ts';
import type { StreetsReport } from '#core/roads/osm/report.ts';
import type { RoadLine } from '#core/roads/street.ts';
import type { OsmMessage, OsmTask } from './osm-worker.ts';

/** What a file gave: a graph to travel on, and rows to draw. */
export interface OsmImport {
  readonly lines: readonly RoadLine[];
  readonly areas: readonly LandcoverArea[];
  /** Without their territory. */
  readonly places: readonly Settlement[];
  /** As `encodeGraph` writes it. */
  readonly graph: Uint8Array;
  readonly report: StreetsReport;
}

/** The reader knows bytes, not names: "file" becomes the name of the file. */
const named = (problem: Extract<OsmMessage, { problem: unknown }>['problem'], name: string): Problem =>
  new Problem(problem.code, {
    faults: problem.faults.map((fault) => (fault.field === 'file' ? { ...fault, field: name } : fault)),
  });

/**
 * Reads a file in a thread of its own, so that a serving process goes on answering.
 *
 * @throws Problem `bad-import` naming the file and what to do; `internal` when the thread breaks down.
 */
export const readOsmFile = (task: OsmTask): Promise<OsmImport> =>
  new Promise((resolve, reject) => {
    const [lines, areas, places]: [RoadLine[], LandcoverArea[], Settlement[]] = [[], [], []];
    const worker = new Worker(new URL('./osm-worker.ts', import.meta.url), { workerData: task });
    const fail = (problem: Problem) => {
      reject(problem);
      worker.terminate().catch(() => undefined);
    };
    worker.on('message', (message: OsmMessage) => {
      if ('lines' in message) lines.push(...message.lines);
      else if ('areas' in message) areas.push(...message.areas);
      else if ('places' in message) places.push(...message.places);
      else if ('graph' in message) {
        resolve({ lines, areas, places, graph: message.graph, report: message.report });
      } else if ('problem' in message) fail(named(message.problem, task.name));
      else fail(new Problem('internal', { cause: new Error(message.error) }));
    });
    worker.on('error', (cause) => fail(new Problem('internal', { cause })));
    worker.on('exit', () => fail(new Problem('internal', { cause: new Error('the reading thread ended') })));
  });
