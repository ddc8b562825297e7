import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CollectionId, collectionIds, collections } from '#core/contract/features/index.ts';
import { Problem } from '#core/problem.ts';
import type { StreetEdge } from '#core/roads/street.ts';
import type { Data, ItemsQuery, Page } from '#server/context.ts';
import { createData } from '#server/db/queries/data.ts';
import { everything, modelFolder, openTestDatabase, type TestDatabase } from './harness.ts';
import { type Item, reads } from './reads.ts';

let database: TestDatabase;
let data: Data;
beforeAll(async () => {
  database = await openTestDatabase();
  data = createData(database.db);
});
afterAll(() => database.drop());

const shipped = <T>(dataset: string, key = 'rows'): T[] =>
  (JSON.parse(readFileSync(join(modelFolder, `${dataset}.json`), 'utf8')) as Record<string, T[]>)[key] ?? [];

const ids = (page: Page<Item>) => page.items.map(({ id }) => id);

const walk = async (name: CollectionId, query: ItemsQuery): Promise<(string | number)[]> => {
  const found: (string | number)[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Page<Item> = await reads[name].list(data, { ...query, cursor });
    found.push(...ids(page));
    if (page.nextCursor === null) return found;
    cursor = page.nextCursor;
  }
};

const rejected = (work: Promise<unknown>): Promise<Problem> =>
  work.then(
    () => {
      throw new Error('nothing was refused');
    },
    (error: unknown) => {
      expect(error).toBeInstanceOf(Problem);
      return error as Problem;
    },
  );

describe('what is read is what was shipped', () => {
  it.each([
    ['territories', () => data.listTerritories(everything)],
    ['settlements', () => data.listSettlements(everything)],
    ['venues', () => data.listVenues(everything)],
    ['population', () => data.listCells(everything)],
    ['landcover', () => data.listLandcover(everything)],
  ] as const)('%s', async (dataset, list) => {
    const rows = shipped<Item>(dataset);
    const page = (await list()) as Page<Item>;
    const byId = (a: Item, b: Item) => (String(a.id) < String(b.id) ? -1 : 1);
    expect([...page.items].sort(byId)).toEqual([...rows].sort(byId));
    expect(page.numberMatched).toBe(rows.length);
  });

  it('roads', async () => {
    const { items } = await data.listRoads(everything);
    // A road is drawn; between which junctions it runs is told to the graph alone.
    const drawn = shipped<StreetEdge>('streets', 'edges').map(({ from: _from, to: _to, ...line }) => line);
    expect(items).toEqual(drawn);
  });

  it('events', async () => {
    for (const event of shipped<{ id: string }>('events').slice(0, 20)) {
      expect(await data.getEvent(event.id)).toEqual(event);
    }
  });
});

