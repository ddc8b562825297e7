import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchFaults } from '#core/language/said/fetch.ts';
import { isPrivate } from '#server/fetch/address.ts';
import { fromDisk } from '#server/fetch/failure.ts';
import { retryAfterMs } from '#server/fetch/status.ts';
import { type Imitation, imitate } from '../../imitation-server.ts';
import { type FetchWorld, openFetchWorld } from './world.ts';

const body = `Level,Code,Name\n${'4,0900280,Slampes pagasts\n'.repeat(4000)}`;
const page = '<!DOCTYPE html><html><head><title>Pārbaude</title></head><body>Vai esat cilvēks?</body></html>';
const zip = Buffer.from(zipSync({ 'units.shp': Buffer.from(body) }, { level: 0 }));

let world: FetchWorld;
beforeEach(async () => {
  world = await openFetchWorld();
});
afterEach(() => world.close());
const host = () => new URL(world.server.url).host;

describe('answers that bring no file', () => {
  it.each([401, 403, 406, 451])(
    '%i: scripts are not let in; asked once, nothing is left behind',
    async (status) => {
      world.server.serve('/a.csv', { body: page, fails: { status } });
      const { code, values } = await world.failure('/a.csv');
      expect(code).toBe('refused');
      expect(values).toMatchObject({ status, host: host() });
      expect(world.server.asked).toHaveLength(1);
      expect(world.left()).toEqual([]);
    },
  );

  it.each([404, 410])('%i: the address has gone', async (status) => {
    world.server.serve('/a.csv', { body, fails: { status } });
    expect((await world.failure('/a.csv')).code).toBe('gone');
    expect(world.server.asked).toHaveLength(1);
  });

  it('500 and then 200: asked again after a pause', async () => {
    world.server.serve('/a.csv', { body, fails: { status: 500, times: 2 } });
    expect((await world.fetch('/a.csv')).state).toBe('new');
    expect(world.pauses).toEqual([5, 10]);
  });

  it('500 for ever: given up after a few attempts', async () => {
    world.server.serve('/a.csv', { body, fails: { status: 502 } });
    expect((await world.failure('/a.csv')).code).toBe('server-error');
    expect(world.server.asked).toHaveLength(3);
  });

  it.each([429, 503])('%i: waits as long as is asked', async (status) => {
    world.server.serve('/a.csv', { body, fails: { status, times: 1, retryAfter: '1' } });
    expect((await world.fetch('/a.csv')).state).toBe('new');
    expect(world.pauses).toEqual([1000]);
  });

  it('503 for an hour: says so and does not wait', async () => {
    world.server.serve('/a.csv', { body, fails: { status: 503, retryAfter: '3600' } });
    const { code, values } = await world.failure('/a.csv');
    expect(code).toBe('busy');
    expect(values.seconds).toBe(3600);
    expect(world.pauses).toEqual([]);
  });

  it('understands Retry-After as seconds, as a date, and nonsense as nothing', () => {
    const now = Date.parse('2026-11-22T10:00:00Z');
    expect(retryAfterMs('120', now)).toBe(120_000);
    expect(retryAfterMs('Sun, 22 Nov 2026 10:00:30 GMT', now)).toBe(30_000);
    expect(retryAfterMs('Sun, 22 Nov 2026 09:00:00 GMT', now)).toBe(0);
    expect(retryAfterMs('soon', now)).toBeNull();
    expect(retryAfterMs(undefined, now)).toBeNull();
  });

  it('204: is no file', async () => {
    world.server.serve('/a.csv', { body: '', fails: { status: 204 } });
    expect((await world.failure('/a.csv')).code).toBe('unexpected-status');
  });
});

