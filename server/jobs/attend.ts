import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { type DatasetVersion, stateOf } from '#core/place/provenance.ts';
import type { JobQueue, TakenJob } from '../db/jobs.ts';
import type { Job } from './job.ts';
import type { Ledger } from './ledger.ts';

/** A job for one state of the data and, where it matters, one day. */
export interface Due {
  readonly job: Job;
  readonly key: string;
  readonly versions: readonly DatasetVersion[];
  readonly day: string;
}

export interface Desk {
  /** Null where the database keeps none: then every process does all work by itself. */
  readonly queue: () => Promise<JobQueue | null>;
  readonly ledger: Ledger;
  readonly log: Pick<Logger, 'error'>;
  /** Whether the state that it is due for has gone meanwhile. */
  readonly isStale: (due: Due) => Promise<boolean>;
  /** What this process has waited for or worked on: what failed before its time is tried anew. */
  readonly known: Set<string>;
  /** How often a job says that it is worked on, in milliseconds. */
  readonly beatMs?: number;
}

/**
 * `settled`: done, or given up for this state. `later`: not to be had now. `moved-on`: the state has gone, or the
 * server ends.
 */
export type Outcome = 'settled' | 'later' | 'moved-on';

const usualBeatMs = 10_000;

export const versionsOf = ({ datasets }: Job, versions: readonly DatasetVersion[]): DatasetVersion[] =>
  versions.filter(({ dataset }) => datasets.includes(dataset));

/** Names what a job is done for: the same name is the same work. */
export const keyOf = (job: Job, versions: readonly DatasetVersion[], day: string): string => {
  const parts = [stateOf(versions, job.datasets), job.isDaily ? day : ''];
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 32);
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Whether nobody waits for it any more. A database that cannot be asked has not moved on: the job has to be
 * settled all the same, or it would count as worked on until its time is up.
 */
const hasMovedOn = async ({ isStale }: Desk, due: Due, signal: AbortSignal): Promise<boolean> =>
  signal.aborted || (await isStale(due).catch(() => false));

/** Runs it here and now. */
const run = async ({ ledger }: Desk, { job, versions, day }: Due, signal: AbortSignal): Promise<void> => {
  const tell = ledger.begin(job.name, versionsOf(job, versions));
  await job.run({ versions, day, tell, signal });
  ledger.finish(job.name);
};

/** Work in this process only: whoever asks meanwhile computes what is missing, so it is tried once a state. */
const attendOwn = async (desk: Desk, due: Due, signal: AbortSignal): Promise<Outcome> => {
  try {
    await run(desk, due, signal);
    return 'settled';
  } catch (error) {
    if (await hasMovedOn(desk, due, signal)) return 'moved-on';
    desk.log.error({ err: error, job: due.job.name }, 'work ahead failed');
    desk.ledger.fail(due.job.name, versionsOf(due.job, due.versions), reasonOf(error));
    return 'settled';
  }
};

/** Holds a job while it is worked on, and settles it as it ended. */
const runTaken = async (
  desk: Desk,
  queue: JobQueue,
  due: Due,
  taken: TakenJob,
  signal: AbortSignal,
): Promise<Outcome> => {
  const { log, ledger, beatMs = usualBeatMs } = desk;
  const { name } = due.job;
  const beat = setInterval(() => {
    queue.beat(name, taken).catch((error: unknown) => log.error({ err: error }, 'a job was not kept alive'));
  }, beatMs).unref();
  try {
    await run(desk, due, signal);
    await queue.complete(name, taken);
    return 'settled';
  } catch (error) {
    if (await hasMovedOn(desk, due, signal)) {
      await queue.giveBack(name, taken).catch(() => undefined);
      return 'moved-on';
    }
    log.error({ err: error, job: name }, 'work ahead failed and is tried again');
    await queue.fail(name, taken, reasonOf(error));
    ledger.wait(name, versionsOf(due.job, due.versions), reasonOf(error));
    return 'later';
  } finally {
    clearInterval(beat);
  }
};

const attendShared = async (desk: Desk, queue: JobQueue, due: Due, signal: AbortSignal): Promise<Outcome> => {
  const { ledger, known } = desk;
  const { job, key } = due;
  const found = await queue.state(job.name, key);
  if (found.state === 'completed') return job.isReadByAll ? attendOwn(desk, due, signal) : 'settled';
  if (found.state === 'failed' && known.has(`${job.name} ${key}`)) {
    ledger.fail(job.name, versionsOf(job, due.versions), found.reason);
    return 'settled';
  }
  known.add(`${job.name} ${key}`);
  if (found.state === 'none' || found.state === 'failed') await queue.send(job.name, key);
  const taken = await queue.take(job.name);
  if (taken?.key === key) return runTaken(desk, queue, due, taken, signal);
  // Asked for by a process that sees another state; it is asked for again where it is wanted.
  if (taken !== null) await queue.giveBack(job.name, taken);
  else if (found.state === 'active') await queue.tidy();
  ledger.wait(job.name, versionsOf(job, due.versions), found.state === 'waiting' ? found.reason : null);
  return 'later';
};

/** Does what is due, if it is to be had. */
export const attend = async (desk: Desk, due: Due, signal: AbortSignal): Promise<Outcome> => {
  const queue = due.job.scope === 'own' ? null : await desk.queue();
  return queue === null ? attendOwn(desk, due, signal) : attendShared(desk, queue, due, signal);
};
