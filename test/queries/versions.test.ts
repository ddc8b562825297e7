import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Imports } from '#server/context.ts';
import { createData } from '#server/db/queries/data.ts';
import { createVersionFiles } from '#server/db/queries/files.ts';
import { readCurrentVersions, readVersionRecords } from '#server/db/queries/versions.ts';
import { tables } from '#server/db/tables/index.ts';
import { createImports } from '#server/import/index.ts';
import { importShipped } from '#server/import/shipped/shipped.ts';
import { village } from '../core/osm/village.ts';
import { writeOsm } from '../core/osm/writer.ts';
import {
  everything,
  geodataFolder,
  openTestDatabase,
  shippedSource,
  type TestDatabase,
  testClock,
  tukums,
} from './harness.ts';
import { csv } from './surroundings.ts';

const folder = mkdtempSync(join(tmpdir(), 'culture-map-versions-'));
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

const data = () => createData(database.db);
const records = () => readVersionRecords(database.db);
const record = async (id: number) => (await records()).find((one) => one.id === id);
const shipped = async (dataset: string) =>
  (await records()).find((one) => one.dataset === dataset && one.list === 'shipped');
const idOf = async (dataset: string) => (await shipped(dataset))?.id ?? -1;
const currentLists = async (dataset: string) =>
  (await readCurrentVersions(database.db)).filter((one) => one.dataset === dataset).map(({ list }) => list);
const venuesOf = async (list: string) =>
  (await data().listVenues({ ...everything, filters: { list } })).items.map(({ id }) => id);
const bringVenues = (list: string, ...lines: string[]) =>
  imports.importCsv('venues', list, `${list}.csv`, csv('id,name,kind,lat,lon', ...lines));
const rowsOfVersion = async (id: number): Promise<number> => {
  let count = 0;
  for (const [name, columns] of Object.entries(tables)) {
    if (!('version_id' in columns)) continue;
    const { rows } = await sql<{ n: number }>`
      select count(*)::int4 as n from ${sql.table(name)} where version_id = ${id}`.execute(database.db);
    count += rows[0]?.n ?? 0;
  }
  return count;
};

