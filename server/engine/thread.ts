import { Worker } from 'node:worker_threads';
import { Problem } from '#core/problem.ts';
import type { TravelMatrix } from '#core/roads/journey.ts';
import type { MatrixTask, TaskMessage, TaskResult } from './worker.ts';

/** A thread that computes travel, so that the server goes on answering meanwhile. */
export interface TravelThread {
  run(task: MatrixTask): Promise<TravelMatrix>;
  /** Ends the thread; work in hand and later work fails with `unavailable`. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (matrix: TravelMatrix) => void;
  readonly reject: (problem: Problem) => void;
}

/** The thread starts with the first task, and anew after a crash; it never keeps an idle process alive. */
export function createTravelThread(): TravelThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;
  let isClosed = false;

  const settle = (result: TaskResult) => {
    const task = waiting.get(result.id);
    waiting.delete(result.id);
    if (waiting.size === 0) worker?.unref();
    if ('matrix' in result) task?.resolve(result.matrix);
    else task?.reject(new Problem('internal', { cause: new Error(result.error) }));
  };
  const failAll = (problem: Problem) => {
    for (const task of waiting.values()) task.reject(problem);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url));
    started.on('message', settle);
    started.on('error', (cause) => failAll(new Problem('internal', { cause })));
    started.on('exit', () => {
      if (worker === started) worker = null;
      failAll(new Problem('unavailable'));
    });
    return started;
  };

  return {
    run(task) {
      if (isClosed) return Promise.reject(new Problem('unavailable'));
      worker ??= start();
      worker.ref();
      lastId += 1;
      const message: TaskMessage = { id: lastId, task };
      const result = new Promise<TravelMatrix>((resolve, reject) => {
        waiting.set(message.id, { resolve, reject });
      });
      worker.postMessage(message);
      return result;
    },
    async close() {
      isClosed = true;
      await worker?.terminate();
    },
  };
}
