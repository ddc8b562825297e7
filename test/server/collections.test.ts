import { parse } from 'csv-parse/sync';
import type { Feature, FeatureCollection, Position } from 'geojson';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axisNames, crs84, crsListOf, epsg3059, epsg4326 } from '#core/contract/crs.ts';
import { collectionIds, collections } from '#core/contract/features/index.ts';
import { fromLks92 } from '#core/place/lks92.ts';
import { now, openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type?: string;
}
type Page = FeatureCollection & {
  links: Link[];
  numberMatched: number;
  numberReturned: number;
  timeStamp: string;
};

/** Follows an absolute link of an answer. */
const follow = async <T>(href: string): Promise<T> => {
  const { pathname, search } = new URL(href);
  const answer = await request(world.app).get(`${pathname}${search}`).set('Host', 'karte.lv').expect(200);
  return answer.type === 'application/geo+json' || answer.type.endsWith('json')
    ? (JSON.parse(answer.text ?? Buffer.from(answer.body).toString('utf8')) as T)
    : (answer.text as T);
};

const linkOf = (links: readonly Link[], rel: string, type?: string): string => {
  const link = links.find((one) => one.rel === rel && (type === undefined || one.type === type));
  if (link === undefined) throw new Error(`no link "${rel}"`);
  return link.href;
};

const items = (id: string, query = '') =>
  follow<Page>(`http://karte.lv/api/v1/collections/${id}/items${query}`);

async function everyPage(first: Page): Promise<Page[]> {
  const pages = [first];
  for (let next = first.links.find(({ rel }) => rel === 'next'); next !== undefined; ) {
    const page = await follow<Page>(next.href);
    pages.push(page);
    next = page.links.find(({ rel }) => rel === 'next');
  }
  return pages;
}

describe('by links alone', () => {
  it('leads from the landing page to the last page of items of every collection', async () => {
    const landing = await follow<{ links: Link[] }>('http://karte.lv/api/v1');
    for (const rel of ['self', 'service-desc', 'service-doc', 'conformance']) {
      await request(world.app)
        .get(new URL(linkOf(landing.links, rel)).pathname)
        .expect(200);
    }
    const list = await follow<{ collections: { id: string; links: Link[] }[] }>(
      linkOf(landing.links, 'data'),
    );
    expect(list.collections.map(({ id }) => id)).toEqual(collectionIds);
    for (const { id, links } of list.collections) {
      const self = await follow<{ id: string }>(linkOf(links, 'self'));
      expect(self.id).toBe(id);
      const address = new URL(linkOf(links, 'items', 'application/geo+json'));
      // Small pages of a short collection, so that there are several of each.
      const { numberMatched } = await follow<Page>(address.href);
      address.searchParams.set('limit', String(Math.max(1, Math.ceil(numberMatched / 4))));
      const pages = await everyPage(await follow<Page>(address.href));
      const ids = pages.flatMap(({ features }) => features.map((feature) => feature.id));
      expect(ids.length, id).toBe(numberMatched);
      expect(ids.length, id).toBeGreaterThan(0);
      expect(new Set(ids).size, id).toBe(ids.length);
      for (const page of pages) {
        expect(page.numberReturned).toBe(page.features.length);
        expect(page.numberMatched).toBe(numberMatched);
        expect(page.timeStamp).toBe(now.toISOString());
      }
      const [first] = ids;
      const one = await follow<Feature>(`http://karte.lv/api/v1/collections/${id}/items/${first}`);
      expect(one).toMatchObject({
        type: 'Feature',
        id: first,
        properties: pages[0]?.features[0]?.properties,
      });
    }
  });

  it('keeps every parameter on the way', async () => {
    const first = await items(
      'venues',
      '?limit=2&kind=library,culture-centre&lang=en&bbox=22.5,56.7,23.4,57.2&sortby=-nameLv',
    );
    const next = new URL(linkOf(first.links, 'next'));
    for (const [name, value] of [
      ['limit', '2'],
      ['kind', 'library,culture-centre'],
      ['lang', 'en'],
      ['sortby', '-nameLv'],
    ] as const) {
      expect(next.searchParams.get(name)).toBe(value);
    }
    const pages = await everyPage(first);
    const found = pages.flatMap((page) => page.features);
    expect(found).toHaveLength(first.numberMatched);
    expect(found.every(({ properties }) => ['library', 'culture-centre'].includes(properties?.kind))).toBe(
      true,
    );
  });
});

