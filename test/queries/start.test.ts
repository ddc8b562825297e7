import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ProgressAnswer } from '#core/transit/timetable-answer.ts';
import { lockFolder } from '#server/db/embedded/lock.ts';
import { onPostgres, openTestDatabase, root, type TestDatabase } from './harness.ts';

let test: TestDatabase;
let server: ChildProcess;
let url = '';

const settings = () =>
  onPostgres
    ? { DATABASE_URL: test.place, DATA_DIR: join(tmpdir(), 'culture-map-cache') }
    : { DATA_DIR: test.place, DATABASE_URL: '' };

const launch = (file: string, args: readonly string[], more: Record<string, string> = {}) =>
  spawn(process.execPath, [join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, ...settings(), PORT: '0', LOG_LEVEL: 'silent', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs a command to its end. */
const run = async (file: string, args: readonly string[], more: Record<string, string> = {}) => {
  const child = launch(file, args, more);
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
};

/** Waits for the line that tells the address. */
const addressOf = async (child: ChildProcess): Promise<string> => {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const found = /is open: (http:\S+)/.exec(said);
    if (found?.[1] !== undefined) return found[1];
  }
  throw new Error(`the server did not start: ${said}`);
};

beforeAll(async () => {
  test = await openTestDatabase();
  await test.close();
  server = launch('server/main.ts', []);
  url = await addressOf(server);
});
afterAll(async () => {
  server.kill('SIGKILL');
  await test.drop();
});

const countOf = async (list: string): Promise<number> => {
  const answer = await fetch(`${url}/api/v1/collections/venues/items?list=${list}&limit=1`);
  return ((await answer.json()) as { numberMatched: number }).numberMatched;
};

describe('a running server', () => {
  it('answers, and is ready', async () => {
    expect(await countOf('shipped')).toBeGreaterThan(50);
  });

  it('shows a list that a command brings meanwhile', async () => {
    const args = ['import', 'venues', join(root, 'geodata/templates/venues.csv'), '--list', 'mine'];
    const { code, said } = await run('server/geodata.ts', args);
    expect(said).toContain('venues/mine: 3 rows');
    expect(code).toBe(0);
    if (onPostgres) await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(await countOf('mine')).toBe(3);
  });

  it('takes a timetable as a stream and answers by it, and tells how far the work ahead is', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'culture-map-gtfs-')), 'feed.zip');
    const folder = join(root, 'geodata/timetable');
    const tables = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const);
    writeFileSync(file, zipSync(Object.fromEntries(tables)));
    const { code, said } = await run('server/geodata.ts', ['import', 'gtfs', file, '--list', 'feed']);
    expect(said).toMatch(/timetable\/feed: \d+ rows/);
    expect(said).toContain('"firstDate"');
    expect(code).toBe(0);
    if (onPostgres) await new Promise((resolve) => setTimeout(resolve, 2_100));
    const timetable = await fetch(`${url}/api/v1/timetable`);
    const { dataVersions } = (await timetable.json()) as { dataVersions: { list: string; id: number }[] };
    expect(dataVersions.map(({ list }) => list)).toEqual(['feed']);
    await vi.waitFor(
      async () => {
        const answer = await fetch(`${url}/api/v1/progress`);
        const { jobs } = (await answer.json()) as ProgressAnswer;
        const ids = jobs.filter(({ of }) => of > 0).map(({ id }) => id);
        const modes = ['car', 'bicycle', 'foot', 'public-transport'];
        expect(ids).toEqual([...modes.map((mode) => `travel-times/${mode}`), 'round-trips/public-transport']);
        expect(jobs.filter(({ state }) => state !== 'finished')).toEqual([]);
        const made = jobs[0]?.dataVersions.find(({ dataset }) => dataset === 'timetable');
        expect(made?.id).toBe(dataVersions[0]?.id);
      },
      { timeout: 60_000, interval: 250 },
    );
  }, 120_000);

  it('refuses a file that is none, and serves on', async () => {
    const file = join(root, 'package.json');
    const { code, said } = await run('server/geodata.ts', ['import', 'osm', file]);
    expect(code).toBe(1);
    expect(said).toContain('package.json');
    const missing = await run('server/geodata.ts', ['import', 'gtfs', '/no/such/file.zip']);
    expect(missing.code).toBe(1);
    expect(await countOf('shipped')).toBeGreaterThan(50);
  });

  it('names its lists to a command, without giving the folder away', async () => {
    const { code, said } = await run('server/geodata.ts', ['list']);
    expect(code).toBe(0);
    expect(said).toMatch(/^venues\/mine {2}version \d+ {2}3 rows/m);
    expect(said).toMatch(/^streets\/shipped /m);
  });

  it.each([
    ['lv', '! tā pati datne jau ir pašreizējā versija'],
    ['en', '! the same file is already the current version'],
  ])('warns in the language of the terminal: %s', async (language, warning) => {
    const args = ['import', 'venues', join(root, 'geodata/templates/venues.csv'), '--list', 'mine'];
    const { said } = await run('server/geodata.ts', args, { LC_ALL: `${language}_LV.UTF-8` });
    expect(said).toContain(warning);
  });

  it('writes its version into the figures it keeps', async () => {
    const answer = await fetch(`${url}/api/v1/figures`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ measure: 'nearest', offer: 'library' }),
    });
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await answer.json()).toMatchObject({ softwareVersion: version });
  });

  it('passes on the faults of a list', async () => {
    const args = ['import', 'venues', join(root, 'geodata/templates/events.csv')];
    const { code, said } = await run('server/geodata.ts', args);
    expect(code).toBe(1);
    expect(said).toMatch(/2 +kind +not one of the allowed values/);
  });

  it.skipIf(onPostgres)('keeps others off its folder', async () => {
    const second = await run('server/main.ts', []);
    expect(second.code).toBe(1);
    expect(second.said).toContain(`Process ${server.pid} has been using`);
  });

  it('ends cleanly on a signal', async () => {
    server.kill('SIGTERM');
    const [code] = (await once(server, 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(existsSync(join(test.place, 'holder.json'))).toBe(false);
  });
});