describe('files that are not what they should be', () => {
  it.each([
    ['zip', page, 'HTML'],
    ['csv', page, 'HTML'],
    ['csv', zip, 'ZIP'],
    ['csv', '{"success":false}', 'JSON'],
    ['json', page, 'HTML'],
    ['json', body, 'text'],
    ['pbf', page, 'HTML'],
    ['pbf', zip, 'ZIP'],
    ['zip', '\ufeff<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', 'XML'],
    ['csv', '', '0 B'],
  ] as const)('a %s that is something else is refused by its own bytes', async (content, sent, found) => {
    world.server.serve('/a.csv', { body: sent, type: 'application/zip' });
    const { code, values } = await world.failure('/a.csv', { content });
    expect(code).toBe('wrong-type');
    expect(values.found).toBe(found);
    expect(world.left()).toEqual([]);
  });

  it('is refused before the whole of it has arrived', async () => {
    const long = page + ' '.repeat(900_000);
    let most = 0;
    world.server.serve('/a.csv', { body: long, stopsAfter: 2000 });
    const { code } = await world.failure('/a.csv', {
      onBytes: (bytes) => {
        most = bytes;
      },
    });
    expect(code).toBe('wrong-type');
    expect(most).toBeLessThan(10_000);
  });

  it('takes a ZIP, a PBF and JSON for what they are', async () => {
    const pbf = Buffer.concat([
      Buffer.from([0, 0, 0, 14, 10, 9]),
      Buffer.from('OSMHeader'),
      Buffer.alloc(40),
    ]);
    for (const [content, sent] of [
      ['zip', zip],
      ['pbf', pbf],
      ['json', '\ufeff {"class":"dataset"}'],
    ] as const) {
      world.server.serve('/a.csv', { body: sent, type: 'text/html' });
      expect(['new', 'changed']).toContain((await world.fetch('/a.csv', { content })).state);
    }
  });

  it('an archive without its end, of a length that was said to be whole, is no archive', async () => {
    const half = zip.subarray(0, zip.length - 30);
    world.server.serve('/a.csv', { body: half });
    expect((await world.failure('/a.csv', { content: 'zip' })).code).toBe('cut');
    expect(world.left()).toEqual([]);
  });

  it('keeps what was there', async () => {
    world.server.serve('/a.csv', { body });
    await world.fetch('/a.csv');
    world.server.serve('/a.csv', { body: page, type: 'text/html' });
    expect((await world.failure('/a.csv')).code).toBe('wrong-type');
    expect(readFileSync(world.path, 'utf8')).toBe(body);
  });
});

describe('files that are too large', () => {
  const large = `a,b\n${'1,2\n'.repeat(500_000)}`;

  it('are refused by the length that is stated', async () => {
    world.server.serve('/a.csv', { body: large });
    const { code, values } = await world.failure('/a.csv');
    expect(code).toBe('too-large');
    expect(values.megabytes).toBe(1);
    expect(world.left()).toEqual([]);
  });

  it('are refused where no length is stated, as they arrive', async () => {
    world.server.serve('/a.csv', { body: large, isChunked: true });
    expect((await world.failure('/a.csv')).code).toBe('too-large');
    expect(world.left()).toEqual([]);
  });

  it('are refused where they are small only as long as they are packed', async () => {
    world.server.serve('/a.csv', { body: large, encoding: 'gzip' });
    expect((await world.failure('/a.csv')).code).toBe('too-large');
    expect(world.left()).toEqual([]);
  });

  it('are refused where they grow beyond it part by part', async () => {
    world.server.serve('/a.csv', { body: large, isChunked: true, cutAfter: { bytes: 600_000 } });
    expect((await world.failure('/a.csv')).code).toBe('too-large');
  });

  it('are not those that are packed though nobody asked: they are unpacked', async () => {
    world.server.serve('/a.csv', { body, encoding: 'gzip' });
    const { sidecar } = await world.fetch('/a.csv');
    expect(readFileSync(world.path, 'utf8')).toBe(body);
    expect(sidecar.bytes).toBe(Buffer.byteLength(body));
  });

  it('packed in a way that nobody knows, are refused', async () => {
    world.server.serve('/a.csv', { body, encoding: 'compress' });
    expect((await world.failure('/a.csv')).code).toBe('encoding');
  });

  it('a stated length that is too short does not make half a file whole', async () => {
    world.server.serve('/a.csv', { body: zip, statedLength: 60_000 });
    expect((await world.failure('/a.csv', { content: 'zip' })).code).toMatch(/cut|broken-answer/);
    expect(world.left()).toEqual([]);
  });
});

describe('a server that lets one wait', () => {
  it('is given up when no answer begins', async () => {
    world.server.serve('/a.csv', { body, answersAfterMs: 5000 });
    const { code } = await world.failure('/a.csv', { settings: { answerMs: 60, mostAttempts: 2 } });
    expect(code).toBe('timed-out');
    expect(world.server.asked).toHaveLength(2);
  });

  it('is given up when nothing more arrives, and what has arrived is continued', async () => {
    world.server.serve('/a.csv', {
      body,
      stopsAfter: 50_000,
      later: { after: 1, instead: { body } },
    });
    expect((await world.fetch('/a.csv', { settings: { idleMs: 80 } })).state).toBe('new');
    expect(world.server.asked[1]?.headers.range).toBe('bytes=50000-');
    expect(readFileSync(world.path, 'utf8')).toBe(body);
  });

  it('has so much time altogether and no more; the part stays', async () => {
    world.server.serve('/a.csv', { body, stopsAfter: 50_000 });
    const { code } = await world.failure('/a.csv', { settings: { wholeMs: 150, idleMs: 5000 } });
    expect(code).toBe('took-too-long');
    expect(world.left()).toContain('codes.csv.part');
  });

  it('is left at once when somebody ends the command', async () => {
    world.server.serve('/a.csv', { body, stopsAfter: 50_000 });
    const ending = new AbortController();
    const ended = world.fetch('/a.csv', { signal: ending.signal, settings: { idleMs: 5000 } });
    await expect.poll(() => world.left()).toContain('codes.csv.part');
    ending.abort(new Error('Ctrl+C'));
    await expect(ended).rejects.toThrow('Ctrl+C');
    expect(world.left()).not.toContain('codes.csv.lock');
  });
});

