import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DatasetVersion } from '#core/place/provenance.ts';
import type { Database } from '#server/db/database.ts';
import { embeddedDatabase } from '#server/db/database.ts';
import { openFolder } from '#server/db/embedded/folder.ts';
import { type JobLimits, type JobQueue, openJobs } from '#server/db/jobs.ts';
import type { Job, Run } from '#server/jobs/job.ts';
import { createLedger } from '#server/jobs/ledger.ts';
import { createRunner, type Runner } from '#server/jobs/runner.ts';
import { version } from '../toytown/engine-data.ts';
import { onPostgres, openTestDatabase, root, type TestDatabase } from './harness.ts';

let test: TestDatabase;
let database: Database;
beforeAll(async () => {
  test = await openTestDatabase();
  database = test;
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

const runners: Runner[] = [];
const queues: JobQueue[] = [];
afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.stop();
  for (const queue of queues.splice(0)) await queue.close();
});

const names = ['draw', 'count'];
const limits: JobLimits = { retries: 1, retryDelaySeconds: 1, heartbeatSeconds: 10 };
const errors = vi.fn();

/** One server process: its own ledger and runner over the common database. */
const start = async (
  jobs: readonly Job[],
  state: { versions: DatasetVersion[]; now?: Date; isAway?: boolean },
) => {
  const queue = await openJobs(database, [...names, 'endless'], errors, limits);
  queues.push(queue);
  const ledger = createLedger();
  const runner = createRunner({
    jobs,
    queue: async () => queue,
    ledger,
    log: { error: () => undefined },
    clock: { now: () => state.now ?? new Date('2026-07-10T09:00:00Z') },
    readVersions: async () => {
      if (state.isAway === true) throw new Error('away');
      return state.versions;
    },
    isShared: onPostgres,
    againMs: 100,
  });
  runners.push(runner);
  return {
    runner,
    ledger,
    linesOf: (name: string) => ledger.read().jobs.filter(({ kind }) => kind === name),
  };
};

const job = (name: string, run: (run: Run) => Promise<void>, more: Partial<Job> = {}): Job => ({
  name,
  datasets: ['venues'],
  isDaily: false,
  scope: 'shared',
  run,
  ...more,
});

const patience = { timeout: 60_000, interval: 50 };

/** Of a dataset with a number that no other test has. */
let number = 100;
const fresh = () => {
  number += 1;
  return version(number, 'venues');
};

const untilAborted = ({ signal }: Run) =>
  new Promise<void>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('broken off')), { once: true });
  });

