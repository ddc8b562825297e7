import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneMunicipality, syntheticAddresses } from '../official/addresses.ts';
import { writeVaris } from '../official/varis.ts';
import { onPostgres, openTestDatabase, root, type TestDatabase } from './harness.ts';

const folder = mkdtempSync(join(tmpdir(), 'culture-map-commands-'));
let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
  await test.close();
});
afterAll(async () => {
  await test.drop();
  rmSync(folder, { recursive: true, force: true });
});

const launch = (args: readonly string[], locale = 'en_GB.UTF-8') =>
  spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      ...(onPostgres
        ? { DATABASE_URL: test.place, DATA_DIR: folder }
        : { DATA_DIR: test.place, DATABASE_URL: '' }),
      ...{ PORT: '0', LOG_LEVEL: 'silent', LC_ALL: locale },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const heard = (child: ChildProcess): (() => string) => {
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return () => said;
};

/** Runs a command to its end. */
const geodata = async (args: readonly string[], locale?: string) => {
  const child = launch(['server/geodata.ts', ...args], locale);
  const said = heard(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: said() };
};

const venues = (name: string, ...lines: string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, ['id,name,kind,lat,lon', ...lines, ''].join('\n'));
  return path;
};
const first = () => venues('first.csv', 'a,A,library,56.97,23.15', 'b,B,museum,56.97,23.15');
const second = () => venues('second.csv', 'b,B,museum,56.98,23.15', 'c,C,library,56.97,23.15');

const versionOf = async (pattern: RegExp): Promise<string> => {
  const { said } = await geodata(['history']);
  return pattern.exec(said)?.[1] ?? `nothing like ${pattern.source} in\n${said}`;
};

const looks = async (): Promise<void> => {
  const [map, report] = [join(folder, 'map.svg'), join(folder, 'report.csv')];
  const before = (await geodata(['history'])).said;
  const { code, said } = await geodata([
    'check',
    first(),
    '--list',
    'mine',
    '--map',
    map,
    '--report',
    report,
  ]);
  expect(said).toContain('By its content: venues');
  expect(said).toContain('venues against what is there: new 2, changed 0, gone 0, the same 0');
  expect(said).toContain('Only checked: nothing was changed.');
  expect(code).toBe(0);
  expect(readFileSync(map, 'utf8')).toMatch(/^<svg [\s\S]*id="added"/);
  expect(readFileSync(report, 'utf8')).toMatch(/^\ufefffile,row,field,code,effect,message\r\n/);
  expect((await geodata(['history'])).said).toBe(before);
};

const refusesWhatIsNoFile = async (): Promise<void> => {
  const empty = join(folder, 'aw_eka.csv');
  writeFileSync(empty, '');
  for (const [path, said] of [
    [empty, /aw_eka\.csv +missing +0 B/],
    [folder, /FILE +missing +\S+culture-map-commands-/],
    [join(folder, 'nothing.csv'), /FILE +missing +\S+nothing\.csv/],
  ] as const) {
    const refused = await geodata(['import', 'varis-addresses', path]);
    expect(refused).toEqual({ code: 1, said: expect.stringMatching(said) });
    expect(refused.said).toContain('Nothing was changed');
  }
  rmSync(empty);
};