describe('collections', () => {
  it('tell title, extent measured from the data, systems, licence and versions', async () => {
    for (const id of collectionIds) {
      const [lv, en] = await Promise.all(
        ['lv', 'en'].map((lang) =>
          follow<Record<string, unknown>>(`http://karte.lv/api/v1/collections/${id}?lang=${lang}`),
        ),
      );
      expect(lv?.title).not.toBe(en?.title);
      expect(lv).toMatchObject({
        id,
        crs: [...crsListOf(3059)],
        storageCrs: crs84,
        licence: expect.stringMatching(/./),
      });
      const { features } = await items(id, '?limit=10000');
      const positions = features.flatMap(({ geometry }) => positionsOf(geometry));
      const lons = positions.map(([lon = 0]) => lon);
      const lats = positions.map(([, lat = 0]) => lat);
      const extent = lv?.extent as { spatial: { bbox: number[][] }; temporal?: { interval: string[][] } };
      expect(extent.spatial.bbox, id).toEqual([
        [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)],
      ]);
      expect(extent.temporal === undefined).toBe(id !== 'events');
    }
  });

  it('carry source, confidence and the mark of model data on every feature', async () => {
    for (const id of collectionIds) {
      const { features } = await items(id, '?limit=10000');
      for (const { properties } of features) {
        expect(properties).toMatchObject({
          source: expect.stringMatching(/./),
          confidence: expect.any(String),
        });
        expect(typeof properties?.isModel).toBe('boolean');
      }
    }
  });

  it('have the properties that were promised', async () => {
    for (const id of collectionIds) {
      const { features } = await items(id, '?limit=10000');
      for (const { properties } of features) {
        expect(collections[id].properties.strict().safeParse(properties).error, id).toBeUndefined();
      }
    }
  });
});

function positionsOf(geometry: Feature['geometry'] | null): Position[] {
  if (geometry === null || geometry.type === 'GeometryCollection') return [];
  return (geometry.coordinates as unknown[]).flat(geometry.type === 'Point' ? 0 : 3).length === 0
    ? []
    : flatten(geometry.coordinates);
}
const flatten = (coordinates: unknown): Position[] =>
  Array.isArray(coordinates) && typeof coordinates[0] === 'number'
    ? [coordinates as Position]
    : (coordinates as unknown[]).flatMap(flatten);

describe('coordinate systems', () => {
  it('turn the axes round where EPSG says so, and say which was used', async () => {
    const path = '/api/v1/collections/venues/items?limit=3';
    const plain = await request(world.app).get(path).expect(200);
    expect(plain.headers['content-crs']).toBe(`<${crs84}>`);
    const asked = (crs: string) =>
      request(world.app)
        .get(`${path}&crs=${encodeURIComponent(crs)}`)
        .expect(200);
    const degrees = await asked(epsg4326);
    const metres = await asked(epsg3059);
    expect(degrees.headers['content-crs']).toBe(`<${epsg4326}>`);
    expect(metres.headers['content-crs']).toBe(`<${epsg3059}>`);
    const pointsOf = (answer: typeof plain) =>
      (answer.body as Page).features.map(
        ({ geometry }) => (geometry as { coordinates: Position }).coordinates,
      );
    pointsOf(plain).forEach(([lon = 0, lat = 0], index) => {
      expect(pointsOf(degrees)[index]).toEqual([lat, lon]);
      const [north = 0, east = 0] = pointsOf(metres)[index] ?? [];
      const [backLon, backLat] = fromLks92({ east, north });
      expect(Math.abs(backLon - lon)).toBeLessThan(1e-6);
      expect(Math.abs(backLat - lat)).toBeLessThan(1e-6);
    });
  });

  it('find the same with the same box in any of them', async () => {
    const idsOf = async (query: string) => (await items('venues', query)).features.map(({ id }) => id).sort();
    const base = '?limit=1000&';
    const found = await idsOf(`${base}bbox=23.1,56.9,23.2,57.0`);
    expect(found.length).toBeGreaterThan(10);
    const turned = `${base}bbox=56.9,23.1,57.0,23.2&bbox-crs=${encodeURIComponent(epsg4326)}`;
    expect(await idsOf(turned)).toEqual(found);
    const all = await idsOf('?limit=1000');
    const inMetres = `${base}bbox=270000,390000,360000,490000&bbox-crs=${encodeURIComponent(epsg3059)}`;
    expect(await idsOf(inMetres)).toEqual(all);
    const wrong = `${base}bbox=23.1,56.9,23.2,57.0&bbox-crs=${encodeURIComponent(epsg4326)}`;
    expect((await idsOf(wrong)).length).toBeLessThan(found.length);
  });
});

