/** One set of data, two municipalities: that of today and that of 2009-2021. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessResponse } from '#core/contract/envelope.ts';
import { words } from '#core/language/index.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { PopulationCell } from '#core/place/territory.ts';
import { openWorld, type World } from './world.ts';

const facts: Record<string, string>[] = parse(readFileSync('geodata/facts/territories.csv'), {
  columns: true,
});
const rowsOf = <T>(name: string) =>
  JSON.parse(readFileSync(`geodata/model/${name}.json`, 'utf8')).rows as T[];
const ofBefore = facts.filter((row) => row.in_tukuma_novads_2009_2021 === 'yes');
const sum = (rows: readonly Record<string, string>[], column: string) =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

interface Counted {
  readonly numberMatched: number;
  readonly features: readonly { id: string; properties: Record<string, unknown> }[];
}

const expected = {
  tukums: {
    municipality: 'tukuma-novads',
    towns: 2,
    parishes: 21,
    people: 43_645,
    names: { lv: 'Tukuma novads', en: 'Tukums Municipality' },
    title: { lv: 'Tukuma novada kultūras karte', en: 'Culture map of Tukums municipality' },
  },
  'tukums-2009': {
    municipality: 'tukuma-novads-2009',
    towns: 1,
    parishes: 10,
    people: sum(ofBefore, 'demo_population_2024_constructed'),
    names: { lv: 'Tukuma novads (2009–2021)', en: 'Tukums municipality (2009–2021)' },
    title: {
      lv: 'Kultūras karte: Tukuma novads (2009–2021)',
      en: 'Culture map: Tukums municipality (2009–2021)',
    },
  },
} as const;

describe.each(['tukums', 'tukums-2009'] as const)('the region %s', (name) => {
  const { municipality, towns, parishes, people, names, title } = expected[name];
  let world: World;
  let units: ReadonlySet<string>;
  const get = async <T>(path: string) => {
    const answer = await request(world.app).get(`/api/v1${path}`).expect(200);
    return answer.body as T;
  };
  const list = (collection: string, query = '') =>
    get<Counted>(`/collections/${collection}/items?limit=5000${query}`);

  beforeAll(async () => {
    world = await openWorld(name);
    const rows = await list('territories', '&kind=town,parish');
    units = new Set(rows.features.map(({ id }) => id));
  });
  afterAll(() => world?.close());

  it(`has ${towns} towns and ${parishes} parishes; all others are neighbours, drawn and not counted`, async () => {
    expect((await list('territories', '&kind=town')).numberMatched).toBe(towns);
    expect((await list('territories', '&kind=parish')).numberMatched).toBe(parishes);
    expect((await list('territories', '&kind=neighbour')).numberMatched).toBe(18 + 23 - towns - parishes);
    for (const id of units) {
      const { properties } = await get<Counted['features'][0]>(`/collections/territories/items/${id}`);
      expect(properties.parentId).toBe(municipality);
    }
  });

  it('adds up the residents, cells and units of its own borders, under its own name', async () => {
    const { result } = await get<AccessResponse>('/access/nearest?offer=library&mode=car');
    expect(result.territories.map(({ id }) => id).toSorted()).toEqual([...units].toSorted());
    expect(result.total).toMatchObject({ id: municipality, people, nameLv: names.lv, nameEn: names.en });
    const cells = rowsOf<PopulationCell>('population').filter(({ territoryId }) =>
      units.has(territoryId ?? ''),
    );
    expect(result.cells.id).toHaveLength(cells.length);
    expect(result.territories.reduce((total, row) => total + row.people, 0)).toBe(people);
    const area = facts.filter((row) => name === 'tukums' || row.in_tukuma_novads_2009_2021 === 'yes');
    const rows = await list('territories', '&kind=town,parish');
    const drawn = rows.features.reduce((km2, { properties }) => km2 + Number(properties.areaKm2Official), 0);
    expect(drawn).toBeCloseTo(sum(area, 'area_km2_2018'), 6);
  });

  it('counts its own venues, lists its own residents and places, and finds the others by name', async () => {
    const shipped = rowsOf<Venue>('venues');
    const own = shipped.filter(({ territoryId }) => units.has(territoryId ?? ''));
    // Those beyond the borders are destinations too.
    expect((await list('venues')).numberMatched).toBe(shipped.length);
    expect((await list('venues', `&territoryId=${municipality}`)).numberMatched).toBe(own.length);
    expect(
      (await list('population')).features.every(({ properties }) => units.has(`${properties.territoryId}`)),
    ).toBe(true);
    expect((await list('settlements', `&territoryId=${municipality}`)).numberMatched).toBeGreaterThan(20);
    const outside = await list('settlements', '&territoryId=kandava');
    expect(outside.numberMatched).toBeGreaterThan(0);
    const named = (await list('settlements')).features.map(({ id }) => id);
    expect(named.includes(outside.features[0]?.id ?? '')).toBe(name === 'tukums');
    const whole = await get<Counted['features'][0]>(`/collections/territories/items/${municipality}`);
    expect(whole.properties.nameLv).toBe(names.lv);
    const kandava = await list('venues', '&territoryId=kandava');
    expect(kandava.numberMatched).toBeGreaterThan(0);
    await get(`/collections/venues/items/${kandava.features[0]?.id}`);
  });

  it('draws its figures in its own borders, with its own name and units', async () => {
    const { body } = await request(world.app)
      .post('/api/v1/figures/preview?lang=lv')
      .send({ measure: 'nearest', offer: 'library', mode: 'car' })
      .buffer(true)
      .expect(200);
    const svg = Buffer.from(body).toString('utf8');
    const has = (word: string) => svg.replaceAll('\u00a0', ' ').includes(word);
    expect(has('(2009–2021)')).toBe(name === 'tukums-2009');
    expect(has('Slampes')).toBe(true);
    expect(has('Zantes')).toBe(name === 'tukums');
  });

  it.each(['lv', 'en'] as const)(
    'is called by its name in %s: page, calendar, open data',
    async (language) => {
      const { header, text } = await request(world.app).get(language === 'lv' ? '/' : '/en');
      expect(header['content-language']).toBe(language);
      expect(text).toContain(title[language]);
      const landing = await get<{ title: string }>(`/?lang=${language}`);
      expect(landing.title).toContain(
        name === 'tukums' ? words[language].collections.api.title : names[language],
      );
    },
  );
});

it('the same address has another ETag in the other region: nothing of one is shown for the other', async () => {
  const [one, other] = [await openWorld('tukums'), await openWorld('tukums-2009')];
  try {
    const tagOf = async ({ app }: World, path: string) => (await request(app).get(path)).headers.etag;
    for (const path of ['/api/v1/collections/territories/items', '/api/v1/access/nearest?offer=library']) {
      const tag = await tagOf(one, path);
      expect(tag).toBeDefined();
      expect(await tagOf(other, path)).not.toBe(tag);
    }
  } finally {
    await one.close();
    await other.close();
  }
});
