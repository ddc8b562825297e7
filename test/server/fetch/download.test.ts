import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSidecar } from '#server/fetch/sidecar.ts';
import { type FetchWorld, openFetchWorld } from './world.ts';

const lines = (first: string, count = 4000) =>
  `Level,Code,Name\n${Array.from({ length: count }, (_, i) => `4,${String(i).padStart(7, '0')},${first} pagasts`).join('\n')}\n`;
const body = lines('Slampes');
const changed = lines('Džūkstes', 5000);
const hash = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

let world: FetchWorld;
beforeEach(async () => {
  world = await openFetchWorld();
});
afterEach(() => world.close());
const content = () => readFileSync(world.path, 'utf8');
const ranges = () => world.server.asked.map(({ headers }) => headers.range ?? null);

describe('a publisher that behaves well', () => {
  it('gives the file, and what is known of it lies beside', async () => {
    world.server.serve('/a.csv', { body, type: 'text/csv', lastModified: 'Sun, 22 Nov 2026 09:00:00 GMT' });
    const seen: (readonly [number, number | null])[] = [];
    const { state, sidecar } = await world.fetch('/a.csv', {
      onBytes: (bytes, total) => void seen.push([bytes, total]),
    });
    expect(state).toBe('new');
    expect(content()).toBe(body);
    expect(sidecar).toEqual({
      source: 'atvk',
      title: 'Kodi',
      publisher: 'Pārvalde',
      licence: 'CC BY 4.0',
      licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
      landingPage: 'https://example.org/codes',
      url: `${world.server.url}/a.csv`,
      finalUrl: `${world.server.url}/a.csv`,
      etag: `"${Buffer.byteLength(body)}-v1"`,
      lastModified: 'Sun, 22 Nov 2026 09:00:00 GMT',
      retrievedAt: '2026-11-22T10:00:00.000Z',
      checkedAt: '2026-11-22T10:00:00.000Z',
      sha256: hash(body),
      bytes: Buffer.byteLength(body),
      contentType: 'text/csv',
    });
    expect(await readSidecar(world.path)).toEqual(sidecar);
    expect(seen.at(-1)).toEqual([Buffer.byteLength(body), Buffer.byteLength(body)]);
    expect(world.left()).toEqual(['codes.csv', 'codes.csv.fetched.json']);
  });

  it('is told who asks, and is asked for the file as it is', async () => {
    world.server.serve('/a.csv', { body });
    await world.fetch('/a.csv');
    const headers = world.server.asked[0]?.headers;
    expect(headers?.['user-agent']).toBe('TukumsCultureMap/test (open-data import)');
    expect(headers?.['accept-encoding']).toBe('identity');
    expect(headers?.cookie).toBeUndefined();
    expect(headers?.referer).toBeUndefined();
  });

  it('is not asked for the same again', async () => {
    world.server.serve('/a.csv', { body });
    await world.fetch('/a.csv');
    const again = await world.fetch('/a.csv', { now: '2026-12-01T10:00:00Z' });
    expect(again.state).toBe('unchanged');
    expect(again.sidecar.retrievedAt).toBe('2026-11-22T10:00:00.000Z');
    expect(again.sidecar.checkedAt).toBe('2026-12-01T10:00:00.000Z');
    expect(world.server.asked[1]?.headers['if-none-match']).toBe(again.sidecar.etag);
    expect(await readSidecar(world.path)).toEqual(again.sidecar);
  });

  it('is asked by date where it names no state', async () => {
    const lastModified = 'Sun, 22 Nov 2026 09:00:00 GMT';
    world.server.serve('/a.csv', { body, etag: null, lastModified });
    await world.fetch('/a.csv');
    expect((await world.fetch('/a.csv')).state).toBe('unchanged');
    expect(world.server.asked[1]?.headers['if-modified-since']).toBe(lastModified);
    expect(world.server.asked[1]?.headers['if-none-match']).toBeUndefined();
  });

  it('may name neither: the same bytes are still nothing new', async () => {
    world.server.serve('/a.csv', { body, etag: null });
    await world.fetch('/a.csv');
    expect((await world.fetch('/a.csv')).state).toBe('unchanged');
    expect(world.left()).toEqual(['codes.csv', 'codes.csv.fetched.json']);
  });

  it('has something newer: it takes the place of the old', async () => {
    world.server.serve('/a.csv', { body });
    await world.fetch('/a.csv');
    world.server.serve('/a.csv', { body: changed });
    expect((await world.fetch('/a.csv')).state).toBe('changed');
    expect(content()).toBe(changed);
    expect((await readSidecar(world.path))?.sha256).toBe(hash(changed));
  });

  it('is asked in full again when the file here was changed by somebody', async () => {
    world.server.serve('/a.csv', { body });
    await world.fetch('/a.csv');
    writeFileSync(world.path, body.replace('Slampes', 'Slempes'));
    expect(await readSidecar(world.path)).toBeNull();
    await world.fetch('/a.csv');
    expect(world.server.asked[1]?.headers['if-none-match']).toBeUndefined();
    expect(content()).toBe(body);
  });

  it('is asked with the stated query where it is a statistics portal', async () => {
    const answer = '{"class":"dataset","value":[43430]}';
    world.server.serve('/api/IRS051', {
      body: answer,
      expectsPost: '"values":["TOTAL"]',
      type: 'application/json',
    });
    const query = { query: [{ code: 'INDICATOR', selection: { filter: 'item', values: ['TOTAL'] } }] };
    const from = { kind: 'pxweb', url: `${world.server.url}/api/IRS051`, query } as const;
    expect((await world.fetch(from, { content: 'json' })).state).toBe('new');
    expect(content()).toBe(answer);
    expect((await world.fetch(from, { content: 'json' })).state).toBe('unchanged');
  });
});