describe('work beside requests', () => {
  it('is done in its order, once for each state, and tells how far it is', async () => {
    const state = { versions: [fresh(), version(1, 'events')] };
    const done: string[] = [];
    const { runner, ledger } = await start(
      [
        job('draw', async ({ tell }) => {
          tell('car', 1, 2);
          tell('bus', 3, 3);
          expect(ledger.read().jobs.map(({ id, state }) => [id, state])).toEqual([
            ['draw/car', 'running'],
            ['draw/bus', 'finished'],
            ['count', 'waiting'],
          ]);
          done.push('draw');
        }),
        job('count', async () => void done.push('count'), { scope: 'own' }),
      ],
      state,
    );
    runner.look();
    await vi.waitFor(() => expect(done).toEqual(['draw', 'count']), patience);
    await vi.waitFor(() => expect(ledger.read().jobs.every(({ state }) => state === 'finished')).toBe(true));
    const dataVersions = [{ dataset: 'venues', id: state.versions[0]?.id }];
    const line = { kind: 'draw', state: 'finished', reason: null, dataVersions };
    expect(ledger.read().jobs).toEqual([
      { id: 'draw/car', done: 1, of: 2, ...line },
      { id: 'draw/bus', done: 3, of: 3, ...line },
      { ...line, id: 'count', kind: 'count', done: 0, of: 0 },
    ]);
    // A version of what it does not depend on makes nothing due.
    state.versions = [...state.versions.slice(0, 1), version(2, 'events')];
    runner.look();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(done).toEqual(['draw', 'count']);
    state.versions = [fresh()];
    runner.look();
    await vi.waitFor(() => expect(done).toEqual(['draw', 'count', 'draw', 'count']), patience);
  });

  it('is broken off when the data move on under it, and done for the new ones', async () => {
    const state = { versions: [fresh()] };
    const seen: (number | undefined)[] = [];
    const { runner } = await start(
      [
        job('draw', async (run) => {
          seen.push(run.versions[0]?.id);
          if (seen.length === 1) await untilAborted(run);
        }),
      ],
      state,
    );
    runner.look();
    await vi.waitFor(() => expect(seen).toHaveLength(1), patience);
    const [first] = state.versions;
    state.versions = [fresh()];
    runner.look();
    await vi.waitFor(() => expect(seen).toEqual([first?.id, state.versions[0]?.id]), patience);
  });

  it('is tried again when it fails, and in the end says that and why', async () => {
    const state = { versions: [fresh()] };
    const run = vi.fn(async () => {
      throw new Error('disk full');
    });
    const { runner, linesOf } = await start([job('draw', run)], state);
    runner.look();
    await vi.waitFor(
      () => expect(linesOf('draw')).toMatchObject([{ state: 'waiting', reason: 'disk full' }]),
      patience,
    );
    await vi.waitFor(
      () => expect(linesOf('draw')).toMatchObject([{ state: 'failed', reason: 'disk full' }]),
      patience,
    );
    expect(run).toHaveBeenCalledTimes(2);
    // Other work goes on meanwhile; the next state is tried anew.
    state.versions = [fresh()];
    runner.look();
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(3), patience);
  });

  it('is settled though the database cannot say whether the state has gone, and tried again when it can', async () => {
    const state = { versions: [fresh()], isAway: false };
    const run = vi.fn(async () => {
      state.isAway = run.mock.calls.length === 1;
      if (state.isAway) throw new Error('away');
    });
    const { runner, linesOf } = await start([job('draw', run)], state);
    runner.look();
    await vi.waitFor(
      () => expect(linesOf('draw')).toMatchObject([{ state: 'waiting', reason: 'away' }]),
      patience,
    );
    state.isAway = false;
    await vi.waitFor(() => expect(linesOf('draw')).toMatchObject([{ state: 'finished' }]), patience);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('that failed in the memory of this process alone says so too, and lets the rest go on', async () => {
    const state = { versions: [fresh()] };
    const after = vi.fn(async () => undefined);
    const broken = async () => {
      throw new Error('no font');
    };
    const { runner, linesOf } = await start(
      [job('draw', broken, { scope: 'own' }), job('count', after, { scope: 'own' })],
      state,
    );
    runner.look();
    await vi.waitFor(() => expect(after).toHaveBeenCalledTimes(1), patience);
    expect(linesOf('draw')).toMatchObject([{ state: 'failed', reason: 'no font' }]);
  });

  it('is due again on the next day where it is daily, and tells which day it was done for', async () => {
    const state = { versions: [fresh()], now: new Date('2026-07-10T20:59:00Z') };
    const days: string[] = [];
    const run = vi.fn(async () => undefined);
    const { runner } = await start(
      [job('draw', run, { isDaily: true, isDoneAtStart: true, settled: (day) => days.push(day) })],
      state,
    );
    runner.look();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(run).not.toHaveBeenCalled();
    state.now = new Date('2026-07-10T21:01:00Z');
    runner.look();
    await vi.waitFor(() => expect(days).toEqual(['2026-07-11']), patience);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('is given back when the server ends, and done by the next one at once', async () => {
    const state = { versions: [fresh()] };
    const begun = vi.fn();
    const first = await start(
      [
        job('draw', (run) => {
          begun();
          return untilAborted(run);
        }),
      ],
      state,
    );
    first.runner.look();
    await vi.waitFor(() => expect(begun).toHaveBeenCalled(), patience);
    await first.runner.stop();
    const run = vi.fn(async () => undefined);
    const next = await start([job('draw', run)], state);
    next.runner.look();
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1), { timeout: 5_000, interval: 50 });
  });

  it('of two processes is done by one, and only read by the other', async () => {
    const state = { versions: [fresh()] };
    const running = new Set<string>();
    const log: string[] = [];
    const jobOf = (process: string, isReadByAll: boolean) => {
      const name = isReadByAll ? 'draw' : 'count';
      return job(
        name,
        async () => {
          expect(running.has(name)).toBe(false);
          running.add(name);
          await new Promise((resolve) => setTimeout(resolve, 300));
          running.delete(name);
          log.push(`${name} ${process}`);
        },
        { isReadByAll },
      );
    };
    const a = await start([jobOf('a', true), jobOf('a', false)], state);
    const b = onPostgres ? await start([jobOf('b', true), jobOf('b', false)], state) : null;
    a.runner.look();
    b?.runner.look();
    const settled = ({ ledger }: typeof a) =>
      ledger.read().jobs.filter(({ state }) => state === 'finished').length;
    if (b === null) {
      await vi.waitFor(() => expect(log).toEqual(['draw a', 'count a']), patience);
      return;
    }
    await vi.waitFor(() => {
      expect(log.filter((line) => line.startsWith('draw')).sort()).toEqual(['draw a', 'draw b']);
      expect(log.filter((line) => line.startsWith('count'))).toHaveLength(1);
      expect(settled(a) + settled(b)).toBeGreaterThanOrEqual(3);
    }, patience);
  });
});

it('cut off by kill -9 is taken up again at the next start', async () => {
  if (!onPostgres) await database.close();
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./endless-job.ts', import.meta.url)), test.place],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  expect(chunk.toString()).toBe('begun\n');
  child.kill('SIGKILL');
  await once(child, 'exit');
  if (!onPostgres) database = embeddedDatabase(await openFolder(test.place, () => undefined));
  const run = vi.fn(async () => undefined);
  const { runner } = await start([job('endless', run)], { versions: [version(7, 'venues')] });
  runner.look();
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1), patience);
  expect(errors.mock.calls).toEqual([]);
}, 120_000);