describe('without a running server', () => {
  it.skipIf(onPostgres)('whoever listens at its old address does not learn the key', async () => {
    const heard: string[] = [];
    const stranger = createHttpServer((request, response) => {
      heard.push(`${request.url} ${request.headers.authorization}`);
      response.end('<p>Hello</p>');
    }).listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port } = stranger.address() as AddressInfo;
    const note = { pid: 1, since: '2026-07-10T09:00:00Z', url: `http://127.0.0.1:${port}`, token: 'key' };
    const holder = join(test.place, 'holder.json');
    writeFileSync(holder, JSON.stringify(note));
    const args = ['import', 'venues', join(root, 'geodata/templates/venues.csv'), '--list', 'others'];
    const imported = await run('server/geodata.ts', args);
    writeFileSync(holder, JSON.stringify(note));
    const listed = await run('server/geodata.ts', ['list']);
    // While somebody holds the folder, the address is believed, but not every answer.
    const lock = lockFolder(test.place, new Date());
    lock.announce(note.url);
    const believed = await run('server/geodata.ts', ['list']);
    lock.release();
    stranger.close();
    expect(imported.said).toMatch(/2 +id +given twice/);
    expect(listed.said).toContain('venues/mine');
    expect(heard).toEqual(['/api/v1/about undefined']);
    expect(believed.said).toContain('Try again in a moment');
    expect(believed.code).toBe(1);
  });

  it('the command imports by itself', async () => {
    const args = ['import', 'events', join(root, 'geodata/templates/events.csv'), '--list', 'mine'];
    const { code, said } = await run('server/geodata.ts', args);
    expect(said).toContain('events/mine: 2 rows');
    expect(code).toBe(0);
    expect((await run('server/geodata.ts', ['list'])).said).toContain('venues/mine');
  });

  it('a taken port is named', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const { code, said } = await run('server/main.ts', [], { PORT: port });
    taken.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is taken`);
  });
});
