import { afterEach, describe, expect, it } from 'vitest';
import type { AccessQuery } from '#core/access/answer.ts';
import { Problem } from '#core/problem.ts';
import type { EngineData } from '#server/db/queries/engine.ts';
import { createEngine } from '#server/engine/index.ts';
import { toytownData } from '../../toytown/engine-data.ts';
import { at, cellId, field, island, region, venue, venues } from '../../toytown/toytown.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

function engineOn(data: EngineData) {
  const log = { info: () => undefined, error: () => undefined };
  const clock = { now: () => new Date('2026-10-24T09:00:00Z') };
  const engine = createEngine({ data, region, clock, log });
  closing.push(() => engine.close());
  return engine;
}

const libraries: AccessQuery = {
  measure: 'nearest',
  offer: { kinds: ['library'] },
  mode: 'car',
  departure: null,
  cutoffMinutes: 30,
  venueStatuses: ['open'],
};

describe('access from the engine', () => {
  it('answers from the lists of the database, computed in a thread', async () => {
    const engine = engineOn(toytownData());
    expect(engine.isReady()).toBe(false);
    const answer = await engine.access(libraries);
    expect(engine.isReady()).toBe(true);
    expect(answer.territories.map(({ id }) => id)).toEqual(['east-parish', 'middle', 'west-parish']);
    expect(answer.total.nameEn).toBe('toy-municipality');
    expect(answer.cells.id).toHaveLength(27);
    expect(answer.cells.value[answer.cells.id.indexOf(cellId(2, 4))]).toBe(6);
    expect(answer.venues.map(({ id }) => id)).toEqual(['library-north-east', 'library-south-west']);
    expect(answer.leftOut).toEqual({ byStatus: { closed: 1 }, withoutPosition: 1, unsnapped: 1 });
  });

  it('counts neighbouring venues as offer, and a venue asked for by name whatever its status', async () => {
    const engine = engineOn(toytownData());
    const cinema = await engine.access({ ...libraries, offer: { kinds: ['cinema'] } });
    expect(cinema.venues.map(({ id }) => id)).toEqual(['cinema-next-door']);
    expect(cinema.cells.value[cinema.cells.id.indexOf(cellId(4, 2))]).toBe(0);
    const closed = await engine.access({ ...libraries, offer: { venueId: 'library-closed' } });
    expect(closed.venues.map(({ id }) => id)).toEqual(['library-closed']);
  });

  it('gives reasons for every blank', async () => {
    const engine = engineOn(toytownData());
    const theatre = await engine.access({ ...libraries, offer: { kinds: ['theatre'] } });
    expect(new Set(theatre.cells.reason)).toEqual(new Set(['no-offer']));
    expect(theatre.total).toMatchObject({ value: null, reason: 'no-offer' });
    const unknown = engine.access({ ...libraries, offer: { venueId: 'nowhere' } });
    await expect(unknown).rejects.toMatchObject({
      code: 'bad-query',
      faults: [{ field: 'offer', fault: 'unknown-reference', value: 'venue:nowhere' }],
    });
  });

  it('keeps an answer and gives it to equal questions, however they are spelled', async () => {
    const engine = engineOn(toytownData());
    const offer = { kinds: ['library', 'cinema'] } as const;
    const swapped = { kinds: ['cinema', 'library', 'cinema'] } as const;
    const [first, second] = await Promise.all([
      engine.access({ ...libraries, offer }),
      engine.access({ ...libraries, offer: swapped }),
    ]);
    expect(second).toBe(first);
    expect(await engine.access({ ...libraries, cutoffMinutes: 31 })).not.toBe(first);
  });
});

describe('a new data version', () => {
  const moreVenues = [...venues, venue('library-new', 'library', at(2, 4))];

  it('is noticed at the next question and leaves the streets in memory', async () => {
    const data = toytownData();
    const engine = engineOn(data);
    await engine.refresh();
    expect((await engine.access(libraries)).venues).toHaveLength(2);
    data.importVenues(moreVenues);
    expect((await engine.access(libraries)).venues).toHaveLength(3);
    expect(data.reads.files).toBe(1);
  });

  it('is answered on exactly, or not at all, even while another is still believed to be current', async () => {
    const data = toytownData();
    const believed = await data.readVersions();
    const engine = engineOn({ ...data, currentVersions: async () => believed });
    expect((await engine.accessOn(believed, libraries))?.venues).toHaveLength(2);
    data.importVenues(moreVenues);
    expect((await engine.access(libraries)).venues).toHaveLength(2);
    expect((await engine.accessOn(await data.readVersions(), libraries))?.venues).toHaveLength(3);
    const passed = believed.map((version) => ({ ...version, id: version.id + 1000 }));
    expect(await engine.accessOn(passed, libraries)).toBeNull();
  });

  it('never mixes two states when it comes in the middle of reading', async () => {
    const data = toytownData();
    let isFirst = true;
    const engine = engineOn({
      ...data,
      readCells: async () => {
        if (isFirst) data.importVenues([]);
        isFirst = false;
        return data.readCells();
      },
    });
    const answer = await engine.access(libraries);
    expect(answer.total).toMatchObject({ value: null, reason: 'no-offer' });
  });

  it('gives up with "unavailable" when the data never stand still, and recovers', async () => {
    const data = toytownData();
    let isRestless = true;
    const engine = engineOn({
      ...data,
      readCells: async () => {
        if (isRestless) data.importVenues(venues);
        return data.readCells();
      },
    });
    await expect(engine.refresh()).rejects.toBeInstanceOf(Problem);
    isRestless = false;
    expect((await engine.access(libraries)).venues).toHaveLength(2);
  });

  it('leaves questions under way on the version they began with', async () => {
    const data = toytownData();
    const engine = engineOn(data);
    await engine.refresh();
    const asked = engine.access(libraries);
    await Promise.resolve();
    data.importVenues(moreVenues);
    const later = engine.access(libraries);
    expect((await asked).venues).toHaveLength(2);
    expect((await later).venues).toHaveLength(3);
  });
});

