import type { DatasetName, DatasetVersion } from '#core/place/provenance.ts';
import type { Tell } from './ledger.ts';

/** What a run of a job is given. */
export interface Run {
  /** All current versions; its result is worth nothing on others. */
  readonly versions: readonly DatasetVersion[];
  /** The day in the region, "2026-07-18". */
  readonly day: string;
  readonly tell: Tell;
  /** Aborted when the data or the day move on under it, and when the server ends. */
  readonly signal: AbortSignal;
}

/** Work that follows from dataset versions, beside requests. Run twice, it does no harm. */
export interface Job {
  readonly name: string;
  /** A new version of one of these makes it due; nothing else does but the day. */
  readonly datasets: readonly DatasetName[];
  /** Whether it is due anew every day. */
  readonly isDaily: boolean;
  /**
   * `shared`: what comes of it lies in the database. It is kept in a queue there, done once for all processes, and
   * taken up again when whoever did it was killed. `own`: what comes of it lies in the memory of this process, and
   * goes with it.
   */
  readonly scope: 'shared' | 'own';
  /** Of a shared one: every other process runs it too when it is done, to read what came of it. */
  readonly isReadByAll?: boolean;
  /** Of a shared one: the start of a server has done it already for the state it starts with. */
  readonly isDoneAtStart?: boolean;
  run(run: Run): Promise<void>;
  /** Called when it is done, by whatever process. */
  settled?(day: string): void;
}