describe('a connection that is cut', () => {
  const bytes = 30_000;

  it('is taken up where it ended', async () => {
    world.server.serve('/a.csv', { body, cutAfter: { bytes, times: 2 } });
    await world.fetch('/a.csv');
    expect(content()).toBe(body);
    const [, second, third] = world.server.asked;
    expect(ranges()[0]).toBeNull();
    expect(second?.headers.range).toBe(`bytes=${bytes}-`);
    expect(third?.headers.range).toBe(`bytes=${2 * bytes}-`);
    expect(second?.headers['if-range']).toBe(`"${Buffer.byteLength(body)}-v1"`);
    expect(world.left()).toEqual(['codes.csv', 'codes.csv.fetched.json']);
  });

  it('is taken up by date where there is no tag, and begun anew where there is neither', async () => {
    const lastModified = 'Sun, 22 Nov 2026 09:00:00 GMT';
    world.server.serve('/a.csv', { body, etag: null, lastModified, cutAfter: { bytes, times: 1 } });
    await world.fetch('/a.csv');
    expect(world.server.asked[1]?.headers['if-range']).toBe(lastModified);
    world.server.forget();
    world.server.serve('/b.csv', { body: changed, etag: null, cutAfter: { bytes, times: 1 } });
    await world.fetch('/b.csv');
    expect(ranges()).toEqual([null, null]);
    expect(content()).toBe(changed);
  });

  it('is never taken up by a weak tag, which does not hold byte for byte', async () => {
    world.server.serve('/a.csv', { body, etag: 'W/"1"', cutAfter: { bytes, times: 1 } });
    await world.fetch('/a.csv');
    expect(ranges()).toEqual([null, null]);
    expect(content()).toBe(body);
  });

  it('is begun anew where the server knows no parts', async () => {
    world.server.serve('/a.csv', { body, hasRanges: false, cutAfter: { bytes, times: 1 } });
    await world.fetch('/a.csv');
    expect(ranges()).toEqual([null, `bytes=${bytes}-`]);
    expect(content()).toBe(body);
  });

  it('is begun anew where the file has changed meanwhile: two states never mix', async () => {
    const instead = { body: changed };
    world.server.serve('/a.csv', { body, cutAfter: { bytes }, later: { after: 1, instead } });
    await world.fetch('/a.csv');
    expect(world.server.asked).toHaveLength(2);
    expect(content()).toBe(changed);
  });

  it('is begun anew where the server sends another stretch than was asked for', async () => {
    world.server.serve('/a.csv', {
      body,
      cutAfter: { bytes, times: 1 },
      later: { after: 1, instead: { body, rangeStart: 7, later: { after: 2, instead: { body } } } },
    });
    await world.fetch('/a.csv');
    expect(ranges()).toEqual([null, `bytes=${bytes}-`, null]);
    expect(content()).toBe(body);
  });

  it('is begun anew where the file has become shorter than the part', async () => {
    const short = lines('Tumes', 10);
    const etag = '"same"';
    world.server.serve('/a.csv', {
      body,
      etag,
      cutAfter: { bytes },
      later: { after: 1, instead: { body: short, etag } },
    });
    await world.fetch('/a.csv');
    expect(content()).toBe(short);
  });

  it('is given up after a few times in vain; the old file and the part stay, and the next call goes on', async () => {
    world.server.serve('/a.csv', { body: changed });
    await world.fetch('/a.csv');
    world.server.serve('/b.csv', { body, hasRanges: false, cutAfter: { bytes } });
    const { code } = await world.failure('/b.csv');
    expect(code).toBe('cut');
    expect(world.pauses).toEqual([5, 10]);
    expect(content()).toBe(changed);
    expect(world.left()).toContain('codes.csv.part');
    world.server.forget();
    world.server.serve('/b.csv', { body });
    await world.fetch('/b.csv');
    expect(ranges()).toEqual([`bytes=${bytes}-`]);
    expect(content()).toBe(body);
  });

  it('ends also where a little more arrives each time', async () => {
    world.server.serve('/a.csv', { body, cutAfter: { bytes: 600 } });
    expect((await world.failure('/a.csv')).code).toBe('cut');
    expect(world.server.asked).toHaveLength(12);
  });

  it('is noticed where the server says a longer length than it sends', async () => {
    world.server.serve('/a.csv', { body, statedLength: Buffer.byteLength(body) + 10, etag: null });
    expect((await world.failure('/a.csv')).code).toBe('cut');
    expect(world.left()).toEqual([]);
  });
});

