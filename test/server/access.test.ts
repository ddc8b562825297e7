import { parse } from 'csv-parse/sync';
import type { FeatureCollection } from 'geojson';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { measureIds } from '#core/access/answer.ts';
import type { AboutResponse } from '#core/contract/about.ts';
import { accessAnswerSchema, travelTimesSchema, waySchema } from '#core/contract/answers.ts';
import type { AccessResponse, TravelTimesResponse, WaysResponse } from '#core/contract/envelope.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const get = async <T>(path: string): Promise<T> => {
  const answer = await request(world.app).get(`/api/v1${path}`).buffer(true).expect(200);
  return JSON.parse(answer.text ?? Buffer.from(answer.body).toString('utf8')) as T;
};
const table = async (path: string) => {
  const { text } = await request(world.app).get(`/api/v1${path}`).expect(200);
  return parse(text, { bom: true, columns: true }) as Record<string, string>[];
};

const valueColumns = { min: 'valueMinutes', percent: 'valuePercent', venues: 'valueVenues' } as const;

describe.each(measureIds)('access/%s', (measure) => {
  const address = `/access/${measure}?offer=library&mode=car`;

  it('gives the same numbers as JSON, table and map layer, at both levels', async () => {
    const { result } = await get<AccessResponse>(address);
    const column = valueColumns[result.unit];
    const expected = {
      parishes: result.territories.map(({ id, people, value, reason }) => ({ id, people, value, reason })),
      cells: result.cells.id.map((id, index) => ({
        id,
        people: result.cells.people[index],
        value: result.cells.value[index],
        reason: result.cells.reason[index],
      })),
    };
    for (const level of ['parishes', 'cells'] as const) {
      const rows = await table(`${address}&level=${level}&f=csv`);
      const read = rows.map((row) => ({
        id: row.id,
        people: Number(row.people),
        value: row[column] === '' ? null : Number(row[column]),
        reason: row.reason === '' ? null : row.reason,
      }));
      expect(read).toEqual(expected[level]);
      const layer = await get<FeatureCollection>(`${address}&level=${level}&f=geojson`);
      const drawn = layer.features.map(({ id, properties }) => ({
        id,
        people: properties?.people,
        value: properties?.[column],
        reason: properties?.reason,
      }));
      expect(drawn).toEqual(expected[level]);
      expect(layer.features.every(({ geometry }) => geometry !== null)).toBe(true);
      // A blank always carries its reason, and a value never does.
      for (const { value, reason } of read) expect(value === null).toBe(reason !== null);
    }
  });

  it('is what the contract describes, no more and no less', async () => {
    const { result } = await get<AccessResponse>(address);
    expect(accessAnswerSchema.parse(result)).toEqual(result);
  });

  it('stands beside its method, versions and caveats', async () => {
    const answer = await get<AccessResponse>(`${address}&lang=en`);
    expect(answer.method.id).toBe(measure);
    const { origin, pathname } = new URL(answer.method.href);
    const page = await request(world.app).get(pathname).expect(200);
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1/);
    expect(page.text).toContain(`core/access/${measure}.ts`);
    expect(answer.dataVersions.map(({ dataset }) => dataset).sort()).toEqual([
      'population',
      'settlements',
      'streets',
      'territories',
      'venues',
    ]);
    expect(answer.isModel).toBe(true);
    expect(answer.caveats[0]).toMatch(/^Model data/);
    expect(answer.caveats).toContain('Opening hours are not taken into account.');
  });
});

