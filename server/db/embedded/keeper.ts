import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Problem } from '#core/problem.ts';
import { limits } from '../limits.ts';
import type { Answer, Ask, FaultFields, QueryAnswer, Request, WorkerStart } from './messages.ts';

/** An error of the embedded database with the fields that `pg` gives. */
class EmbeddedFault extends Error {
  readonly code: string | null;
  readonly detail: string | null;
  readonly constraint: string | null;
  readonly table: string | null;

  constructor(fault: FaultFields) {
    super(fault.message);
    this.name = 'EmbeddedFault';
    this.code = fault.code;
    this.detail = fault.detail;
    this.constraint = fault.constraint;
    this.table = fault.table;
  }
}

interface Pending {
  readonly settle: (answer: Answer) => void;
  readonly fail: (error: Error) => void;
}

/** One life of the worker: from opening to closing or to its forced end. */
class Life {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #next = 1;
  #end: Error | null = null;

  constructor(start: WorkerStart) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: start, execArgv: [] });
    this.#worker.on('message', (answer: Answer) => this.#pending.get(answer.id)?.settle(answer));
    this.#worker.on('error', (error) =>
      this.#fail(error instanceof Error ? error : new Error(String(error))),
    );
    this.#worker.on('messageerror', (error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`the database thread ended (${code})`)));
  }

  get hasEnded(): boolean {
    return this.#end !== null;
  }

  /** Waits for the answer to a number; 0 is the opening. Too long a wait is `timeout`. */
  await(id: number, limitMs: number): Promise<Answer> {
    if (this.#end !== null) return Promise.reject(this.#end);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#pending.delete(id);
        reject(new Problem('timeout'));
      }, limitMs);
      const done = () => {
        clearTimeout(timer);
        this.#pending.delete(id);
      };
      this.#pending.set(id, {
        settle: (answer) => {
          done();
          resolve(answer);
        },
        fail: (error) => {
          done();
          reject(error);
        },
      });
    });
  }

  ask(ask: Ask, limitMs: number): Promise<Answer> {
    const request: Request = { id: this.#next++, ...ask };
    const answer = this.await(request.id, limitMs);
    if (this.#end === null) this.#worker.postMessage(request);
    return answer;
  }

  async end(reason: Error): Promise<void> {
    this.#fail(reason);
    await this.#worker.terminate();
  }

  #fail(reason: Error): void {
    this.#end ??= reason;
    for (const pending of [...this.#pending.values()]) pending.fail(reason);
  }
}

const open = async (start: WorkerStart): Promise<Life> => {
  const life = new Life(start);
  try {
    const answer = await life.await(0, limits.openMs);
    if (answer.kind === 'not-open') throw new EmbeddedFault(answer.fault);
    return life;
  } catch (error) {
    await life.end(new Problem('unavailable'));
    throw error;
  }
};

/** Only what is there is opened again: PGlite would make an empty database of a folder that is gone. */
const openAgain = (folder: string): Promise<Life> => {
  if (existsSync(join(folder, 'PG_VERSION'))) return open({ folder, archive: null });
  return Promise.reject(new Error(`${folder} is not there any more`));
};

/**
 * Keeps the embedded database open: ends a stuck worker, notices a silent one, and opens the folder
 * anew, which keeps every committed row. A reopening that fails is tried again by whoever asks after a
 * pause. `lifeNumber` changes with each reopening.
 */
export class Keeper {
  readonly #folder: string;
  readonly #pauseMs: number;
  #life: Promise<Life>;
  /** On the clock of `performance.now()`; null while the last opening went well. */
  #failedAt: number | null = null;
  #lifeNumber = 1;
  #isClosed = false;

  private constructor(folder: string, life: Life, pauseMs: number) {
    this.#folder = folder;
    this.#pauseMs = pauseMs;
    this.#life = Promise.resolve(life);
  }

  /** @throws EmbeddedFault or Error when the folder does not open. */
  static async open(
    folder: string,
    archive: WorkerStart['archive'] = null,
    pauseMs: number = limits.reopenPauseMs,
  ): Promise<Keeper> {
    return new Keeper(folder, await open({ folder, archive }), pauseMs);
  }

  get lifeNumber(): number {
    return this.#lifeNumber;
  }

  /**
   * Waits for a reopening under way; starts one when the thread ended by itself or the last one failed.
   * @throws Problem `unavailable` while the folder does not open.
   */
  async ready(): Promise<void> {
    try {
      const life = await this.#current();
      if (life.hasEnded && !this.#isClosed) await this.#reopen(life, new Problem('unavailable'));
    } catch (cause) {
      throw cause instanceof Problem ? cause : new Problem('unavailable', { cause });
    }
  }

  /** @throws Problem `timeout` after the limit, `unavailable` when the answer cannot be believed. */
  async query(sql: string, parameters: readonly unknown[], limitMs: number): Promise<QueryAnswer> {
    const life = await this.#life;
    const answer = await this.#ask(life, { kind: 'query', sql, parameters }, limitMs);
    if (answer.kind === 'rows') return answer;
    await this.#reopen(life, new Problem('unavailable'));
    throw new Problem('unavailable');
  }

  /** The whole folder as one gzip archive. */
  async dump(): Promise<Uint8Array> {
    const answer = await this.#ask(await this.#life, { kind: 'dump' }, limits.bulkMs);
    if (answer.kind !== 'dump') throw new Problem('unavailable');
    return answer.archive;
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const life = await this.#life.catch(() => null);
    await life?.ask({ kind: 'close' }, 10_000).catch(() => undefined);
    await life?.end(new Problem('unavailable'));
  }

  async #ask(life: Life, ask: Ask, limitMs: number): Promise<Answer> {
    try {
      const answer = await life.ask(ask, limitMs);
      if (answer.kind === 'fault') throw new EmbeddedFault(answer.fault);
      return answer;
    } catch (error) {
      const isTimeout = error instanceof Problem && error.code === 'timeout';
      // Not awaited: the asker learns of the timeout at once, the next one waits for the reopening.
      if (isTimeout) this.#reopen(life, error).catch(() => undefined);
      throw error;
    }
  }

  #current(): Promise<Life> {
    const isDue = this.#failedAt !== null && performance.now() - this.#failedAt >= this.#pauseMs;
    return isDue && !this.#isClosed ? this.#begin(Promise.resolve()) : this.#life;
  }

  #reopen(life: Life, reason: Error): Promise<Life> {
    return this.#begin(life.end(reason));
  }

  #begin(ended: Promise<void>): Promise<Life> {
    this.#lifeNumber += 1;
    this.#failedAt = null;
    this.#life = ended.then(() => openAgain(this.#folder));
    // A folder that does not open again is told to whoever asks next.
    this.#life.catch(() => {
      this.#failedAt = performance.now();
    });
    return this.#life;
  }
}
