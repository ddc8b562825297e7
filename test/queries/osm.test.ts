import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fold } from '#core/language/fold.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import { decodeGraph } from '#core/roads/file.ts';
import { defaultOsmSettings } from '#core/roads/osm/settings.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import { type Database, embeddedDatabase } from '#server/db/database.ts';
import { openFolder } from '#server/db/embedded/folder.ts';
import { lockFolder } from '#server/db/embedded/lock.ts';
import { createData } from '#server/db/queries/data.ts';
import { createVersionFiles } from '#server/db/queries/files.ts';
import { readCurrentVersions } from '#server/db/queries/versions.ts';
import { createImports } from '#server/import/index.ts';
import { readOsmFile } from '#server/import/transport/osm-read.ts';
import { village } from '../core/osm/village.ts';
import { type Content, writeOsm } from '../core/osm/writer.ts';
import { everything, onPostgres, openTestDatabase, type TestDatabase, testClock, tukums } from './harness.ts';

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'culture-map-osm-'));
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, content: Content): string => {
  const path = join(folder, name);
  writeFileSync(path, writeOsm(content, { timestamp: 1_780_000_000 }));
  return path;
};

const onImported = vi.fn(async () => undefined);
const importsOn = (where: Database) =>
  createImports({
    database: where,
    region: tukums,
    clock: testClock,
    onImported,
    log: { error: () => undefined },
  });
const bring = (path: string, name = 'tukums.osm.pbf') =>
  importsOn(database).importFiles('osm', 'osm', [{ name, path }]);

const osmDatasets = ['streets', 'landcover', 'settlements'];
const current = async (where: Pick<Database, 'db'> = database): Promise<readonly DatasetVersion[]> =>
  (await readCurrentVersions(where.db)).filter(({ dataset }) => osmDatasets.includes(dataset));

describe('a file of streets that somebody brings', () => {
  it('changes nothing when it is broken, and names the file and what to do', async () => {
    const before = await current();
    const path = write('cut.osm.pbf', village(4));
    truncateSync(path, 700);
    await expect(bring(path)).rejects.toMatchObject({
      code: 'bad-import',
      faults: [
        { field: 'tukums.osm.pbf', fault: 'malformed', expected: expect.stringContaining('download') },
      ],
    });
    const csv = join(folder, 'list.csv');
    writeFileSync(csv, 'id,name\n1,a\n');
    await expect(bring(csv, 'list.csv')).rejects.toMatchObject({ faults: [{ value: 'not a PBF file' }] });
    expect(await current()).toEqual(before);
    expect(onImported).not.toHaveBeenCalled();
  });

  it('takes the place of the shipped streets, land cover and places in one moment', async () => {
    const report = await bring(write('whole.osm.pbf', village(6)));
    expect(report).toMatchObject({
      dataset: 'streets',
      list: 'osm',
      rows: 31,
      also: [
        { dataset: 'landcover', rows: 1 },
        { dataset: 'settlements', rows: 2 },
      ],
    });
    expect(report.warnings.map(({ code }) => code)).toContain('streets-read');
    const versions = await current();
    expect(versions).toHaveLength(3);
    for (const version of versions) {
      expect(version).toMatchObject({
        list: 'osm',
        title: 'tukums.osm.pbf',
        source: '© OpenStreetMap contributors',
        licence: 'ODbL 1.0',
        retrievedAt: '2026-05-28',
        isModel: false,
      });
    }
    expect(onImported).toHaveBeenCalledTimes(1);
  });

  it('serves its roads, its woods and its places, each with its parish', async () => {
    const data = createData(database.db);
    const roads = await data.listRoads({ ...everything, q: fold('V1434') });
    expect(roads.items).toMatchObject([
      { highway: 'tertiary', ref: 'V1434', surface: 'unknown', isModel: false },
    ]);
    expect((await data.listLandcover(everything)).items).toMatchObject([{ id: 'w32', kind: 'wood' }]);
    const places = (await data.listSettlements(everything)).items;
    expect(places.map(({ nameLv, territoryId }) => [nameLv, territoryId])).toEqual([
      ['Paraugciems', 'tukums'],
      ['Tālpilsēta', null],
    ]);
  });

  it('keeps a graph to travel on and the report of the import', async () => {
    const [version] = (await current()).filter(({ dataset }) => dataset === 'streets');
    const bytes = await createVersionFiles(database.db).read(version?.id ?? 0, 'graph');
    if (bytes === null) throw new Error('no graph');
    const graph = decodeGraph(bytes);
    expect(graph).toMatchObject({ nodeCount: 36, edgeCount: 35, crs: 3059 });
    expect(await createData(database.db).findReport('streets')).toMatchObject({
      kind: 'osm',
      file: { name: 'tukums.osm.pbf', timestamp: '2026-05-28T20:26:40Z' },
      kmByClass: { residential: expect.any(Number), tertiary: expect.any(Number) },
    });
  });

  it('leaves names and woods as they are when the file holds streets alone', async () => {
    const { nodes = [], ways = [] } = village(3);
    const streets = ways.filter(({ tags }) => tags?.highway !== undefined);
    const plain = nodes.map(({ id, lon, lat }) => ({ id, lon, lat }));
    const before = (await current()).filter(({ dataset }) => dataset !== 'streets');
    const report = await bring(write('streets.osm.pbf', { nodes: plain, ways: streets }));
    expect(report.also).toBeUndefined();
    expect((await current()).filter(({ dataset }) => dataset !== 'streets')).toEqual(before);
  });

  it('answers meanwhile: the reading has a thread of its own', async () => {
    const path = write('large.osm.pbf', village(120));
    let [longest, last] = [0, performance.now()];
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const begun = performance.now();
    const task = { path, name: 'large', region: tukums };
    const found = await readOsmFile({ ...task, settings: defaultOsmSettings, speeds: defaultSpeeds });
    const took = performance.now() - begun;
    clearInterval(watch);
    expect(found.report.edges).toBeGreaterThan(14_000);
    expect(longest).toBeLessThan(Math.max(250, took / 2));
  });
});

/** Imports in another process and kills it at its n-th insert; true when it was not done by then. */
const importAndKill = async (path: string, atInsert: number): Promise<boolean> => {
  const importer = fileURLToPath(new URL('./osm-importer.ts', import.meta.url));
  const child = spawn(process.execPath, [importer, database.place, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let [inserts, isDone] = [0, false];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'writing') inserts += 1;
    if (line === 'done') isDone = true;
    if (isDone || inserts === atInsert) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return !isDone;
};

const reopened = async <T>(use: (where: Database) => Promise<T>): Promise<T> => {
  if (onPostgres) return use(database);
  const lock = lockFolder(database.place, new Date());
  const where = embeddedDatabase(await openFolder(database.place, () => undefined));
  try {
    return await use(where);
  } finally {
    await where.close();
    lock.release();
  }
};

describe('kill -9 during an import of streets', () => {
  it('leaves the old version current and whole', async () => {
    const before = await current();
    // The embedded folder has one owner: here it is the importer.
    if (!onPostgres) await database.close();
    const path = write('killed.osm.pbf', village(60));
    for (const atInsert of [2, 6]) expect(await importAndKill(path, atInsert)).toBe(true);
    await reopened(async (where) => {
      expect(await current(where)).toEqual(before);
      const roads = await createData(where.db).listRoads(everything);
      expect(roads.numberMatched).toBe(before.find(({ dataset }) => dataset === 'streets')?.rowCount);
    });
  }, 180_000);
});