describe('a table and a map layer', () => {
  const address = '/access/people-within?offer=library&mode=car&cutoffMinutes=20&lang=en';

  it('say in every row what was asked and what the numbers rest on', async () => {
    const json = await get<AccessResponse>(address);
    for (const level of ['parishes', 'cells'] as const) {
      const rows = await table(`${address}&level=${level}&f=csv`);
      const dates = json.dataVersions.map(({ retrievedAt }) => retrievedAt).sort();
      for (const row of rows) {
        expect(row).toMatchObject({
          offer: 'library',
          mode: 'car',
          date: '',
          percentile: '',
          cutoffMinutes: '20',
          isModel: 'true',
          dataDate: dates.at(-1),
        });
        expect(new URL(row.method ?? '').pathname).toBe(new URL(json.method.href).pathname);
      }
    }
    const [row] = await table('/access/way-to-town?mode=foot&f=csv');
    expect(row).toMatchObject({ offer: '', mode: 'foot', date: '', cutoffMinutes: '' });
  });

  it('as GeoJSON have method, versions, model mark and caveats beside the features', async () => {
    const { result, method, ...about } = await get<AccessResponse>(address);
    const layer = await get<FeatureCollection & Omit<AccessResponse, 'result'>>(`${address}&f=geojson`);
    expect(layer).toMatchObject({ type: 'FeatureCollection', query: result.query, ...about });
    expect(layer.method.id).toBe(method.id);
    expect(layer.caveats.length).toBeGreaterThan(0);
    expect(layer.features).toHaveLength(result.territories.length);
  });
});

describe('the classes of a parish table', () => {
  it('sum to the residents', async () => {
    const rows = await table('/access/nearest?offer=library&mode=foot&f=csv');
    const names = Object.keys(rows[0] ?? {}).filter((name) => /^people(To|Over|Blank)/.test(name));
    expect(names).toContain('peopleOver15To30Minutes');
    expect(names).toContain('peopleOver60Minutes');
    for (const row of rows) {
      const sum = names.reduce((total, name) => total + Number(row[name]), 0);
      expect(sum, row.id).toBeCloseTo(Number(row.people), 6);
    }
  });
});

describe('ways', () => {
  it('end in the minutes of the cell they explain', async () => {
    const { result } = await get<AccessResponse>('/access/nearest?offer=library&mode=car');
    const index = result.cells.minutes.findIndex((minutes) => minutes !== null && minutes > 10);
    const cell = result.cells.id[index];
    const ways = await get<WaysResponse>(`/access/nearest/ways?offer=library&mode=car&cell=${cell}&limit=2`);
    expect(ways.result).toHaveLength(2);
    expect(z.array(waySchema).parse(ways.result)).toEqual(ways.result);
    expect(ways.result[0]?.minutes).toBeCloseTo(result.cells.minutes[index] ?? Number.NaN, 3);
    const toTown = await get<WaysResponse>(`/access/way-to-town/ways?mode=car&cell=${cell}`);
    expect(toTown.result[0]?.to.nameLv).toBe('Tukums');
  });

  it('count venues of the statuses that the answer counts', async () => {
    const choices = 'offer=museum,library&mode=car&venueStatus=closed,service-point,unknown';
    const { result } = await get<AccessResponse>(`/access/nearest?${choices}`);
    const cell = result.cells.id[0];
    const open = await get<WaysResponse>(`/access/nearest/ways?offer=museum,library&mode=car&cell=${cell}`);
    const ways = await get<WaysResponse>(`/access/nearest/ways?${choices}&cell=${cell}`);
    expect(ways.result[0]?.minutes).toBeCloseTo(result.cells.minutes[0] ?? Number.NaN, 3);
    expect(ways.result[0]?.to.venueId).not.toBe(open.result[0]?.to.venueId);
  });

  it('from a cell that is not there lead nowhere', async () => {
    const answer = await request(world.app).get('/api/v1/access/nearest/ways?cell=1kmX1Y1');
    expect(answer.status).toBe(404);
  });
});

describe('travel times', () => {
  it('are a table of cells by venues of one territory', async () => {
    const { result } = await get<TravelTimesResponse>('/travel-times/slampes-pagasts?mode=bicycle');
    expect(result.minutes).toHaveLength(result.cellIds.length);
    expect(result.cellIds.length).toBeGreaterThan(0);
    expect(travelTimesSchema.parse(result)).toEqual(result);
    for (const row of result.minutes) expect(row).toHaveLength(result.venueIds.length);
    await request(world.app).get('/api/v1/travel-times/nowhere').expect(404);
  });
});

describe('about', () => {
  it('names region, versions and software', async () => {
    const about = await get<AboutResponse>('/about');
    expect(about.region.municipalityId).toBe('tukuma-novads');
    expect(about.dataVersions).toHaveLength(9);
    expect(about.isModel).toBe(true);
    expect(about.softwareVersion).toBe('0.0.1');
  });
});
