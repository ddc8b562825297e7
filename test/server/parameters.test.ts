import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { collectionIds, collections } from '#core/contract/features/index.ts';
import { lightApp } from './light.ts';

const app = lightApp();
const venues = '/api/v1/collections/venues/items';

interface Fault {
  readonly field: string;
  readonly fault: string;
  readonly expected?: string;
}
const faultsOf = (body: { errors: Fault[] }) => body.errors.map(({ field, fault }) => [field, fault]);

describe('parameters', () => {
  it.each([
    ['limit=0', 'limit', 'out-of-range'],
    ['limit=-1', 'limit', 'out-of-range'],
    ['limit=x', 'limit', 'not-a-number'],
    ['limit=', 'limit', 'not-a-number'],
    ['limit=1.5', 'limit', 'not-a-number'],
    ['bbox=1,2,3', 'bbox', 'malformed'],
    ['bbox=24,56,23,57', 'bbox', 'end-before-start'],
    ['bbox=NaN,56,23,57', 'bbox', 'not-a-number'],
    ['bbox=23,56,24,99', 'bbox', 'out-of-range'],
    ['bbox-crs=EPSG:9999', 'bbox-crs', 'not-one-of'],
    ['crs=http://www.opengis.net/def/crs/EPSG/0/3857', 'crs', 'not-one-of'],
    ['datetime=yesterday', 'datetime', 'malformed'],
    ['datetime=0000-01-01', 'datetime', 'out-of-range'],
    ['datetime=../9999-12-31', 'datetime', 'out-of-range'],
    ['datetime=2026-12-02/2026-12-01', 'datetime', 'end-before-start'],
    ['kind=librarie', 'kind', 'not-one-of'],
    ['kind=library,nothing', 'kind', 'not-one-of'],
    ['kind=', 'kind', 'missing'],
    ['q=%20', 'q', 'missing'],
    [`q=${'a'.repeat(201)}`, 'q', 'too-long'],
    ['sortby=position', 'sortby', 'not-one-of'],
    ['f=xml', 'f', 'not-one-of'],
    ['lang=de', 'lang', 'not-one-of'],
    ['colour=red', 'colour', 'unknown-parameter'],
    ['Limit=1', 'Limit', 'unknown-parameter'],
    ['limit=1&limit=2', 'limit', 'repeated'],
    ['kind[]=library', 'kind[]', 'unknown-parameter'],
    ['__proto__=1', '__proto__', 'unknown-parameter'],
    ['q=a%00b', 'q', 'malformed'],
    ['q=%ff', 'q', 'malformed'],
    ['q=%', 'q', 'malformed'],
    ['%ff=1', 'query', 'malformed'],
  ])('%s is refused', async (query, field, fault) => {
    const answer = await request(app).get(`${venues}?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.type).toBe('application/problem+json');
    expect(faultsOf(answer.body)).toEqual([[field, fault]]);
  });

  it('are all named at once', async () => {
    const { body } = await request(app).get(`${venues}?limit=x&bbox=1,2&kind=y&foo=1`);
    expect(faultsOf(body).sort()).toEqual([
      ['bbox', 'malformed'],
      ['foo', 'unknown-parameter'],
      ['kind', 'not-one-of'],
      ['limit', 'not-a-number'],
    ]);
  });

  it('say what would fit', async () => {
    const { body } = await request(app).get(`${venues}?foo=1&status=maybe`);
    const expected = new Map((body.errors as Fault[]).map((fault) => [fault.field, fault.expected]));
    expect(expected.get('status')).toBe('open, service-point, unknown, closed');
    expect(expected.get('foo')).toContain('territoryId');
  });

  it('take a limit above the largest as the largest, and a plus before a sort name', async () => {
    const asked: unknown[] = [];
    const spy = lightApp({
      data: {
        listVenues: async (query) => {
          asked.push([query.limit, query.sortby]);
          return { items: [], numberMatched: 0, nextCursor: null };
        },
      },
    });
    await request(spy).get(`${venues}?limit=999999&sortby=-nameLv`).expect(200);
    await request(spy).get(`${venues}?limit=10000&sortby=+kind`).expect(200);
    await request(spy).get(venues).expect(200);
    expect(asked).toEqual([
      [10_000, { property: 'nameLv', descending: true }],
      [10_000, { property: 'kind', descending: false }],
      [100, null],
    ]);
  });

  it.each(collectionIds)('of %s include every declared filter and sort name', async (id) => {
    const { filters, sortables } = collections[id];
    for (const [name, allowed] of Object.entries(filters)) {
      const value = allowed?.[0] ?? 'x';
      await request(app).get(`/api/v1/collections/${id}/items?${name}=${value}`).expect(200);
    }
    for (const name of sortables)
      await request(app).get(`/api/v1/collections/${id}/items?sortby=${name}`).expect(200);
  });

  it.each([
    ['/api/v1/access/nearest?mode=horse', 'mode', 'not-one-of'],
    ['/api/v1/access/nearest?offer=cinema,zoo', 'offer', 'not-one-of'],
    ['/api/v1/access/nearest?cutoffMinutes=0', 'cutoffMinutes', 'out-of-range'],
    ['/api/v1/access/nearest?cutoffMinutes=181', 'cutoffMinutes', 'out-of-range'],
    ['/api/v1/access/nearest?cutoffMinutes=abc', 'cutoffMinutes', 'not-a-number'],
    ['/api/v1/access/nearest?cutoffMinutes=0x1e', 'cutoffMinutes', 'not-a-number'],
    ['/api/v1/access/nearest?cutoffMinutes=3e1', 'cutoffMinutes', 'not-a-number'],
    ['/api/v1/access/nearest?cutoffMinutes=30.0', 'cutoffMinutes', 'not-a-number'],
    ['/api/v1/access/nearest?cutoffMinutes=', 'cutoffMinutes', 'not-a-number'],
    ['/api/v1/access/nearest?venueStatus=ruined', 'venueStatus.0', 'not-one-of'],
    ['/api/v1/access/nearest?level=streets', 'level', 'not-one-of'],
    ['/api/v1/access/nearest/ways', 'cell', 'missing'],
    ['/api/v1/access/nearest/ways?cell=here', 'cell', 'malformed'],
    ['/api/v1/travel-times/slampes-pagasts?mode=bus', 'mode', 'not-one-of'],
    ['/api/v1/figures?limit=5000', 'limit', 'out-of-range'],
    ['/api/v1?x=1', 'x', 'unknown-parameter'],
    ['/health/live?x=1', 'x', 'unknown-parameter'],
    ['/api/v1/events.ics?limit=1', 'limit', 'unknown-parameter'],
    ['/api/v1/events.ics?datetime=0001-01-01/..', 'datetime', 'out-of-range'],
  ])('%s is refused', async (address, field, fault) => {
    const answer = await request(app).get(address).expect(400);
    expect(faultsOf(answer.body)).toEqual([[field, fault]]);
  });
});

describe('paths', () => {
  it.each([
    '/api/v1/collections/nothing',
    '/api/v1/collections/venues/items/nothing',
    '/api/v1/access/happiness',
    '/api/v1/nothing',
    '/api/v2',
    '/f/nothing.svg',
    '/f/nothing.gif',
    '/assets/nothing.js',
  ])('%s is not found', async (path) => {
    const answer = await request(app).get(path).expect(404);
    expect(answer.type).toBe('application/problem+json');
  });

  it.each(['/api/v1/%00', '/api/v1/collections/%ff', '/api/v1/%', '/%e0%a4%a'])(
    '%s is malformed',
    async (path) => {
      const answer = await request(app).get(path).expect(400);
      expect(faultsOf(answer.body)).toEqual([['path', 'malformed']]);
    },
  );

  it('do not leave the folder of the page', async () => {
    for (const path of ['/../package.json', '/..%2fpackage.json', '/%2e%2e/package.json']) {
      const answer = await request(app).get(path);
      expect(answer.status, path).toBe(404);
      expect(answer.text).not.toContain('"dependencies"');
    }
  });

  it('take only the methods they have, and tell them', async () => {
    const refused = await request(app).delete(venues).expect(405);
    expect(refused.headers.allow).toBe('GET, HEAD, OPTIONS');
    const figures = await request(app).put('/api/v1/figures').expect(405);
    expect(figures.headers.allow).toBe('GET, POST, HEAD, OPTIONS');
    await request(app).post('/par-datiem').expect(405);
    const options = await request(app).options('/api/v1/figures').expect(204);
    expect(options.headers.allow).toBe('GET, POST, HEAD, OPTIONS');
  });

  it('answer HEAD as GET without the body', async () => {
    const get = await request(app).get(venues).set('Accept-Encoding', 'identity').set('Host', 'karte.lv');
    const head = await request(app)
      .head(venues)
      .set('Host', 'karte.lv')
      .set('Accept-Encoding', 'identity')
      .expect(200);
    for (const name of ['content-type', 'content-length', 'etag', 'content-crs', 'link']) {
      expect(head.headers[name], name).toBe(get.headers[name]);
    }
    expect(head.text ?? '').toBe('');
  });
});