describe('pages', () => {
  it.each(collectionIds)('of %s give every item once', async (name) => {
    const whole = await reads[name].list(data, everything);
    const limit = Math.max(1, Math.ceil(whole.numberMatched / 3));
    const found = await walk(name, { ...everything, limit });
    expect(found).toEqual(ids(whole));
    expect(new Set(found).size).toBe(whole.numberMatched);
  });

  it.each(
    collectionIds.flatMap((name) => collections[name].sortables.map((property) => [name, property] as const)),
  )('of %s sorted by %s give every item once, in both directions', async (name, property) => {
    for (const descending of [false, true]) {
      const query = { ...everything, sortby: { property, descending } };
      const whole = await reads[name].list(data, query);
      const limit = Math.max(1, Math.ceil(whole.numberMatched / 2));
      expect(await walk(name, { ...query, limit })).toEqual(ids(whole));
    }
  });

  it.each(
    collectionIds.flatMap((name) =>
      Object.keys(collections[name].filters).map((filter) => [name, filter] as const),
    ),
  )('of %s can be narrowed by %s as the contract promises', async (name, filter) => {
    const page = await reads[name].list(data, { ...everything, filters: { [filter]: 'no-such-value' } });
    expect(page).toEqual({ items: [], numberMatched: 0, nextCursor: null });
  });

  it('keep blanks last in either direction', async () => {
    for (const descending of [false, true]) {
      const query = { ...everything, sortby: { property: 'people', descending } };
      const counts = (await data.listSettlements(query)).items.map(({ population }) => population?.people);
      const firstBlank = counts.indexOf(undefined);
      expect(counts.slice(firstBlank).every((count) => count === undefined)).toBe(true);
      const given = counts.slice(0, firstBlank).map(Number);
      expect(given).toEqual([...given].sort((a, b) => (descending ? b - a : a - b)));
    }
  });

  it('refuse a broken cursor, and one of another query', async () => {
    const first = await data.listVenues({ ...everything, limit: 5 });
    const foreign = { ...everything, q: 'pils', cursor: first.nextCursor };
    for (const query of [
      { ...everything, cursor: 'not-a-cursor' },
      { ...everything, cursor: Buffer.from('[1,2]').toString('base64url') },
      foreign,
    ]) {
      const problem = await rejected(data.listVenues(query));
      expect(problem).toMatchObject({ code: 'bad-query', faults: [{ field: 'cursor', fault: 'malformed' }] });
    }
    await rejected(data.listSettlements({ ...everything, cursor: first.nextCursor }));
  });

  it('may change their size on the way', async () => {
    const first = await data.listVenues({ ...everything, limit: 5 });
    const rest = await data.listVenues({ ...everything, cursor: first.nextCursor });
    expect(rest.items).toHaveLength(first.numberMatched - 5);
    expect(rest.numberMatched).toBe(first.numberMatched);
  });

  it('refuse to sort or narrow by what is not there', async () => {
    const sorted = await rejected(
      data.listVenues({ ...everything, sortby: { property: 'constructor', descending: false } }),
    );
    expect(sorted.faults[0]).toMatchObject({ field: 'sortby', fault: 'unknown-parameter' });
    const narrowed = await rejected(data.listVenues({ ...everything, filters: { '1=1': 'x' } }));
    expect(narrowed.faults[0]).toMatchObject({ field: '1=1', fault: 'unknown-parameter' });
  });
});

describe('order', () => {
  it('of names is Latvian', async () => {
    const found = (await data.listTerritories(everything)).items.map(({ nameLv }) => nameLv);
    expect(found).toEqual([...found].sort(new Intl.Collator('lv').compare));
  });
});

describe('narrowing', () => {
  it('by several values means one of them', async () => {
    const { items } = await data.listVenues({ ...everything, filters: { kind: 'library,museum' } });
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['library', 'museum']));
  });

  it('by words finds without case, diacritics and short forms', async () => {
    const find = async (q: string) =>
      (await data.listTerritories({ ...everything, q })).items.map(({ id }) => id);
    expect(await find('SLAMPES PAG.')).toEqual(['slampes-pagasts']);
    expect(await find('dzukstes')).toEqual(await find('Džūkstes'));
    expect(await find('%')).toEqual(await find('')); // signs are not words
    expect(await find('_')).toHaveLength((await find('')).length);
  });

  it('by a box takes what touches it and what has no place', async () => {
    const bbox = [23.1, 56.94, 23.2, 57] as const;
    const { items } = await data.listVenues({ ...everything, bbox });
    const all = (await data.listVenues(everything)).items;
    const expected = all.filter(({ position }) => {
      if (position.state === 'missing') return true;
      const [lon, lat] = position.lonLat;
      return bbox[0] <= lon && lon <= bbox[2] && bbox[1] <= lat && lat <= bbox[3];
    });
    expect(items).toEqual(expected);
    expect(items.length).toBeGreaterThan(5);
    expect(items.length).toBeLessThan(all.length);
    expect((await data.listTerritories({ ...everything, bbox })).items.map(({ id }) => id)).toContain(
      'tukums',
    );
  });

  it('by time takes territories as they were then', async () => {
    const at = async (day: string) => {
      const instant = `${day}T12:00:00Z`;
      const query = {
        ...everything,
        datetime: { from: instant, to: instant },
        filters: { kind: 'municipality' },
      };
      return (await data.listTerritories(query)).items.map(({ validFrom, validTo }) => ({
        validFrom,
        validTo,
      }));
    };
    for (const day of ['2015-01-01', '2026-01-01']) {
      const valid = await at(day);
      expect(valid.length).toBeGreaterThan(0);
      for (const { validFrom, validTo } of valid) {
        expect(validFrom <= day && (validTo === null || validTo >= day)).toBe(true);
      }
    }
    expect(await at('2015-01-01')).not.toEqual(await at('2026-01-01'));
  });

  it('passes hostile text through as text', async () => {
    const hostile = `'; drop table venue; --`;
    expect((await data.listVenues({ ...everything, filters: { territoryId: hostile } })).items).toEqual([]);
    await data.listVenues({ ...everything, q: hostile });
    expect((await data.listVenues(everything)).numberMatched).toBeGreaterThan(0);
  });
});

