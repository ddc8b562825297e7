import { describe, expect, it } from 'vitest';
import type { EngineOptions } from '#server/engine/index.ts';
import { defaultTravelSettings } from '#server/engine/settings.ts';
import { keptColumns, toytownData } from '../../toytown/engine-data.ts';
import { at, venue, venues } from '../../toytown/toytown.ts';
import { timetable } from '../../toytown/transit.ts';
import { closeAfterEach, engineOn } from './start-engine.ts';

closeAfterEach();

/** Venues with a position, and the focal town, by car, bicycle, foot and public transport. */
const columnsOf = (placed: number) => 4 * (placed + 1);
const placed = venues.filter(({ position }) => position.state !== 'missing').length;

async function compute(
  columns: ReturnType<typeof keptColumns>,
  next = venues,
  more: Partial<EngineOptions> = {},
) {
  const data = toytownData({ timetable, columns });
  data.importVenues(next);
  const engine = engineOn(data, more);
  const before = { ...columns.counts };
  const told = new Map<string, readonly [number, number]>();
  await engine.computeTravelTimes({ tell: (mode, done, of) => told.set(mode, [done, of]) });
  return {
    engine,
    told,
    written: columns.counts.written - before.written,
    read: columns.counts.read - before.read,
  };
}

describe('travel computed ahead', () => {
  it('is kept, and nothing of it is computed again after a restart', async () => {
    const columns = keptColumns();
    // Two venues stand at (2,2) with the town: a column is kept by its place.
    const places = new Set(
      venues.flatMap(({ position }) => (position.state === 'missing' ? [] : [String(position.lonLat)])),
    );
    const first = await compute(columns);
    expect(first).toMatchObject({ written: columnsOf(placed), read: 0 });
    expect([...first.told]).toEqual(
      ['car', 'bicycle', 'foot', 'public-transport'].map((mode) => [mode, [placed + 1, placed + 1]]),
    );
    const again = await compute(columns);
    expect(again).toMatchObject({ written: 0, read: 4 * places.size });
    const query = {
      measure: 'nearest',
      offer: { kinds: ['library'] },
      cutoffMinutes: 30,
      venueStatuses: ['open'],
      departure: null,
    } as const;
    for (const mode of ['car', 'public-transport'] as const) {
      const [before, after] = await Promise.all(
        [first, again].map(({ engine }) => engine.access({ ...query, mode })),
      );
      expect(after).toEqual(before);
    }
  });

  it('is computed anew for one column by mode when one venue moves', async () => {
    const columns = keptColumns();
    await compute(columns);
    const moved = venues.map((each) =>
      each.id === 'library-north-east' ? venue(each.id, 'library', at(3, 4)) : each,
    );
    expect((await compute(columns, moved)).written).toBe(4);
  });

  it('is swept when it can no longer be asked for: other settings make other times', async () => {
    const columns = keptColumns();
    await compute(columns);
    const before = columns.bases();
    const { transit } = defaultTravelSettings;
    const settings = { ...defaultTravelSettings, transit: { ...transit, maxAccessWalkMinutes: 20 } };
    expect((await compute(columns, venues, { settings })).written).toBe(columnsOf(placed));
    expect(columns.bases()).toHaveLength(4);
    expect(columns.bases().some((basis) => before.includes(basis))).toBe(false);
  });

  it('is not believed when it has another length: then it is computed', async () => {
    const columns = keptColumns();
    await compute(columns);
    const read = async (basis: string) =>
      new Map([...(await columns.read(basis))].map(([place, bytes]) => [place, bytes.subarray(4)]));
    const short = Object.assign(keptColumns(), { read });
    expect((await compute(short)).written).toBe(columnsOf(placed));
  });
});

describe('speeds that were changed after an import', () => {
  it('hold at the next start, without another import', async () => {
    const { speeds } = defaultTravelSettings;
    const settings = { ...defaultTravelSettings, speeds: { ...speeds, foot: 2.4 } };
    const minutes = async (more: Partial<EngineOptions>) => {
      const times = await engineOn(toytownData(), more).travelTimes('middle', 'foot', null);
      return times.minutes[0]?.[times.venueIds.indexOf('library-south-west')];
    };
    expect(await minutes({})).toBe(50);
    expect(await minutes({ settings })).toBe(100);
  });
});
