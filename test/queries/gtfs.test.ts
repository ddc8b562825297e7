import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayWarning } from '#core/language/warnings.ts';
import type { Problem } from '#core/problem.ts';
import { decodeTimetable } from '#core/transit/file.ts';
import type { Imports } from '#server/context.ts';
import { createData } from '#server/db/queries/data.ts';
import { readCurrentVersions } from '#server/db/queries/versions.ts';
import { readGtfsImport } from '#server/import/gtfs.ts';
import { createImports } from '#server/import/index.ts';
import { readFeeds } from '#server/import/transport/gtfs-read.ts';
import { tiny } from '../core/gtfs/feed.ts';
import { openTestDatabase, type TestDatabase, testClock, tukums } from './harness.ts';

const folder = mkdtempSync(join(tmpdir(), 'gtfs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const texts = (changes: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries({ ...tiny, ...changes }).map(([name, text]) => [name, strToU8(text)]));
const save = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const zip = (name: string, files: Zippable): string => save(name, zipSync(files));
const good = zip('good.zip', texts());

/** Code, and each fault in a line; read without a thread, which takes its time to start. */
const refusal = (path: string): string[] => {
  try {
    readFeeds({ files: [{ name: basename(path), path }], bounds: null });
  } catch (error) {
    return linesOf(error);
  }
  throw new Error('it was not refused');
};
const linesOf = (error: unknown): string[] => {
  const { code, faults } = error as Problem;
  return [code, ...faults.map(({ field, fault, value }) => `${field} ${fault} ${value ?? ''}`.trim())];
};

describe('an archive', () => {
  it('gives trips, a file and a report, packed or stored, in a folder of its own or as a folder', async () => {
    const plain = join(folder, 'plain');
    mkdirSync(plain);
    for (const [name, bytes] of Object.entries(texts())) writeFileSync(join(plain, name), bytes);
    const inFolder = Object.fromEntries(
      Object.entries(texts()).map(([name, bytes]) => [`gtfs/${name}`, bytes]),
    );
    const stored = zipSync(texts(), { level: 0 });
    const paths = [
      good,
      save('stored.zip', stored),
      zip('nested.zip', { ...inFolder, '__MACOSX/._stops.txt': strToU8('x') }),
      plain,
    ];
    for (const path of paths) {
      const { content, warnings } = await readGtfsImport([path]);
      expect(warnings).toEqual([]);
      expect(content.rowCount).toBe(1);
      expect(decodeTimetable(content.files.timetable)).toMatchObject({
        tripIds: ['0:T'],
        timeZone: 'Europe/Riga',
      });
      expect(JSON.parse(new TextDecoder().decode(content.files.report))).toMatchObject({
        feeds: [{ trips: 1, stops: 3, calls: 3 }],
      });
    }
  });

  it('joins with another, and says that their dates differ, in both languages', async () => {
    const calendar = tiny['calendar.txt']?.replace('20260131', '20260228') ?? '';
    const { content, warnings } = await readGtfsImport([
      good,
      zip('longer.zip', texts({ 'calendar.txt': calendar })),
    ]);
    expect(content.rowCount).toBe(2);
    expect(warnings.map((warning) => sayWarning(warning, 'en'))).toEqual([
      'the feeds cover different dates; public transport is answered for from 2026-01-01 to 2026-01-30',
    ]);
    expect(sayWarning(warnings[0] ?? { code: 'same-file', values: {} }, 'lv')).toContain(
      'no 2026-01-01 līdz 2026-01-30',
    );
  });

  it('tells what it left out with table, row and value', async () => {
    const odd = zip('odd.zip', texts({ 'stops.txt': `${tiny['stops.txt']}A,Cita,57,23\n` }));
    const { warnings } = await readGtfsImport([odd]);
    expect(warnings).toEqual([
      { code: 'duplicate-id', values: { feed: 'odd.zip', count: 1, where: 'stops.txt 6: A' } },
    ]);
  });
});

describe('an archive is refused', () => {
  it('on its thread as without one', async () => {
    const path = save('none.zip', strToU8('PK but nothing more'));
    expect(await readGtfsImport([path]).catch(linesOf)).toEqual(refusal(path));
  });

  it('when it is none, is cut short, or a byte of it was changed', () => {
    const bytes = zipSync(texts());
    expect(refusal(save('text.zip', strToU8('PK but nothing more')))).toEqual([
      'bad-import',
      'text.zip malformed no directory',
    ]);
    expect(refusal(save('empty.zip', new Uint8Array()))).toEqual([
      'bad-import',
      'empty.zip malformed no directory',
    ]);
    expect(refusal(save('half.zip', bytes.subarray(0, bytes.length / 2)))).toEqual([
      'bad-import',
      'half.zip malformed no directory',
    ]);
    const stored = zipSync(texts(), { level: 0 });
    const at = Buffer.from(stored).indexOf('08:10:00');
    stored[at] = '1'.charCodeAt(0);
    expect(refusal(save('changed.zip', stored))).toEqual([
      'bad-import',
      'changed.zip malformed stop_times.txt',
    ]);
    const packed = bytes.slice();
    packed.fill(0xff, 60, 90);
    expect(refusal(save('packed.zip', packed))[0]).toBe('bad-import');
  });

  it('when a table is not UTF-8, by its name', () => {
    const latin = zip('latin.zip', {
      ...texts(),
      'stops.txt': Uint8Array.from([...strToU8(tiny['stops.txt'] ?? ''), 0x45, 0xe2, 0x2c]),
    });
    expect(refusal(latin)).toEqual(['bad-import', 'latin.zip/stops.txt malformed']);
    const wide = Uint8Array.from(Buffer.from(`\uFEFF${tiny['trips.txt']}`, 'utf16le'));
    expect(refusal(zip('wide.zip', { ...texts(), 'trips.txt': wide }))).toEqual([
      'bad-import',
      'wide.zip/trips.txt malformed',
    ]);
  });

  it('when it is a bomb, whether it says so or lies about it, without being unpacked', () => {
    const zeros = new Uint8Array(16_000_000);
    const bomb = zipSync({ ...texts(), 'shapes.txt': zeros });
    expect(refusal(save('bomb.zip', bomb))).toEqual(['too-large']);
    // The directory claims a hundred bytes for a table that unpacks to 16 million.
    const lying = Buffer.from(zipSync({ ...texts(), 'stop_times.txt': zeros }));
    const entry = lying.lastIndexOf('stop_times.txt') - 46;
    lying.writeUInt32LE(100, entry + 24);
    expect(refusal(save('lying.zip', lying))).toEqual(['too-large']);
  });

  it('when it has more entries than any feed', () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}.txt`, new Uint8Array()]));
    expect(refusal(zip('many.zip', many))).toEqual(['too-large']);
  });

  it('when it holds a table twice, has none, is given twice, or is not there', async () => {
    expect(refusal(zip('twice.zip', { ...texts(), 'old/stops.txt': strToU8('x') }))).toEqual([
      'bad-import',
      'twice.zip/stops.txt duplicate old/stops.txt',
    ]);
    const { 'stop_times.txt': _, ...rest } = texts();
    expect(refusal(zip('untimed.zip', rest))).toEqual(['bad-import', 'untimed.zip/stop_times.txt missing']);
    const copy = save('copy.zip', readFileSync(good));
    expect(await readGtfsImport([good, copy]).catch(linesOf)).toEqual([
      'bad-import',
      'FILE duplicate good.zip, copy.zip',
    ]);
    expect(refusal(join(folder, 'nothing.zip'))).toEqual(['bad-import', 'FILE missing nothing.zip']);
  });
});

describe('a timetable that somebody brings', () => {
  let database: TestDatabase;
  let imports: Imports;
  beforeAll(async () => {
    database = await openTestDatabase();
    const log = { error: () => undefined };
    imports = createImports({
      database,
      region: tukums,
      clock: testClock,
      onImported: async () => undefined,
      log,
    });
  });
  afterAll(() => database.drop());
  const current = async () =>
    (await readCurrentVersions(database.db)).filter(({ dataset }) => dataset === 'timetable');

  it('changes nothing when it is refused', async () => {
    const before = await current();
    expect(before).toMatchObject([{ list: 'shipped', isModel: true }]);
    const bad = zip('bad.zip', texts({ 'trips.txt': 'route_id,service_id,trip_id\n' }));
    await expect(imports.importFiles('gtfs', 'mine', [{ name: 'bad.zip', path: bad }])).rejects.toMatchObject(
      {
        code: 'bad-import',
      },
    );
    expect(await current()).toEqual(before);
  });

  it('takes the place of the model timetable, with its report', async () => {
    const report = await imports.importFiles('gtfs', 'mine', [{ name: 'good.zip', path: good }]);
    expect(report).toMatchObject({ dataset: 'timetable', list: 'mine', rows: 1, warnings: [] });
    expect(await current()).toMatchObject([{ list: 'mine', isModel: false, rowCount: 1 }]);
    expect(await createData(database.db).findReport('timetable')).toMatchObject({
      feeds: [{ fileName: 'good.zip' }],
    });
  });

  it('names who published each of several feeds, also of one that says so by its agency only', async () => {
    const said = zip('said.zip', texts({ 'feed_info.txt': 'feed_publisher_name\nPublisher Y\n' }));
    const nameless = texts({ 'agency.txt': 'agency_id,agency_name,agency_timezone\nX,,Europe/Riga\n' });
    const files = [said, good, zip('nameless.zip', nameless)].map((path) => ({ name: basename(path), path }));
    await imports.importFiles('gtfs', 'several', files);
    expect(await current()).toMatchObject([
      { list: 'several', source: 'Publisher Y; Agency X; nameless.zip', rowCount: 3 },
    ]);
  });
});
