import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Region } from '#core/place/region.ts';
import { decodeGraph } from '#core/roads/file.ts';
import type { Imports } from '#server/context.ts';
import { createData } from '#server/db/queries/data.ts';
import { createVersionFiles } from '#server/db/queries/files.ts';
import { readCurrentVersions, readVersionRecords } from '#server/db/queries/versions.ts';
import { writeFiles } from '#server/db/writes/files.ts';
import { dropAbandoned, startVersion } from '#server/db/writes/versions.ts';
import { createImports } from '#server/import/index.ts';
import { importShipped } from '#server/import/shipped/shipped.ts';
import { row, writeOsm } from '../core/osm/writer.ts';
import {
  everything,
  geodataFolder,
  openTestDatabase,
  shippedSource,
  type TestDatabase,
  testClock,
  tukums,
} from './harness.ts';

const folder = mkdtempSync(join(tmpdir(), 'culture-map-replacing-'));
let database: TestDatabase;
let imports: Imports;
beforeAll(async () => {
  database = await openTestDatabase();
  const log = { error: () => undefined };
  const onImported = async () => undefined;
  imports = createImports({ database, region: tukums, clock: testClock, onImported, log });
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const listsOf = async (dataset: string) =>
  (await readCurrentVersions(database.db))
    .filter((version) => version.dataset === dataset)
    .map(({ list }) => list);

/** Four junctions in a row, in the middle of the region. */
const streetsFile = (name: string, ways: number) => {
  const path = join(folder, name);
  const tags = { highway: 'residential', name: 'Liela iela' };
  const refs = Array.from({ length: ways }, (_, i) => ({ id: i + 1, refs: [i + 1, i + 2], tags }));
  writeFileSync(path, writeOsm({ nodes: row(ways + 1), ways: refs }));
  return { name, path };
};

describe('streets that somebody brings', () => {
  it('take the place of the shipped ones in one moment, with their graph and report', async () => {
    const report = await imports.importFiles('osm', 'mine', [streetsFile('a.osm.pbf', 3)]);
    expect(report).toMatchObject({ dataset: 'streets', list: 'mine' });
    expect(await listsOf('streets')).toEqual(['mine']);
    const data = createData(database.db);
    expect((await data.listRoads(everything)).items.every(({ name }) => name === 'Liela iela')).toBe(true);
    const bytes = await createVersionFiles(database.db).read(report.versionId, 'graph');
    expect(decodeGraph(bytes ?? new Uint8Array(0)).edgeCount).toBeGreaterThan(0);
    expect(await data.findReport('streets')).toMatchObject({ kind: 'osm', edges: expect.any(Number) });
    expect(report.report).toMatchObject({ kind: 'osm' });
  });

  it('stay when the server starts again: what ships does not come back beside them', async () => {
    expect(await importShipped(database, shippedSource, testClock.now())).toEqual([]);
    expect(await listsOf('streets')).toEqual(['mine']);
    expect(await listsOf('landcover')).toEqual(['shipped']);
    expect(await listsOf('venues')).toEqual(['shipped']);
  });

  it('give way to the next ones, also of another list', async () => {
    await imports.importFiles('osm', 'other', [streetsFile('b.osm.pbf', 4)]);
    expect(await listsOf('streets')).toEqual(['other']);
  });

  it('leave the ones before them whole, to be gone back to', async () => {
    const past = (await readVersionRecords(database.db)).filter(
      ({ dataset, state }) => dataset === 'streets' && state === 'past',
    );
    expect(past.map(({ list }) => list)).toEqual(['mine', 'shipped']);
    const files = createVersionFiles(database.db);
    for (const { id, rowCount } of past) {
      expect(decodeGraph((await files.read(id, 'graph')) ?? new Uint8Array(0)).edgeCount).toBeGreaterThan(0);
      const lines = await database.db
        .selectFrom('street_edge')
        .select('id')
        .where('version_id', '=', id)
        .execute();
      expect(lines).toHaveLength(rowCount);
    }
  });

  it('change nothing when they come a second time, or cannot be read', async () => {
    const before = await readCurrentVersions(database.db);
    const again = await imports.importFiles('osm', 'other', [streetsFile('b.osm.pbf', 4)]);
    expect(again.warnings).toEqual([{ code: 'same-file', values: {} }]);
    const broken = join(folder, 'broken.osm.pbf');
    writeFileSync(broken, readFileSync(join(folder, 'b.osm.pbf')).subarray(0, 100));
    const refused = imports.importFiles('osm', 'third', [{ name: 'broken.osm.pbf', path: broken }]);
    await expect(refused).rejects.toMatchObject({ code: 'bad-import' });
    const both = [streetsFile('a.osm.pbf', 3), streetsFile('b.osm.pbf', 4)];
    await expect(imports.importFiles('osm', 'third', both)).rejects.toMatchObject({ code: 'bad-import' });
    expect(await readCurrentVersions(database.db)).toEqual(before);
  });
});

describe('zones of on-demand transport', () => {
  it('are read against the territories that exist', async () => {
    const path = join(folder, 'zones.json');
    const text = readFileSync(join(geodataFolder, 'on-demand.json'), 'utf8');
    writeFileSync(path, text.replace('vanes-pagasts', 'no-such-parish'));
    const refused = imports.importFiles('on-demand', 'mine', [{ name: 'zones.json', path }]);
    await expect(refused).rejects.toMatchObject({ code: 'bad-import' });
    writeFileSync(path, text.replace('"seats": 8', '"seats": 4'));
    const report = await imports.importFiles('on-demand', 'mine', [{ name: 'zones.json', path }]);
    expect(report).toMatchObject({ dataset: 'on-demand', rows: 1 });
    expect(await listsOf('on-demand')).toEqual(['mine']);
    expect(await createData(database.db).listOnDemandZones()).toMatchObject([
      { id: 'vane', area: { territoryIds: ['vanes-pagasts'] }, seats: 4, isModel: true },
    ]);
  });
});

describe('a file of a version', () => {
  it('comes back whole from its parts, and goes with its version', async () => {
    const version = await startVersion(
      database.bulk,
      {
        dataset: 'streets',
        list: 'large',
        title: '',
        source: '',
        licence: '',
        retrievedAt: '2026-01-01',
        fileHash: '',
        rowCount: 0,
        counts: null,
        warnings: [],
        isModel: false,
        sourceName: 'osm',
        standsAlone: true,
      },
      testClock.now(),
    );
    const large = new Uint8Array(new SharedArrayBuffer(9_000_001)).map((_, i) => (i * 7) % 253);
    await writeFiles(database.bulk, version, { graph: large, empty: new Uint8Array(0) });
    const files = createVersionFiles(database.db);
    expect(Buffer.from((await files.read(version, 'graph')) ?? []).equals(Buffer.from(large))).toBe(true);
    expect(await files.read(version, 'empty')).toHaveLength(0);
    expect(await dropAbandoned(database.bulk, new Date('2100-01-01'))).toBe(1);
    expect(await files.read(version, 'graph')).toBeNull();
  });
});

describe('a region about which nothing ships', () => {
  const other: Region = {
    ...tukums,
    id: 'elsewhere',
    municipalityId: 'elsewhere',
    hasShippedData: false,
    bounds: [20, 50, 21, 51],
  };

  it('is not mixed into the database of another', async () => {
    const source = { region: other, folder: geodataFolder };
    await expect(importShipped(database, source, testClock.now())).rejects.toMatchObject({
      code: 'bad-config',
    });
  });

  it('begins with one unit made from its file, marked as a model', async () => {
    await database.bulk.deleteFrom('dataset_version').execute();
    const source = { region: other, folder: geodataFolder };
    expect(await importShipped(database, source, testClock.now())).toEqual(['territories']);
    expect(await importShipped(database, source, testClock.now())).toEqual([]);
    const { items } = await createData(database.db).listTerritories(everything);
    expect(items.map(({ id, kind, isModel }) => [id, kind, isModel])).toEqual([
      ['elsewhere', 'municipality', true],
      ['elsewhere-whole', 'town', true],
    ]);
    expect(items[1]?.geometry?.type).toBe('Polygon');
    expect((await readCurrentVersions(database.db)).map(({ dataset }) => dataset)).toEqual(['territories']);
  });
});
