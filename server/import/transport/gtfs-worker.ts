import { parentPort, workerData } from 'node:worker_threads';
import { type Fault, Problem, type ProblemCode } from '#core/problem.ts';
import { type GtfsContent, type GtfsTask, readFeeds } from './gtfs-read.ts';

/** What the thread, started with a `GtfsTask`, answers before it ends. */
export type GtfsResult =
  | GtfsContent
  | { readonly code: ProblemCode; readonly faults: readonly Fault[]; readonly values: Problem['values'] };

function answer(): GtfsResult {
  try {
    return readFeeds(workerData as GtfsTask);
  } catch (error) {
    // An error of a class of ours would arrive as a plain one.
    if (!(error instanceof Problem)) throw error;
    return { code: error.code, faults: error.faults, values: error.values };
  }
}

const result = answer();
parentPort?.postMessage(result, 'timetable' in result ? [result.timetable.buffer] : []);