describe('versions of one list', () => {
  let [first, second] = [0, 0];

  it('stay whole when they are replaced, and say by whom', async () => {
    first = (await bringVenues('mine', 'a,A,library,56.97,23.15', 'b,B,museum,56.97,23.15')).versionId;
    second = (await bringVenues('mine', 'b,B,museum,56.97,23.16', 'c,C,library,56.97,23.15')).versionId;
    expect(await record(first)).toMatchObject({ state: 'past', replacedBy: second, isRetired: false });
    expect(await record(second)).toMatchObject({ state: 'current', replacedBy: null, sourceName: 'venues' });
    expect((await record(first))?.sizeBytes).toBeGreaterThan(100);
    expect(await venuesOf('mine')).toEqual(['b', 'c']);
  });

  it('can be gone back to, and forth', async () => {
    expect(await imports.use(first)).toMatchObject([{ id: first, state: 'current', replacedBy: null }]);
    expect(await venuesOf('mine')).toEqual(['a', 'b']);
    expect(await record(second)).toMatchObject({ state: 'past', replacedBy: first });
    const before = await readCurrentVersions(database.db);
    await imports.use(first);
    expect(await readCurrentVersions(database.db)).toEqual(before);
    await imports.use(second);
    expect(await venuesOf('mine')).toEqual(['b', 'c']);
    expect(await currentLists('venues')).toEqual(['mine', 'shipped']);
  });

  it('keep what their import found, by row, in both languages where a version tells of itself', async () => {
    const { versionId } = await imports.importCsv(
      'venues',
      'odd',
      'odd.csv',
      csv(
        'id,name,kind,lat,lon,colour',
        'x,X,library,23.15,56.97,',
        'y,Y,library,23.16,56.97,',
        'z,Z,library,,,',
      ),
    );
    expect(await data().findFindings(versionId)).toEqual(
      expect.arrayContaining([
        { code: 'unknown-column', values: { heading: 'colour' } },
        { code: 'swapped-degrees', row: 2, values: {} },
        { code: 'swapped-degrees', row: 3, values: {} },
        expect.objectContaining({ code: 'no-position', row: 4 }),
      ]),
    );
    const said = (await record(versionId))?.warnings ?? [];
    expect(said.filter(({ en }) => en.includes('latitude and longitude'))).toEqual([
      {
        lv: '2. rinda: platums un garums bija samainīti un ir izlaboti (pavisam 2; arī rindās: 3)',
        en: expect.stringMatching(/^row 2: .* \(2 in all; also in rows 3\)$/),
      },
    ]);
    expect(await data().findFindings(99_999)).toBeNull();
  });

  it('can be forgotten when they are past, and leave their name in the history', async () => {
    await expect(imports.forget(second)).rejects.toMatchObject({ code: 'version-in-use' });
    await expect(imports.forget(99_999)).rejects.toMatchObject({ code: 'not-found' });
    expect(await rowsOfVersion(first)).toBeGreaterThan(0);
    expect(await imports.forget(first)).toMatchObject({ id: first, state: 'forgotten', sizeBytes: 0 });
    expect(await rowsOfVersion(first)).toBe(0);
    expect(await venuesOf('mine')).toEqual(['b', 'c']);
    await expect(imports.use(first)).rejects.toMatchObject({ code: 'version-forgotten' });
    await expect(imports.forget(first)).rejects.toMatchObject({ code: 'version-forgotten' });
    expect(await record(first)).toMatchObject({ list: 'mine', rowCount: 2, state: 'forgotten' });
  });

  it('are taken out of use without a successor, and come back', async () => {
    expect(await imports.retire('venues', 'mine')).toMatchObject({ state: 'past', isRetired: true });
    expect(await currentLists('venues')).toEqual(['odd', 'shipped']);
    await expect(imports.retire('venues', 'mine')).rejects.toMatchObject({ code: 'not-found' });
    await imports.use(second);
    expect(await record(second)).toMatchObject({ state: 'current', isRetired: false });
  });

  it('do not take an id away from another list', async () => {
    const { versionId } = await bringVenues('mine', 'c,C,library,56.97,23.15');
    const other = await bringVenues('other', 'b,B,library,56.97,23.15');
    await expect(imports.use(second)).rejects.toMatchObject({
      code: 'bad-import',
      faults: [{ field: 'id', fault: 'duplicate', value: 'b' }],
    });
    expect(await record(versionId)).toMatchObject({ state: 'current' });
    await imports.retire('venues', 'other');
    await imports.use(second);
    expect(await record(other.versionId)).toMatchObject({ state: 'past' });
  });
});

/** A village: streets, a wood and two places, in a file of its own. */
const streetsFile = (name: string, side: number) => {
  const path = join(folder, name);
  writeFileSync(path, writeOsm(village(side)));
  return { name, path };
};

describe('what stands alone', () => {
  it('is replaced by an import, and comes back whole with everything that its import made', async () => {
    const datasets = ['streets', 'landcover', 'settlements'];
    const streets = await idOf('streets');
    const files = createVersionFiles(database.db);
    const [graph, roads] = [await files.hash(streets, 'graph'), await data().listRoads(everything)];
    const report = await imports.importFiles('osm', 'osm', [streetsFile('a.osm.pbf', 4)]);
    const made = (await records()).filter(({ importId }) => importId === report.versionId);
    expect(made.map(({ dataset }) => dataset).toReversed()).toEqual(datasets);
    expect(made.every(({ standsAlone, sourceName }) => standsAlone && sourceName === 'osm')).toBe(true);
    for (const dataset of datasets) expect(await currentLists(dataset)).toEqual(['osm']);

    for (const dataset of datasets) await imports.use(await idOf(dataset));
    for (const dataset of datasets) expect(await currentLists(dataset)).toEqual(['shipped']);
    expect(await files.hash(streets, 'graph')).toBe(graph);
    expect((await data().listRoads(everything)).items).toEqual(roads.items);

    const used = await imports.use(report.also === undefined ? -1 : report.versionId);
    expect(used.map(({ dataset }) => dataset).toReversed()).toEqual(datasets);
    for (const dataset of datasets) expect(await currentLists(dataset)).toEqual(['osm']);
  });

  it('cannot be retired where the map needs it', async () => {
    for (const [dataset, list] of [
      ['territories', 'shipped'],
      ['population', 'shipped'],
      ['streets', 'osm'],
    ] as const) {
      await expect(imports.retire(dataset, list)).rejects.toMatchObject({ code: 'dataset-needed' });
    }
    await imports.retire('on-demand', 'shipped');
    expect(await data().listOnDemandZones()).toEqual([]);
    await imports.use(await idOf('on-demand'));
    expect(await data().listOnDemandZones()).not.toEqual([]);
  });
});

