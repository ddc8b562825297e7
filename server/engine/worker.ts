import { parentPort } from 'node:worker_threads';
import { Problem } from '#core/problem.ts';
import { Cancelled } from '#core/transit/rounds.ts';
import { createMemo } from './memo.ts';
import { tasks } from './tasks/index.ts';
import { type ToWorker, type WorkerAnswer, worldsKept } from './worker-messages.ts';
import type { World } from './world.ts';

const worlds = createMemo<World>(worldsKept);

function run({ key, world, kind, task, flag }: ToWorker): WorkerAnswer {
  try {
    const known = worlds(key, () => {
      if (world === null) throw new Error(`a task in a world that was never told: ${key}`);
      return world;
    });
    const isCancelled = () => Atomics.load(flag, 0) === 1;
    // Each task reads what its own kind is given; `Pool.run` holds them together.
    return { answer: tasks[kind](known, task as never, isCancelled) };
  } catch (error) {
    if (error instanceof Cancelled) return { cancelled: true };
    if (error instanceof Problem) {
      const { code, faults, values } = error;
      return { problem: { code, faults, values } };
    }
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

// Nothing more to come: with its port closed the thread ends by itself.
parentPort?.on('message', (message: ToWorker | null) => {
  if (message === null) parentPort?.close();
  else parentPort?.postMessage(run(message));
});