describe('a part of an earlier call', () => {
  it('of another address is not continued', async () => {
    world.server.serve('/a.csv', { body, cutAfter: { bytes: 30_000 }, hasRanges: false });
    await world.failure('/a.csv');
    world.server.forget();
    world.server.serve('/b.csv', { body: changed });
    await world.fetch('/b.csv');
    expect(ranges()).toEqual([null]);
    expect(content()).toBe(changed);
  });

  it('with a note that cannot be read is not continued', async () => {
    writeFileSync(`${world.path}.part`, 'half of something');
    writeFileSync(`${world.path}.part.json`, '{"url":');
    world.server.serve('/a.csv', { body });
    await world.fetch('/a.csv');
    expect(content()).toBe(body);
    expect(world.left()).toEqual(['codes.csv', 'codes.csv.fetched.json']);
  });
});

describe('one file, two calls', () => {
  it('lets only one of them write', async () => {
    world.server.serve('/a.csv', { body, answersAfterMs: 150 });
    const first = world.fetch('/a.csv');
    await expect.poll(() => world.left()).toContain('codes.csv.lock');
    expect((await world.failure('/a.csv')).code).toBe('in-use');
    await first;
    expect(content()).toBe(body);
  });

  it('passes over the lock of a process that is gone', async () => {
    writeFileSync(`${world.path}.lock`, '4194303');
    world.server.serve('/a.csv', { body });
    await world.fetch('/a.csv');
    expect(world.left()).not.toContain('codes.csv.lock');
  });
});