describe('ways', () => {
  const { offer, mode, venueStatuses } = libraries;
  const toLibraries = { destination: offer, mode, venueStatuses, limit: 3, departure: null };
  const toTown = { ...toLibraries, destination: 'focal-town' } as const;

  it.each<Pick<AccessQuery, 'offer' | 'venueStatuses'>>([
    { offer, venueStatuses: ['open'] },
    { offer, venueStatuses: ['open', 'closed'] },
    { offer, venueStatuses: ['closed'] },
    { offer: { venueId: 'library-closed' }, venueStatuses: ['open'] },
  ])('lead to the venues that the access answer counts: %j', async (counted) => {
    const engine = engineOn(toytownData());
    const { cells, venues: rows } = await engine.access({ ...libraries, ...counted });
    for (const [index, cell] of cells.id.entries()) {
      const { offer: destination, venueStatuses: statuses } = counted;
      const query = {
        ...toLibraries,
        destination,
        venueStatuses: statuses,
        cellId: cell,
        limit: 1,
        departure: null,
      };
      const [nearest] = await engine.ways(query);
      expect(nearest?.minutes, cell).toBe(cells.minutes[index]);
      const decided = rows[cells.venue[index] ?? -1]?.id;
      if (decided !== undefined) expect(nearest?.to.venueId, cell).toBe(decided);
    }
  });

  it('tells the way road by road, adding up to its minutes', async () => {
    const engine = engineOn(toytownData());
    const [nearest, second] = await engine.ways({ ...toLibraries, cellId: cellId(0, 1) });
    expect(nearest).toMatchObject({
      minutes: 3,
      km: 2,
      from: { label: 'Place 5' },
      to: { venueId: 'library-south-west' },
      offRoadMetres: { start: 0, end: 0 },
    });
    expect(nearest?.legs.map(({ ref, km, minutes }) => ({ ref, km, minutes }))).toEqual([
      { ref: 'C0', km: 2, minutes: 3 },
    ]);
    // (0,1) up to the main road, along it, and up to (4,4).
    expect(second?.legs.map(({ ref, minutes }) => [ref, minutes])).toEqual([
      ['C0', 3],
      ['R2', 6],
      ['C4', 6],
    ]);
    expect(second?.line.at(0)).toEqual(at(0, 1));
    expect(second?.line.at(-1)).toEqual(at(4, 4));
  });

  it('shows the walk off the road, and says why there is no way', async () => {
    const engine = engineOn(toytownData());
    const [town] = await engine.ways({ ...toTown, cellId: field });
    expect(town).toMatchObject({ to: { venueId: null, nameEn: 'Middle' }, minutes: 23.375 });
    expect(town?.offRoadMetres.start).toBe(1150);
    expect(town?.legs[0]).toMatchObject({ role: 'off-road', km: 1.15, minutes: 14.375 });
    const [none] = await engine.ways({ ...toLibraries, cellId: island, mode: 'foot' });
    expect(none).toMatchObject({ minutes: null, km: null, reason: 'unsnapped', legs: [] });
    const nowhere = engine.ways({ ...toTown, cellId: '1kmX1Y1' });
    await expect(nowhere).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('travel times of a territory', () => {
  it('agree with the access answer and name every venue that has a position', async () => {
    const engine = engineOn(toytownData());
    const times = await engine.travelTimes('middle', 'foot', null);
    expect(times.cellIds).toEqual([0, 1, 2, 3, 4].map((row) => cellId(2, row)));
    expect(times.venueIds).toHaveLength(venues.length - 1);
    const row = times.minutes[times.cellIds.indexOf(cellId(2, 0))];
    expect(row?.[times.venueIds.indexOf('library-south-west')]).toBe(50);
    expect(row?.[times.venueIds.indexOf('library-at-sea')]).toBeNull();
    await expect(engine.travelTimes('next-parish', 'foot', null)).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await engine.travelTimes('toy-municipality', 'car', null)).cellIds).toHaveLength(27);
  });

  it('fail with "unavailable" once the engine is closed', async () => {
    const engine = engineOn(toytownData());
    await engine.refresh();
    await engine.close();
    await expect(engine.travelTimes('middle', 'car', null)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
