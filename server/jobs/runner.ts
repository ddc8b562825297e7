import { localDay } from '#core/offer/local-time.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import type { Clock } from '../context.ts';
import { attend, type Desk, type Due, keyOf, versionsOf } from './attend.ts';
import type { Job } from './job.ts';

/** Does what is due: at the start, after every switch-over, and when the day in the region changes. */
export interface Runner {
  /** Looks at once whether anything is due; what is under way for a state that has gone is broken off. */
  look(): void;
  /** Breaks off what is under way and gives it back. */
  stop(): Promise<void>;
}

export interface RunnerOptions extends Omit<Desk, 'isStale' | 'known'> {
  readonly jobs: readonly Job[];
  /** Straight from the database. */
  readonly readVersions: () => Promise<readonly DatasetVersion[]>;
  readonly clock: Clock;
  /** Whether other processes may import into the same database: then it is looked at now and then. */
  readonly isShared: boolean;
  /** How long until it looks again after something could not be done yet, in milliseconds. */
  readonly againMs?: number;
}

const usualAgainMs = 2_000;
/** The clock is looked at, and where others import the database, so often. */
const tickMs = 30_000;

export const createRunner = (options: RunnerOptions): Runner => {
  const { jobs, readVersions, clock, log, isShared, againMs = usualAgainMs } = options;
  /** By job, the key that this process is through with. */
  const settled = new Map<string, string>();
  let isWanted = false;
  let isStopped = false;
  let isFirst = true;
  let working: Promise<void> | null = null;
  let underWay: { readonly due: Due; readonly controller: AbortController } | null = null;
  let again: NodeJS.Timeout | null = null;
  let lookedOn = '';
  const isStale = async ({ job, key }: Due): Promise<boolean> =>
    keyOf(job, await readVersions(), localDay(clock.now())) !== key;
  const desk: Desk = { ...options, isStale, known: new Set() };

  const findDue = async (): Promise<readonly Due[]> => {
    const versions = await readVersions();
    const day = localDay(clock.now());
    lookedOn = day;
    const all = jobs.map((job): Due => ({ job, key: keyOf(job, versions, day), versions, day }));
    if (isFirst) for (const { job, key } of all) if (job.isDoneAtStart) settled.set(job.name, key);
    isFirst = false;
    return all.filter(({ job, key }) => settled.get(job.name) !== key);
  };

  /** One after the other; after each it is looked anew what is due, because an import may have come meanwhile. */
  const pass = async (): Promise<void> => {
    const later = new Set<string>();
    while (!isStopped) {
      const open = (await findDue()).filter(({ job, key }) => !later.has(`${job.name} ${key}`));
      const [due] = open;
      if (due === undefined) return;
      for (const { job, versions } of open) options.ledger.wait(job.name, versionsOf(job, versions));
      const controller = new AbortController();
      underWay = { due, controller };
      const outcome = await attend(desk, due, controller.signal).finally(() => {
        underWay = null;
      });
      if (outcome === 'settled') {
        settled.set(due.job.name, due.key);
        due.job.settled?.(due.day);
      } else if (outcome === 'later') {
        later.add(`${due.job.name} ${due.key}`);
        lookAgain();
      }
    }
  };

  const lookAgain = (): void => {
    again ??= setTimeout(() => {
      again = null;
      look();
    }, againMs).unref();
  };

  const work = async (): Promise<void> => {
    while (isWanted && !isStopped) {
      isWanted = false;
      try {
        await pass();
      } catch (error) {
        // The database is busy or being opened anew: what is due stays due.
        if (!isStopped) log.error({ err: error }, 'what is due could not be looked up');
        lookAgain();
      }
    }
  };

  const breakOffStale = async (): Promise<void> => {
    const held = underWay;
    if (held !== null && (await isStale(held.due))) held.controller.abort();
  };

  const look = (): void => {
    if (isStopped) return;
    isWanted = true;
    breakOffStale().catch(() => undefined);
    working ??= work().finally(() => {
      working = null;
      if (isWanted) look();
    });
  };

  const tick = setInterval(() => {
    if (isShared || localDay(clock.now()) !== lookedOn) look();
  }, tickMs).unref();

  return {
    look,
    async stop() {
      isStopped = true;
      clearInterval(tick);
      if (again !== null) clearTimeout(again);
      underWay?.controller.abort();
      await working;
    },
  };
};
