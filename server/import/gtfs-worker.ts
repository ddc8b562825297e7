import { parentPort, workerData } from 'node:worker_threads';
import type { Bbox } from '#core/place/units.ts';
import { type Fault, Problem, type ProblemCode } from '#core/problem.ts';
import { encodeTimetable } from '#core/transit/file.ts';
import { readGtfs } from '#core/transit/gtfs/read.ts';
import type { GtfsReport } from '#core/transit/gtfs/report.ts';
import type { BroughtFile } from '../context.ts';
import { type OpenFeed, openFeed } from './gtfs-tables.ts';

/** What the thread is started with; it answers with one `GtfsResult` and ends. */
export interface GtfsTask {
  readonly files: readonly BroughtFile[];
  readonly bounds: Bbox | null;
}

export type GtfsResult =
  | {
      readonly timetable: Uint8Array<ArrayBuffer>;
      readonly report: GtfsReport;
      readonly publishers: readonly string[];
    }
  | { readonly code: ProblemCode; readonly faults: readonly Fault[]; readonly values: Problem['values'] };

function read({ files, bounds }: GtfsTask): GtfsResult {
  const feeds: OpenFeed[] = [];
  try {
    for (const file of files) feeds.push(openFeed(file));
    const options = bounds === null ? {} : { bounds };
    const { timetable, report } = readGtfs(
      feeds.map(({ feed }) => feed),
      options,
    );
    const publishers = timetable.feeds.flatMap(({ publisher }) => publisher ?? []);
    return { timetable: encodeTimetable(timetable), report, publishers };
  } catch (error) {
    // An error of a class of ours would arrive as a plain one.
    if (!(error instanceof Problem)) throw error;
    return { code: error.code, faults: error.faults, values: error.values };
  } finally {
    for (const feed of feeds) feed.close();
  }
}

const result = read(workerData as GtfsTask);
parentPort?.postMessage(result, 'timetable' in result ? [result.timetable.buffer] : []);