describe('without a server', () => {
  it('names a file that is empty, a folder or not there', refusesWhatIsNoFile);

  it('looks at a file without being told what it is, and changes nothing', looks);

  it('imports, tells the difference and goes back', async () => {
    expect((await geodata(['import', 'venues', first(), '--list', 'alone'])).code).toBe(0);
    const { said } = await geodata(['import', 'venues', second(), '--list', 'alone']);
    expect(said).toContain('venues against what is there: new 1, changed 1, gone 1, the same 0');
    const past = await versionOf(/^(\d+) {2}venues\/alone {2}past/m);
    expect((await geodata(['use', past])).said).toContain(
      `venues/alone: version ${past} is current now (2 rows)`,
    );
    expect((await geodata(['retire', 'venues/alone'])).code).toBe(0);
  });

  it('explains itself where arguments fit no command', async () => {
    for (const args of [
      [],
      ['use'],
      ['use', 'streets'],
      ['retire', 'streets'],
      ['import', 'osm'],
      ['check', '--colour'],
    ]) {
      const { code, said } = await geodata(args);
      expect({ args, code }).toEqual({ args, code: 2 });
      expect(said).toContain('npm run geodata -- history');
    }
  });

  it('does not guess what a file is', async () => {
    const path = join(folder, 'anything.csv');
    writeFileSync(path, 'a,b\n1,2\n');
    const { code, said } = await geodata(['check', path]);
    expect(code).toBe(2);
    expect(said).toContain('Its content does not tell what it is');
    expect(said).toContain('varis-addresses');
  });

  it('takes back what it began when Ctrl+C is pressed', async () => {
    const inSlampe = syntheticAddresses(20_000, oneMunicipality).map((address) => ({
      ...address,
      ...{ street: null, village: null, unit: 'Slampes pagasts', municipality: 'Tukuma novads' },
    }));
    const before = (await geodata(['history'])).said;
    const child = launch(['server/geodata.ts', 'import', 'varis-addresses', ...writeVaris(inSlampe, folder)]);
    const said = heard(child);
    while (!said().includes('Checking the tables')) await pause(50);
    await pause(700);
    child.kill('SIGINT');
    const [code] = (await once(child, 'close')) as [number | null];
    expect({ code, said: said() }).toEqual({
      code: 130,
      said: expect.stringContaining('nothing was changed'),
    });
    expect((await geodata(['history'])).said).toBe(before);
    expect(existsSync(join(test.place, 'holder.json'))).toBe(false);
  });
});

describe('through a running server', () => {
  let server: ChildProcess;
  beforeAll(async () => {
    server = launch(['server/main.ts']);
    const said = heard(server);
    while (!said().includes('is open:')) {
      if (server.exitCode !== null) throw new Error(`the server did not start: ${said()}`);
      await pause(100);
    }
  });
  afterAll(async () => {
    server.kill('SIGKILL');
    await once(server, 'exit');
  });

  it('looks at a file without being told what it is, and changes nothing', looks);

  it('names a file that is empty, a folder or not there', refusesWhatIsNoFile);

  it('imports, tells the difference, goes back and forth, and retires', async () => {
    expect((await geodata(['import', 'venues', first(), '--list', 'mine'])).code).toBe(0);
    const { said } = await geodata(['import', 'venues', second(), '--list', 'mine'], 'lv_LV.UTF-8');
    expect(said).toContain('venues pret līdzšinējo: jauni 1, mainīti 1, vairs nav 1, bez izmaiņām 0');
    expect(said).toMatch(/~ mainīts {2}B \(b\): geom_4326/);
    const past = await versionOf(/^(\d+) {2}venues\/mine {2}past, replaced by \d+ {2}2 rows/m);
    const used = await geodata(['use', past]);
    expect(used.said).toContain(`venues/mine: version ${past} is current now (2 rows)`);
    expect(await versionOf(/^(\d+) {2}venues\/mine {2}CURRENT/m)).toBe(past);
    const other = await versionOf(/^(\d+) {2}venues\/mine {2}past/m);
    const refused = await geodata(['forget', past]);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('The version is in use');
    expect((await geodata(['forget', other])).said).toContain(
      `rows and files of version ${other} are deleted`,
    );
    expect(await versionOf(/^(\d+) {2}venues\/mine {2}forgotten .* 0 MB$/m)).toBe(other);
    expect((await geodata(['use', other])).said).toContain(`Rows of version ${other} are gone`);
    expect((await geodata(['retire', 'venues/mine'])).said).toContain(`npm run geodata -- use ${past}`);
    expect((await geodata(['list'])).said).not.toContain('venues/mine');
    const needed = await geodata(['retire', 'streets/shipped']);
    expect(needed.code).toBe(1);
    expect(needed.said).toContain('Import another one of streets');
    // More than a dozen processes, each of which opens the database.
  }, 300_000);
});
