import { Worker } from 'node:worker_threads';
import { Problem } from '#core/problem.ts';
import type { AnswerOf, TaskKind, TaskOf } from './tasks/index.ts';
import { type ToWorker, type WorkerAnswer, worldsKept } from './worker-messages.ts';
import type { World } from './world.ts';

interface RunOptions {
  /** Breaks the task off, whether it waits or is under way. */
  readonly signal?: AbortSignal | undefined;
  /** Work that nobody waits for: it lets everything else go first. */
  readonly isBackground?: boolean;
}

/** Threads that compute travel, so that the server goes on answering meanwhile. */
export interface Pool {
  /** @throws Problem `unavailable` when broken off or closed, `internal` when the thread fails. */
  run<Kind extends TaskKind>(
    world: World,
    kind: Kind,
    task: TaskOf<Kind>,
    options?: RunOptions,
  ): Promise<AnswerOf<Kind>>;
  /** Ends the threads: work in hand is broken off, later work fails with `unavailable`. */
  close(): Promise<void>;
}

interface Job {
  readonly world: World;
  readonly kind: TaskKind;
  readonly task: unknown;
  readonly isBackground: boolean;
  /** 1 once it is broken off; the thread looks at it now and then. */
  readonly flag: Int32Array;
  readonly resolve: (answer: never) => void;
  readonly reject: (problem: Problem) => void;
}

/** A thread that has not ended by itself after so long is cut off. */
const graceMs = 5_000;

/** A thread with the worlds it has been told of; null while it does not run. */
class Thread {
  readonly #whenFree: () => void;
  #worker: Worker | null = null;
  #job: Job | null = null;
  /** In the order of use, as the thread itself keeps them. */
  #known: readonly string[] = [];

  constructor(whenFree: () => void) {
    this.#whenFree = whenFree;
  }

  get isFree(): boolean {
    return this.#job === null;
  }

  /** Starts with the first task, and anew after a crash; never keeps an idle process alive. */
  start(job: Job): void {
    this.#worker ??= this.#launch();
    this.#worker.ref();
    this.#job = job;
    const { world, kind, task, flag } = job;
    const isKnown = this.#known.includes(world.key);
    this.#known = [...this.#known.filter((key) => key !== world.key), world.key].slice(-worldsKept);
    const message: ToWorker = { key: world.key, world: isKnown ? null : world, kind, task, flag };
    this.#worker.postMessage(message);
  }

  /**
   * Breaks off what is in hand and lets the thread run out by itself: cutting a thread off while it loads or
   * computes has been seen to bring the whole process down.
   */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker === null) return;
    if (this.#job !== null) Atomics.store(this.#job.flag, 0, 1);
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    const cut = setTimeout(() => void worker.terminate(), graceMs);
    worker.ref();
    worker.postMessage(null);
    await ended;
    clearTimeout(cut);
  }

  #launch(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    worker.on('message', (answer: WorkerAnswer) => {
      if ('answer' in answer) this.#finish((job) => job.resolve(answer.answer as never));
      else this.#finish((job) => job.reject(toProblem(answer)));
    });
    worker.on('error', (cause) => this.#finish((job) => job.reject(new Problem('internal', { cause }))));
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null;
      this.#known = [];
      this.#finish((job) => job.reject(new Problem('unavailable')));
    });
    return worker;
  }

  #finish(settle: (job: Job) => void): void {
    const job = this.#job;
    this.#job = null;
    this.#worker?.unref();
    if (job !== null) settle(job);
    this.#whenFree();
  }
}

const toProblem = (answer: Exclude<WorkerAnswer, { answer: unknown }>): Problem => {
  if ('cancelled' in answer) return new Problem('unavailable');
  if ('problem' in answer) {
    const { code, faults, values } = answer.problem;
    return new Problem(code, { faults, values: { ...values } });
  }
  return new Problem('internal', { cause: new Error(answer.error) });
};

/** @param size threads at work at the same time; what comes besides waits in line, background work last. */
export function createPool(size = 2): Pool {
  const waiting: Job[] = [];
  let isClosed = false;
  const next = (): Job | undefined => {
    const urgent = waiting.findIndex(({ isBackground }) => !isBackground);
    return waiting.splice(Math.max(0, urgent), 1)[0];
  };
  const hand = () => {
    for (const thread of threads) {
      if (isClosed || !thread.isFree) continue;
      const job = next();
      if (job === undefined) return;
      thread.start(job);
    }
  };
  const threads = Array.from({ length: size }, () => new Thread(hand));

  return {
    run(world, kind, task, { signal, isBackground = false } = {}) {
      if (isClosed || signal?.aborted) return Promise.reject(new Problem('unavailable'));
      return new Promise((resolve, reject) => {
        const flag = new Int32Array(new SharedArrayBuffer(4));
        const job: Job = { world, kind, task, isBackground, flag, resolve, reject };
        const breakOff = () => {
          Atomics.store(flag, 0, 1);
          const place = waiting.indexOf(job);
          if (place < 0) return;
          waiting.splice(place, 1);
          reject(new Problem('unavailable'));
        };
        signal?.addEventListener('abort', breakOff, { once: true });
        waiting.push(job);
        hand();
      });
    },
    async close() {
      isClosed = true;
      for (const { reject } of waiting.splice(0)) reject(new Problem('unavailable'));
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
