import type { Logger } from 'pino';
import { localDay } from '#core/offer/local-time.ts';
import type { Jobs } from '../context.ts';
import { type JobQueue, openJobs } from '../db/jobs.ts';
import { readCurrentVersions } from '../db/queries/versions.ts';
import { createJobs, type JobWorld } from './index.ts';
import { createLedger } from './ledger.ts';
import { createRunner } from './runner.ts';

export interface StartedJobs extends Jobs {
  /** After a switch-over, and once when the server is up. */
  look(): void;
  /** The day in the region for which the dates of events are laid out, "2026-07-18". */
  laidOutOn(): string;
  stop(): Promise<void>;
}

export interface JobsOptions extends Omit<JobWorld, 'onLaidOut'> {
  readonly log: Pick<Logger, 'error'>;
  /** When the dates of events were laid out last. */
  readonly laidOut: Date;
}

/** The work beside requests of one server. Its queues are opened when they are first needed. */
export const startJobs = ({ log, laidOut, ...world }: JobsOptions): StartedJobs => {
  const { database, clock } = world;
  const ledger = createLedger();
  let day = localDay(laidOut);
  const onLaidOut = (next: string) => {
    day = next;
  };
  const jobs = createJobs({ ...world, onLaidOut });
  const names = jobs.filter(({ scope }) => scope === 'shared').map(({ name }) => name);
  const onError = (error: unknown) => log.error({ err: error }, 'the queue of jobs failed');
  let opening: Promise<JobQueue | null> | null = null;
  const queue = () => {
    opening ??= openJobs(database, names, onError).catch((error: unknown) => {
      // A role that may create no schema: every process does all work by itself, as without a queue.
      log.error({ err: error }, 'the database keeps no queue of jobs');
      return null;
    });
    return opening;
  };
  const runner = createRunner({
    jobs,
    queue,
    ledger,
    log,
    clock,
    readVersions: () => readCurrentVersions(database.db),
    isShared: database.kind === 'postgresql',
  });
  return {
    progress: () => ledger.read(),
    look: runner.look,
    laidOutOn: () => day,
    stop: async () => {
      await runner.stop();
      await (await opening)?.close();
    },
  };
};