describe('redirections', () => {
  let other: Imitation;
  beforeEach(async () => {
    other = await imitate({ '/secret.csv': { body } });
  });
  afterEach(() => other.close());

  it('are followed, and the last address is kept without what stands behind its question mark', async () => {
    world.server.serve('/a.csv', { body: '', redirectTo: '/b.csv', redirectStatus: 301 });
    world.server.serve('/b.csv', { body: '', redirectTo: '/c.csv?signature=1', redirectStatus: 307 });
    world.server.serve('/c.csv?signature=1', { body });
    const { sidecar } = await world.fetch('/a.csv');
    expect(sidecar.url).toBe(`${world.server.url}/a.csv`);
    expect(sidecar.finalUrl).toBe(`${world.server.url}/c.csv`);
  });

  it('that lead in a circle are ended', async () => {
    world.server.serve('/a.csv', { body: '', redirectTo: '/a.csv' });
    expect((await world.failure('/a.csv')).code).toBe('too-many-redirects');
    expect(world.server.asked).toHaveLength(6);
  });

  it.each(['ftp://example.org/a.csv', 'file:///etc/passwd', 'http://name:word@example.org/a.csv', 'http://'])(
    'to %s are not followed',
    async (redirectTo) => {
      world.server.serve('/a.csv', { body: '', redirectTo });
      expect((await world.failure('/a.csv')).code).toBe('unsafe-redirect');
    },
  );

  it('into a private network are not followed, by number or by name', async () => {
    const { port } = new URL(other.url);
    for (const name of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1']) {
      world.server.serve('/a.csv', { body: '', redirectTo: `http://${name}:${port}/secret.csv` });
      expect((await world.failure('/a.csv')).code).toBe('private-address');
    }
    expect(other.asked).toEqual([]);
  });

  it('of what was posted are followed only where it is to be posted again', async () => {
    const from = { kind: 'pxweb', url: `${world.server.url}/a.csv`, query: { q: 1 } } as const;
    world.server.serve('/b.csv', { body: '{}', expectsPost: '"q":1' });
    world.server.serve('/a.csv', { body: '', redirectTo: '/b.csv', redirectStatus: 302 });
    expect((await world.failure(from, { content: 'json' })).code).toBe('unsafe-redirect');
    world.server.serve('/a.csv', { body: '', redirectTo: '/b.csv', redirectStatus: 307 });
    expect((await world.fetch(from, { content: 'json' })).state).toBe('new');
  });

  it('knows private addresses from public ones', () => {
    const insiders = [
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '127.8.8.8',
      '0.0.0.0',
      '100.64.0.1',
    ];
    expect(
      [...insiders, '::1', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1'].filter((each) => !isPrivate(each)),
    ).toEqual([]);
    expect(['8.8.8.8', '172.32.0.1', '193.40.5.1', '2a00:1450::1'].filter(isPrivate)).toEqual([]);
  });
});

describe('the machine here', () => {
  it('may have no server to reach: said with the host', async () => {
    const gone = await imitate();
    await gone.close();
    const { code, values } = await world.failure({ kind: 'address', url: `${gone.url}/a.csv` });
    expect(code).toBe('unreachable');
    expect(values.detail).toBe('ECONNREFUSED');
  });

  it('may have a file where a folder must be', async () => {
    writeFileSync(join(world.folder, 'codes.csv.lock'), '4194303');
    mkdirSync(join(world.folder, 'codes.csv.part'));
    world.server.serve('/a.csv', { body });
    await expect(world.fetch('/a.csv')).rejects.toThrow();
    expect(world.left()).not.toContain('codes.csv.lock');
  });

  it('may have no room or no rights: both are said with the path', () => {
    for (const [code, fault] of [
      ['ENOSPC', 'disk-full'],
      ['EACCES', 'no-rights'],
      ['EROFS', 'no-rights'],
    ] as const) {
      const error = Object.assign(new Error(code), { code });
      expect(fromDisk(error, '/data/a.csv')).toMatchObject({ code: fault, values: { path: '/data/a.csv' } });
    }
  });
});

describe('every fault', () => {
  it('has a sentence in both languages with the same values', () => {
    for (const { lv, en } of Object.values(fetchFaults)) {
      const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(values(lv)).toEqual(values(en));
    }
  });
});
