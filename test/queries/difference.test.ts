import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allDatasets } from '#core/contract/about.ts';
import type { ImportReport, Imports, ProgressStep } from '#server/context.ts';
import { createData } from '#server/db/queries/data.ts';
import { compareVersions } from '#server/db/queries/difference.ts';
import { readCurrentVersions } from '#server/db/queries/versions.ts';
import { createImports } from '#server/import/index.ts';
import { village } from '../core/osm/village.ts';
import { writeOsm } from '../core/osm/writer.ts';
import { everything, openTestDatabase, type TestDatabase, testClock, tukums } from './harness.ts';
import { csv } from './surroundings.ts';

const folder = mkdtempSync(join(tmpdir(), 'culture-map-difference-'));
let database: TestDatabase;
let imports: Imports;
let announced = 0;
beforeAll(async () => {
  database = await openTestDatabase();
  const log = { error: () => undefined };
  const onImported = async () => {
    announced += 1;
  };
  imports = createImports({ database, region: tukums, clock: testClock, onImported, log });
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const heading = 'id,name,kind,lat,lon';
const old = [
  'a,A,library,56.97,23.15',
  'b,B,museum,56.97,23.15',
  'c,C,library,56.98,23.15',
  'd,D,museum,57,23.1',
];
const fresh = [
  'b,B,museum,56.97,23.15',
  'c,C,library,56.98,23.25',
  'd,Dee,museum,57,23.1',
  'e,E,library,57,23.2',
];
const bring = (lines: readonly string[], manner: Parameters<Imports['importCsv']>[4] = {}) =>
  imports.importCsv('venues', 'mine', 'v.csv', csv(heading, ...lines), manner);
const states = () =>
  database.db.selectFrom('dataset_version').select(['id', 'state']).orderBy('id').execute();
const first = ({ differences = [] }: ImportReport) => differences[0];

describe('a difference', () => {
  it('tells rows apart by id, and names what is new, changed and gone', async () => {
    expect(first(await bring(old))).toMatchObject({
      dataset: 'venues',
      same: 0,
      added: 4,
      changed: 0,
      gone: 0,
    });
    const report = await bring(fresh, { isCheck: true });
    expect(first(report)).toEqual({
      dataset: 'venues',
      same: 1,
      added: 1,
      changed: 2,
      gone: 1,
      examples: [
        { id: 'e', name: 'E', change: 'added', fields: [] },
        { id: 'c', name: 'C', change: 'changed', fields: ['geom_4326'] },
        { id: 'd', name: 'Dee', change: 'changed', fields: ['name_lv'] },
        { id: 'a', name: 'A', change: 'gone', fields: [] },
      ],
    });
  });

  it('does not count where a row comes from', async () => {
    const lines = old.map((text) => `${text},somebody else`);
    const bytes = csv(`${heading},source`, ...lines);
    const report = await imports.importCsv('venues', 'mine', 'w.csv', bytes, { isCheck: true });
    expect(first(report)).toMatchObject({ same: 4, added: 0, changed: 0, gone: 0 });
  });

  it('can be taken of every dataset that has rows', async () => {
    const versions = await readCurrentVersions(database.db);
    for (const dataset of allDatasets) {
      const version = versions.find((one) => one.dataset === dataset && one.list === 'shipped');
      const found = await compareVersions(database.db, dataset, version?.id ?? -1, [version?.id ?? -1]);
      if (found === null) expect(['timetable', 'on-demand']).toContain(dataset);
      else expect(found).toMatchObject({ dataset, added: 0, changed: 0, gone: 0 });
      if (found !== null && version !== undefined) expect(found.same).toBeGreaterThan(0);
    }
  });

  it('is against every list that a file takes the place of', async () => {
    const people = (await readCurrentVersions(database.db)).find(({ dataset }) => dataset === 'population');
    const path = join(folder, 'grid.csv');
    writeFileSync(path, 'id,people\n1kmX448Y313,420\n1kmX447Y312,587\n');
    const report = await imports.importFiles('population', 'grid', [{ name: 'grid.csv', path }], {
      isCheck: true,
    });
    const found = first(report);
    expect(report.rows).toBe(2);
    expect((found?.same ?? 0) + (found?.changed ?? 0) + (found?.gone ?? 0)).toBe(people?.rowCount);
    expect(found?.gone).toBe((people?.rowCount ?? 0) - 2);
  });

  it('knows streets by where they lie, because their numbers are given anew', async () => {
    const write = (name: string, side: number) => {
      writeFileSync(join(folder, name), writeOsm(village(side)));
      return [{ name, path: join(folder, name) }];
    };
    await imports.importFiles('osm', 'osm', write('a.osm.pbf', 6));
    const report = await imports.importFiles('osm', 'osm', write('b.osm.pbf', 7), { isCheck: true });
    const streets = report.differences?.find(({ dataset }) => dataset === 'streets');
    // 6 rows of 5 stretches stay; the way across, of 6 places, becomes one of 7.
    expect(streets).toMatchObject({ same: 30, added: 13, gone: 1 });
    expect(report.differences?.map(({ dataset }) => dataset)).toEqual([
      'streets',
      'landcover',
      'settlements',
    ]);
    expect(report.differences?.find(({ dataset }) => dataset === 'landcover')).toMatchObject({
      same: 1,
      added: 0,
    });
  });
});

describe('a check', () => {
  it('changes nothing, leaves nothing and tells nobody', async () => {
    const [before, rows, told] = [
      await states(),
      await createData(database.db).listVenues(everything),
      announced,
    ];
    const report = await bring(fresh, { isCheck: true });
    expect(report).toMatchObject({ isCheck: true, rows: 4 });
    expect(await states()).toEqual(before);
    expect(await createData(database.db).listVenues(everything)).toEqual(rows);
    expect(announced).toBe(told);
  });

  it('draws the difference where it is asked to', async () => {
    expect((await bring(fresh, { isCheck: true })).map).toBeUndefined();
    const { map = '' } = await bring(fresh, { isCheck: true, mapIn: 'lv' });
    expect(map).toMatch(/^<svg /);
    expect(map).toContain('Jauni: 1, mainīti: 2, vairs nav: 1, bez izmaiņām: 1.');
    for (const group of ['borders', 'added', 'changed', 'gone']) expect(map).toContain(`<g id="${group}">`);
  });

  it('of a file with faults names them as an import does', async () => {
    const refused = bring(['a,A,no such kind,56.97,23.15'], { isCheck: true });
    await expect(refused).rejects.toMatchObject({ code: 'bad-import', faults: [{ row: 2, field: 'kind' }] });
  });
});

describe('an import that is cancelled', () => {
  const cancelAt = (what: string) => {
    const cancel = new AbortController();
    const progress = (step: ProgressStep) => {
      if (step.what === what) cancel.abort(new Error('not wanted any more'));
    };
    return { signal: cancel.signal, progress };
  };

  it.each(['venues', 'compare'])('while it does "%s" leaves nothing', async (what) => {
    const before = await states();
    await expect(bring(fresh, cancelAt(what))).rejects.toThrow('not wanted any more');
    expect(await states()).toEqual(before);
  });

  it('before its turn is never begun', async () => {
    const before = await states();
    const cancel = new AbortController();
    const running = bring(old.slice(0, 2));
    const waiting = bring(fresh, { signal: cancel.signal });
    cancel.abort(new Error('not wanted any more'));
    await expect(waiting).rejects.toThrow('not wanted any more');
    const { versionId } = await running;
    expect((await states()).map(({ id }) => id)).toEqual([...before.map(({ id }) => id), versionId]);
  });
});