describe('single items', () => {
  it('are those of the lists', async () => {
    const [territory] = (await data.listTerritories(everything)).items;
    const [settlement] = (await data.listSettlements(everything)).items;
    const [cell] = (await data.listCells(everything)).items;
    const [venue] = (await data.listVenues(everything)).items;
    const [date] = (await data.listOccurrences(everything)).items;
    const [road] = (await data.listRoads(everything)).items;
    const [area] = (await data.listLandcover(everything)).items;
    expect(await data.getTerritory(String(territory?.id))).toEqual(territory);
    expect(await data.getSettlement(String(settlement?.id))).toEqual(settlement);
    expect(await data.getCell(String(cell?.id))).toEqual(cell);
    expect(await data.getVenue(String(venue?.id))).toEqual(venue);
    expect(await data.getOccurrence(String(date?.id))).toEqual(date);
    expect(await data.getRoad(String(road?.id))).toEqual(road);
    expect(await data.getLandcover(String(area?.id))).toEqual(area);
  });

  it('that are not there are not found', async () => {
    expect((await rejected(data.getVenue('nowhere'))).code).toBe('not-found');
    expect((await rejected(data.getRoad('abc'))).code).toBe('not-found');
    expect((await rejected(data.getRoad('99999999999999'))).code).toBe('not-found');
  });
});

describe('dates of events', () => {
  it('come by start and are under way in the time asked for', async () => {
    const from = '2026-07-17T00:00:00+03:00';
    const to = '2026-07-20T00:00:00+03:00';
    const { items } = await data.listOccurrences({ ...everything, datetime: { from, to } });
    expect(items.length).toBeGreaterThan(3);
    const starts = items.map(({ startsAt }) => Date.parse(startsAt));
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    for (const { startsAt, endsAt } of items) {
      expect(Date.parse(startsAt)).toBeLessThanOrEqual(Date.parse(to));
      expect(Date.parse(endsAt ?? startsAt)).toBeGreaterThanOrEqual(Date.parse(from));
    }
  });

  it('carry venue, territory and place', async () => {
    const { items } = await data.listOccurrences({ ...everything, limit: 200 });
    const held = items.find(({ venueId }) => venueId !== null);
    const venue = await data.getVenue(String(held?.venueId));
    expect(held).toMatchObject({ venueName: venue.nameLv, territoryId: venue.territoryId });
    expect(held?.lonLat).toEqual(venue.position.state === 'missing' ? null : venue.position.lonLat);
  });

  it('can be asked for by event, category and territory', async () => {
    const all = (await data.listOccurrences(everything)).items;
    const [some] = all.filter(({ territoryId }) => territoryId !== null);
    const filters = {
      eventId: String(some?.eventId),
      category: String(some?.event.category),
      territoryId: String(some?.territoryId),
    };
    const { items } = await data.listOccurrences({ ...everything, filters });
    expect(items).toEqual(
      all.filter(({ eventId, territoryId }) => eventId === some?.eventId && territoryId === some.territoryId),
    );
  });
});