describe('what ships', () => {
  const newer = join(folder, 'newer');

  /** The shipped files as a later version of the project has them: other bytes, and a venue of somebody's id. */
  const ship = (): void => {
    for (const part of ['model', 'timetable', 'on-demand.json', 'settings']) {
      if (existsSync(join(geodataFolder, part))) {
        cpSync(join(geodataFolder, part), join(newer, part), { recursive: true });
      }
    }
    for (const dataset of ['venues', 'landcover']) {
      const file = join(newer, `model/${dataset}.json`);
      const model = JSON.parse(readFileSync(file, 'utf8')) as { header: object; rows: object[] };
      const rows = dataset === 'venues' ? [...model.rows, { ...model.rows[0], id: 'c' }] : model.rows;
      writeFileSync(file, JSON.stringify({ header: { ...model.header, title: 'Newer' }, rows }));
    }
  };

  it('does not come back by itself once it was retired or replaced', async () => {
    await imports.retire('venues', 'shipped');
    await imports.importFiles('osm', 'osm', [streetsFile('b.osm.pbf', 5)]);
    expect(await importShipped(database, shippedSource, testClock.now())).toEqual([]);
    expect(await currentLists('venues')).not.toContain('shipped');
    expect(await currentLists('streets')).toEqual(['osm']);
  });

  it('is put aside in a newer state, to be used when somebody wants it', async () => {
    ship();
    const before = await idOf('venues');
    const changed = await importShipped(database, { region: tukums, folder: newer }, testClock.now());
    expect(changed).toEqual([]);
    expect(await shipped('landcover')).toMatchObject({ title: 'Newer', state: 'past' });
    expect(await currentLists('landcover')).toEqual(['osm']);
    const venues = await shipped('venues');
    expect(venues).toMatchObject({ title: 'Newer', state: 'past', isRetired: false, replacedBy: null });
    expect(venues?.id).not.toBe(before);
    expect(await venuesOf('mine')).toEqual(['b', 'c']);
    expect(await importShipped(database, { region: tukums, folder: newer }, testClock.now())).toEqual([]);
  });

  it('keeps its ids when it comes back, as at a start: the other row gets another one', async () => {
    const id = await idOf('venues');
    const used = await imports.use(id);
    expect(used.map(({ list, state }) => [list, state])).toEqual([
      ['mine', 'current'],
      ['shipped', 'current'],
    ]);
    expect(await venuesOf('mine')).toEqual(['b', 'c-mine']);
    expect(await data().getVenue('c')).toMatchObject({ list: 'shipped' });
    expect(
      (await readCurrentVersions(database.db)).find(({ list }) => list === 'mine')?.warnings.at(-1)?.en,
    ).toContain('“c” is now “c-mine”');
  });

  it('stays forgotten when it was forgotten', async () => {
    await imports.retire('venues', 'shipped');
    await imports.forget(await idOf('venues'));
    expect(await importShipped(database, { region: tukums, folder: newer }, testClock.now())).toEqual([]);
    expect(await currentLists('venues')).not.toContain('shipped');
  });
});

describe('events of a past version', () => {
  it('have their dates laid out anew when they are used again', async () => {
    const header = 'id,title,category,place,start,rrule';
    const weekly = 'w,W,concert,Here,2026-01-03 19:00,FREQ=WEEKLY';
    const { versionId } = await imports.importCsv('events', 'own', 'e.csv', csv(header, weekly));
    await imports.importCsv('events', 'own', 'f.csv', csv(header, 'v,V,concert,Here,2026-08-01 19:00,'));
    const later = createImports({
      database,
      region: tukums,
      clock: { now: () => new Date('2027-07-10T09:00:00Z') },
      onImported: async () => undefined,
      log: { error: () => undefined },
    });
    await later.use(versionId);
    const { items } = await data().listOccurrences({ ...everything, filters: { list: 'own' } });
    expect(items.at(-1)?.startsAt.slice(0, 4)).toBe('2028');
    expect(items[0]?.startsAt.slice(0, 4)).toBe('2027');
  });
});
