import { parentPort } from 'node:worker_threads';
import type { StreetGraph } from '#core/roads/graph.ts';
import { type TravelMatrix, travelMatrix } from '#core/roads/journey.ts';
import type { Snap } from '#core/roads/snap.ts';
import type { Mode } from '#core/roads/street.ts';

/** The one slow piece of work: journeys between all origins and all destinations. The graph is shared, not copied. */
export interface MatrixTask {
  readonly graph: StreetGraph;
  readonly mode: Mode;
  readonly origins: readonly (Snap | null)[];
  readonly destinations: readonly (Snap | null)[];
}

export interface TaskMessage {
  readonly id: number;
  readonly task: MatrixTask;
}

export type TaskResult =
  | { readonly id: number; readonly matrix: TravelMatrix }
  | { readonly id: number; readonly error: string };

parentPort?.on('message', ({ id, task }: TaskMessage) => {
  const answer = (result: TaskResult) => parentPort?.postMessage(result);
  try {
    answer({ id, matrix: travelMatrix(task.graph, task.mode, task.origins, task.destinations) });
  } catch (error) {
    answer({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
