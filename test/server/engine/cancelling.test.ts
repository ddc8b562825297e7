import { afterEach, describe, expect, it } from 'vitest';
import { encodeTimetable } from '#core/transit/file.ts';
import { createPool, type Pool } from '#server/engine/pool.ts';
import { defaultTravelSettings } from '#server/engine/settings.ts';
import { createSharedWork } from '#server/engine/shared-work.ts';
import type { World } from '#server/engine/world.ts';
import { graphFile } from '../../toytown/engine-data.ts';
import { at, cells, network } from '../../toytown/toytown.ts';
import { schoolDay, timetable } from '../../toytown/transit.ts';

const pools: Pool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

function onePool(): Pool {
  const pool = createPool(1);
  pools.push(pool);
  return pool;
}

const bare: World = {
  key: 'toytown',
  streets: { key: '1', bytes: graphFile(network) },
  timetable: { key: '2', bytes: encodeTimetable(timetable) },
  homes: {
    key: '3',
    lonLat: cells.map(({ centre }) => centre),
    people: cells.map(({ people }) => people),
    territory: cells.map(() => 0),
    territoryId: cells.map(({ territoryId }) => territoryId),
  },
  zones: [],
  timeZone: 'Europe/Riga',
  settings: defaultTravelSettings,
  link: null,
};
const window = { date: schoolDay, from: '06:00', windowMinutes: 240, percentile: 50 };
/** Work for many seconds, were it not broken off. */
const endless = { window, places: Array.from({ length: 10_000 }, () => at(4, 2)) };

async function linked(pool: Pool): Promise<World> {
  return { ...bare, key: 'linked', link: await pool.run(bare, 'link', null) };
}

describe('work that nobody waits for any more', () => {
  it('is broken off in the middle, and the thread is free for others at once', async () => {
    const pool = onePool();
    const world = await linked(pool);
    const controller = new AbortController();
    const broken = pool.run(world, 'transitColumns', endless, { signal: controller.signal });
    const other = pool.run(world, 'streetColumns', { mode: 'car', places: [at(0, 0)] });
    const begun = performance.now();
    setTimeout(() => controller.abort(), 100);
    await expect(broken).rejects.toMatchObject({ code: 'unavailable' });
    expect(await other).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  it('never begins when it is still waiting, and an aborted question does not even wait', async () => {
    const pool = onePool();
    const world = await linked(pool);
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = pool.run(world, 'transitColumns', endless, { signal: running.signal });
    const second = pool.run(world, 'transitColumns', endless, { signal: waiting.signal });
    waiting.abort();
    await expect(second).rejects.toMatchObject({ code: 'unavailable' });
    running.abort();
    await expect(first).rejects.toMatchObject({ code: 'unavailable' });
    const third = pool.run(world, 'transitColumns', endless, { signal: waiting.signal });
    await expect(third).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('lets what somebody waits for go before work in the background', async () => {
    const pool = onePool();
    const order: string[] = [];
    const run = async (name: string, isBackground: boolean) => {
      await pool.run(bare, 'streetColumns', { mode: 'foot', places: [at(0, 0)] }, { isBackground });
      order.push(name);
    };
    await Promise.all([run('first', true), run('later', true), run('asked', false)]);
    expect(order).toEqual(['first', 'asked', 'later']);
  });
});

describe('a thread that fails', () => {
  it('fails its task alone and goes on', async () => {
    const pool = onePool();
    const unlinked = pool.run(bare, 'transitColumns', { window, places: [at(0, 0)] });
    await expect(unlinked).rejects.toMatchObject({ code: 'internal' });
    expect(await pool.run(bare, 'snappedHomes', { mode: 'car' })).toHaveLength(cells.length);
  });

  it('is "unavailable" once closed, also for what waits', async () => {
    const pool = onePool();
    const world = await linked(pool);
    const both = Promise.allSettled([1, 2].map(() => pool.run(world, 'transitColumns', endless)));
    await pool.close();
    const failed = { status: 'rejected', reason: { code: 'unavailable' } };
    expect(await both).toMatchObject([failed, failed]);
    await expect(pool.run(bare, 'survey', null)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('work that several wait for', () => {
  const slow = () => {
    const seen = { runs: 0, isAborted: false, finish: (_: number) => undefined as undefined | undefined };
    const compute = (signal: AbortSignal) =>
      new Promise<number>((resolve, reject) => {
        seen.runs += 1;
        seen.finish = (value) => {
          resolve(value);
          return undefined;
        };
        signal.addEventListener('abort', () => {
          seen.isAborted = true;
          reject(new Error('aborted'));
        });
      });
    return { seen, compute };
  };

  it('goes on while one of them waits, and gives all the same', async () => {
    const work = createSharedWork<number>(10);
    const { seen, compute } = slow();
    const gone = new AbortController();
    const first = work.recall('a', compute, gone.signal);
    const second = work.recall('a', compute, new AbortController().signal);
    gone.abort();
    await expect(first).rejects.toMatchObject({ code: 'unavailable' });
    expect(seen).toMatchObject({ runs: 1, isAborted: false });
    seen.finish(7);
    expect(await second).toBe(7);
    expect(await work.recall('a', compute)).toBe(7);
    expect(seen.runs).toBe(1);
  });

  it('ends with the last of them, and begins anew for the next', async () => {
    const work = createSharedWork<number>(10);
    const { seen, compute } = slow();
    const controllers = [new AbortController(), new AbortController()];
    const asked = controllers.map(({ signal }) => work.recall('a', compute, signal));
    for (const controller of controllers) controller.abort();
    for (const each of asked) await expect(each).rejects.toMatchObject({ code: 'unavailable' });
    expect(seen.isAborted).toBe(true);
    const next = work.recall('a', compute);
    seen.finish(8);
    expect(await next).toBe(8);
    expect(seen.runs).toBe(2);
  });

  it('keeps no failure, and no more than it may', async () => {
    const work = createSharedWork<string>(2);
    await expect(work.recall('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const say = (text: string) => work.recall(text, async () => text);
    for (const text of ['a', 'b', 'c', 'b']) expect(await say(text)).toBe(text);
    expect(['a', 'b', 'c'].map((key) => work.peek(key))).toEqual([undefined, 'b', 'c']);
  });
});
