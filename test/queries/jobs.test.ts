import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type JobLimits, type JobQueue, openJobs } from '#server/db/jobs.ts';
import { onPostgres, openTestDatabase, type TestDatabase } from './harness.ts';

let database: TestDatabase;
const open: JobQueue[] = [];
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  for (const queue of open) await queue.close();
  await database.drop();
});

const errors = vi.fn();
const quick: JobLimits = { retries: 1, retryDelaySeconds: 1, heartbeatSeconds: 10 };

/** As another process would, on PostgreSQL; on the embedded database as the next start. */
const openQueue = async (limits: Partial<JobLimits> = {}): Promise<JobQueue> => {
  const queue = await openJobs(database, ['one', 'other'], errors, { ...quick, ...limits });
  open.push(queue);
  return queue;
};

let count = 0;
const newKey = () => `key-${count++}`;

describe('a queue of jobs', () => {
  it('gives a job once, however often it is asked for', async () => {
    const queue = await openQueue();
    const key = newKey();
    expect(await queue.state('one', key)).toEqual({ state: 'none' });
    await queue.send('one', key);
    await queue.send('one', key);
    expect(await queue.state('one', key)).toEqual({ state: 'waiting', reason: null });
    const job = await queue.take('one');
    expect(job?.key).toBe(key);
    expect(await queue.state('one', key)).toEqual({ state: 'active' });
    await queue.send('one', key);
    expect(await queue.take('one')).toBeNull();
    expect(await queue.take('other')).toBeNull();
    if (job !== null) await queue.complete('one', job);
    expect(await queue.state('one', key)).toEqual({ state: 'completed' });
    expect(await queue.take('one')).toBeNull();
  });

  it('remembers the newest key only: what was done for an older state counts no longer', async () => {
    const queue = await openQueue();
    const [older, newer] = [newKey(), newKey()];
    await queue.send('one', older);
    const job = await queue.take('one');
    if (job !== null) await queue.complete('one', job);
    await queue.send('one', newer);
    expect(await queue.state('one', older)).toEqual({ state: 'none' });
    expect((await queue.take('one'))?.key).toBe(newer);
  });

  it('tries failed work again after a while, and ends with the reason', async () => {
    const queue = await openQueue();
    const key = newKey();
    await queue.send('other', key);
    const first = await queue.take('other');
    if (first === null) throw new Error('nothing to take');
    await queue.fail('other', first, 'disk full');
    expect(await queue.state('other', key)).toEqual({ state: 'waiting', reason: 'disk full' });
    expect(await queue.take('other')).toBeNull();
    const second = await vi.waitFor(
      async () => {
        const job = await queue.take('other');
        if (job === null) throw new Error('not yet');
        return job;
      },
      { timeout: 20_000, interval: 200 },
    );
    await queue.fail('other', second, 'disk still full');
    expect(await queue.state('other', key)).toEqual({ state: 'failed', reason: 'disk still full' });
    // Asked for anew, it begins anew.
    await queue.send('other', key);
    expect((await queue.take('other'))?.attempt.retryCount).toBe(0);
  });

  it('takes back what somebody could not finish, without counting it', async () => {
    const queue = await openQueue();
    const key = newKey();
    await queue.send('other', key);
    const job = await queue.take('other');
    if (job !== null) await queue.giveBack('other', job);
    expect(await queue.state('other', key)).toEqual({ state: 'none' });
  });

  it('lets nobody settle an attempt that is no longer his', async () => {
    const queue = await openQueue();
    const key = newKey();
    await queue.send('one', key);
    const job = await queue.take('one');
    if (job === null) throw new Error('nothing to take');
    const stale = { ...job, attempt: { ...job.attempt, retryCount: 7 } };
    await queue.complete('one', stale);
    expect(await queue.state('one', key)).toEqual({ state: 'active' });
    await queue.complete('one', job);
  });

  it.skipIf(onPostgres)('releases at the start what the killed process before held', async () => {
    const queue = await openQueue();
    const key = newKey();
    await queue.send('one', key);
    await queue.take('one');
    const next = await openQueue();
    expect(await next.state('one', key)).toEqual({ state: 'waiting', reason: 'the server was cut off' });
  });

  it.runIf(onPostgres)('takes from whoever is silent for too long, not from whoever works', async () => {
    const [dead, alive] = [await openQueue(), await openQueue()];
    const [cut, kept] = [newKey(), newKey()];
    await dead.send('one', cut);
    await dead.take('one');
    await alive.send('other', kept);
    const job = await alive.take('other');
    if (job === null) throw new Error('nothing to take');
    await vi.waitFor(
      async () => {
        await alive.beat('other', job);
        await alive.tidy();
        expect((await alive.state('one', cut)).state).toBe('waiting');
      },
      { timeout: 60_000, interval: 1_000 },
    );
    expect(await alive.state('other', kept)).toEqual({ state: 'active' });
    await alive.complete('other', job);
  });

  it('has met no error beside its calls', () => {
    expect(errors.mock.calls).toEqual([]);
  });
});
