import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { problemCodes } from '#core/problem.ts';
import { version } from '../toytown/engine-data.ts';
import { lightApp } from './light.ts';

const app = lightApp();
const venues = '/api/v1/collections/venues/items';

describe('errors', () => {
  it('are RFC 9457 in Latvian, and in English where asked', async () => {
    const lv = await request(app).get(`${venues}?limit=x`).expect(400);
    expect(lv.body).toMatchObject({
      title: 'Kļūdains pieprasījums',
      status: 400,
      instance: venues,
      requestId: lv.headers['x-request-id'],
      errors: [{ field: 'limit', message: 'nav skaitlis', expected: '1-10000' }],
    });
    expect(lv.body.type).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1\/docs#bad-query$/);
    expect(lv.headers['content-language']).toBe('lv');
    const en = await request(app).get(`${venues}?limit=x`).set('Accept-Language', 'de, en;q=0.5');
    expect(en.body).toMatchObject({ title: 'Bad request', errors: [{ message: 'not a number' }] });
    const asked = await request(app).get(`${venues}?limit=x&lang=en`).set('Accept-Language', 'lv');
    expect(asked.body.title).toBe('Bad request');
    expect(asked.headers['content-language']).toBe('en');
  });

  it('never leak what went wrong inside, and log it under the request', async () => {
    const lines: string[] = [];
    const broken = lightApp({
      data: { listVenues: () => Promise.reject(new Error('secret of the house')) },
      logTo: (line) => lines.push(line),
    });
    const answer = await request(broken).get(venues).expect(500);
    expect(answer.text).not.toContain('secret');
    expect(answer.body.detail).toContain(answer.body.requestId);
    const logged = lines.find((line) => line.includes('secret of the house'));
    expect(JSON.parse(logged ?? '{}')).toMatchObject({ requestId: answer.body.requestId });
  });

  it('say when to come back', async () => {
    const answer = await request(app).get('/api/v1/access/nearest').expect(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.headers.etag).toBeUndefined();
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('have a place in the documentation each', async () => {
    const { text } = await request(app).get('/api/v1/docs').expect(200);
    for (const code of problemCodes) expect(text).toContain(`id="${code}"`);
    expect(text).not.toMatch(/<script|https?:\/\/(?!127\.0\.0\.1)/);
  });

  it('do not believe a Host that is no host', async () => {
    await request(app).get('/api/v1').set('Host', 'a"b<script>').expect(400);
  });
});

describe('formats', () => {
  it('go by Accept, `f` first', async () => {
    const type = async (accept: string, query = '') =>
      (await request(app).get(`${venues}${query}`).set('Accept', accept)).type;
    expect(await type('*/*')).toBe('application/geo+json');
    expect(await type('application/json')).toBe('application/geo+json');
    expect(await type('text/html,application/xhtml+xml,*/*;q=0.8')).toBe('application/geo+json');
    expect(await type('text/csv')).toBe('text/csv');
    expect(await type('text/csv', '?f=geojson')).toBe('application/geo+json');
  });

  it('that do not exist are 406 with those that do', async () => {
    const answer = await request(app).get(venues).set('Accept', 'image/tiff').expect(406);
    expect(answer.body.detail).toContain('application/geo+json, text/csv');
    await request(app).get('/api/v1').set('Accept', 'text/csv').expect(406);
  });

  it('of the description are among those that desktop programs ask for', async () => {
    const type = async (accept: string) =>
      (await request(app).get('/api/v1/openapi.json').set('Accept', accept).expect(200)).type;
    expect(await type('*/*')).toBe('application/vnd.oai.openapi+json');
    expect(await type('application/vnd.oai.openapi+json')).toBe('application/vnd.oai.openapi+json');
    const gdal =
      'application/vnd.oai.openapi+json;version=3.0, application/openapi+json;version=3.0, application/json';
    expect(await type(gdal)).toBe('application/json');
  });
});

describe('revalidation', () => {
  it('answers 304 before any other query, in every encoding', async () => {
    let reads = 0;
    const counting = lightApp({
      data: {
        listVenues: async () => {
          reads += 1;
          return { items: [], numberMatched: 0, nextCursor: null };
        },
      },
    });
    const ask = () => request(counting).get(venues).set('Host', 'karte.lv');
    const first = await ask();
    const etag = first.headers.etag ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    const packed = etag.replace(/"$/, '-gzip"');
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, packed, '*']) {
      const again = await ask().set('If-None-Match', tag).expect(304);
      expect(again.headers.vary).toBe('Accept, Accept-Encoding, Accept-Language');
      expect(again.headers['cache-control']).toBe('no-cache');
    }
    await ask().set('If-None-Match', '"other"').expect(200);
    expect(reads).toBe(2);
  });

  it('tells language, format, data and software apart', async () => {
    const tag = async (which: ReturnType<typeof lightApp>, query = '') =>
      (await request(which).get(`${venues}${query}`).set('Host', 'karte.lv')).headers.etag;
    const newer = lightApp({
      data: { currentVersions: async () => [version(9, 'venues'), version(2, 'events')] },
    });
    const otherEvents = lightApp({
      data: { currentVersions: async () => [version(1, 'venues'), version(7, 'events')] },
    });
    const newSoftware = lightApp({ softwareVersion: '0.0.2' });
    const tags = await Promise.all([
      tag(app),
      tag(app, '?lang=en'),
      tag(app, '?f=csv'),
      tag(newer),
      tag(newSoftware),
    ]);
    expect(new Set(tags).size).toBe(5);
    expect(await tag(otherEvents)).toBe(tags[0]);
    expect(await tag(app)).toBe(tags[0]);
  });

  it('marks compressed bytes as others', async () => {
    const big = '/api/v1/openapi.json';
    const plain = await request(app).get(big).set('Accept-Encoding', 'identity').set('Host', 'karte.lv');
    const packed = await request(app).get(big).set('Accept-Encoding', 'gzip').set('Host', 'karte.lv');
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers.etag).toBe(plain.headers.etag?.replace(/"$/, '-gzip"'));
  });
});

describe('headers', () => {
  it('allow no inline code, no third party and no cookies, on every kind of answer', async () => {
    for (const path of ['/', '/api/v1', venues, '/api/v1/docs', '/nothing', '/health/live', '/robots.txt']) {
      const { headers } = await request(app).get(path);
      const policy = String(headers['content-security-policy']);
      expect(policy, path).toContain("script-src 'self';style-src 'self';");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers['set-cookie'], path).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['permissions-policy']).toContain('geolocation=(self)');
      expect(headers['x-request-id']).toMatch(/^[\w-]+$/);
    }
  });

  it('let any page read the API and no page write', async () => {
    const read = await request(app).get(venues).set('Origin', 'https://example.org');
    expect(read.headers['access-control-allow-origin']).toBe('*');
    const preflight = await request(app).options('/api/v1/figures').set('Origin', 'https://example.org');
    expect(preflight.headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS');
    const page = await request(app).get('/');
    expect(page.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('log', () => {
  it('holds method, path, status, time and id, and never a query string or an address', async () => {
    const lines: string[] = [];
    const logged = lightApp({ logTo: (line) => lines.push(line) });
    const answer = await request(logged)
      .get(`${venues}?bbox=23.12345,56.9,23.2,57.0`)
      .set('X-Request-Id', 'from-the-proxy')
      .set('User-Agent', 'somebody')
      .expect(200);
    expect(answer.headers['x-request-id']).toBe('from-the-proxy');
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0] ?? '{}');
    expect(line).toMatchObject({ method: 'GET', path: venues, res: 200, requestId: 'from-the-proxy' });
    expect(line.ms).toBeTypeOf('number');
    expect(lines[0]).not.toMatch(/23\.12345|bbox|somebody|127\.0\.0\.1/);
  });
});

describe('rate limits', () => {
  it('refuse with Retry-After, count writes apart, and never hold back the health checks', async () => {
    const limited = lightApp({ limits: { readsPerMinute: 3, writesPerMinute: 1, figuresPerHour: 9 } });
    for (let count = 0; count < 3; count++) await request(limited).get('/api/v1').expect(200);
    const answer = await request(limited).get('/api/v1').expect(429);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.headers['retry-after']).toBe('60');
    expect(answer.body.title).toBe('Pārāk daudz pieprasījumu');
    await request(limited).post('/api/v1/figures').send({ measure: 'nearest' }).expect(201);
    await request(limited).post('/api/v1/figures').send({ measure: 'nearest' }).expect(429);
    await request(limited).get('/health/live').expect(200);
  });

  it('keep few figures in an hour, because they stay for ever, and go on drawing', async () => {
    const limited = lightApp({ limits: { readsPerMinute: 9, writesPerMinute: 9, figuresPerHour: 2 } });
    const keep = (path: string) => request(limited).post(path).send({ measure: 'nearest' });
    await keep('/api/v1/figures').expect(201);
    await keep('/api/v1/figures/').expect(201);
    for (const path of ['/api/v1/figures', '/api/v1/figures/']) {
      const answer = await keep(path).expect(429);
      expect(answer.headers['retry-after']).toBe('3600');
      expect(answer.body.detail).toContain('3600');
    }
    await keep('/api/v1/figures/preview').expect(200);
  });
});

describe('health', () => {
  it('is live at once and ready when data and network are', async () => {
    await request(app).get('/health/live').expect(200, { status: 'live' });
    await request(app).get('/health/ready').expect(200, { status: 'ready', database: true, network: true });
    const waiting = lightApp({ data: { isAlive: () => Promise.reject(new Error('gone')) } });
    const answer = await request(waiting).get('/health/ready').expect(503);
    expect(answer.body).toEqual({ status: 'waiting', database: false, network: true });
    expect(answer.headers['retry-after']).toBe('5');
  });
});