describe('CSV', () => {
  it('holds the same as GeoJSON, in every collection and system', async () => {
    for (const id of collectionIds) {
      for (const crs of [crs84, epsg3059] as const) {
        const query = `?limit=200&crs=${encodeURIComponent(crs)}`;
        const page = await items(id, query);
        const text = await follow<string>(`http://karte.lv/api/v1/collections/${id}/items${query}&f=csv`);
        const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
        expect(rows, id).toHaveLength(page.features.length);
        page.features.forEach(({ id: featureId, properties, geometry }, index) => {
          const row = rows[index] ?? {};
          expect(row.id).toBe(String(featureId));
          for (const [name, value] of Object.entries(properties ?? {})) {
            const written = value === null ? '' : Array.isArray(value) ? value.join(';') : String(value);
            expect(row[name]?.replace(/^'(?=[=+\-@])/, ''), `${id}.${name}`).toBe(written);
          }
          if (geometry?.type === 'Point') {
            expect(axisNames(crs).map((name) => Number(row[name]))).toEqual(geometry.coordinates);
          }
        });
      }
    }
  });

  it('goes from page to page by its Link header', async () => {
    const first = await request(world.app)
      .get('/api/v1/collections/settlements/items?limit=1&f=csv')
      .expect(200);
    const next = /<([^>]+)>; rel="next"; type="text\/csv"/.exec(first.headers.link ?? '')?.[1];
    expect(new URL(next ?? '').searchParams.get('f')).toBe('csv');
    expect(Number(first.headers['ogc-numbermatched'])).toBeGreaterThan(1);
  });
});

describe('narrowing', () => {
  it('finds words without regard to case and diacritics', async () => {
    const names = async (q: string) =>
      (await items('venues', `?q=${encodeURIComponent(q)}`)).features.map(
        ({ properties }) => properties?.nameLv,
      );
    const found = await names('BIBLIOTEKA');
    expect(found.length).toBeGreaterThan(5);
    expect(await names('bibliotēka')).toEqual(found);
    expect(await names('nekas tāds nav')).toEqual([]);
  });

  it('by time gives what is under way in the interval', async () => {
    const day = await items('events', '?datetime=2026-10-24/2026-10-25&limit=1000');
    expect(day.numberMatched).toBeGreaterThan(0);
    const [from, to] = [Date.parse('2026-10-23T21:00:00Z'), Date.parse('2026-10-25T22:00:00Z')];
    for (const { properties } of day.features) {
      expect(Date.parse(properties?.startsAt)).toBeLessThan(to);
      expect(Date.parse(properties?.endsAt ?? properties?.startsAt)).toBeGreaterThanOrEqual(from);
    }
  });

  it('refuses the cursor of another question', async () => {
    const first = await items('venues', '?limit=1');
    const cursor = new URL(linkOf(first.links, 'next')).searchParams.get('cursor') ?? '';
    const other = await request(world.app)
      .get(`/api/v1/collections/venues/items?limit=1&kind=museum&cursor=${encodeURIComponent(cursor)}`)
      .expect(400);
    expect(other.body.errors).toMatchObject([{ field: 'cursor' }]);
    await request(world.app).get('/api/v1/collections/venues/items?cursor=broken').expect(400);
  });
});
