import { parentPort, workerData } from 'node:worker_threads';
import { type Fault, Problem, type ProblemCode } from '#core/problem.ts';
import { readTerritories, type TerritoryAnswer, type TerritoryTask } from './territory-task.ts';

/** What the thread, started with a `TerritoryTask`, answers before it ends. */
export type TerritoryResult =
  | TerritoryAnswer
  | { readonly code: ProblemCode; readonly faults: readonly Fault[]; readonly values: Problem['values'] };

async function answer(): Promise<TerritoryResult> {
  try {
    return await readTerritories(workerData as TerritoryTask);
  } catch (error) {
    // An error of a class of ours would arrive as a plain one.
    if (!(error instanceof Problem)) throw error;
    return { code: error.code, faults: error.faults, values: error.values };
  }
}

parentPort?.postMessage(await answer());
