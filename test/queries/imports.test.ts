import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sayWarning } from '#core/language/warnings.ts';
import type { ImportWarning } from '#core/warning.ts';
import type { Imports } from '#server/context.ts';
import { createData } from '#server/db/queries/data.ts';
import { readCurrentVersions } from '#server/db/queries/versions.ts';
import { createImports } from '#server/import/index.ts';
import { importShipped } from '#server/import/shipped/shipped.ts';
import { layOutDates } from '#server/jobs/lay-out-dates.ts';
import {
  everything,
  geodataFolder,
  openTestDatabase,
  root,
  shippedSource,
  type TestDatabase,
  testClock,
  tukums,
} from './harness.ts';
import { csv } from './surroundings.ts';

const region = tukums;

let database: TestDatabase;
let imports: Imports;
const onImported = vi.fn(async () => undefined);
const log = { error: vi.fn() };
beforeAll(async () => {
  database = await openTestDatabase();
  imports = createImports({ database, region, clock: testClock, onImported, log });
});
afterAll(() => database.drop());

const template = (name: string) => readFileSync(join(root, 'geodata/templates', name));
const data = () => createData(database.db);
const rowsOf = async (list: string) =>
  (await data().listVenues({ ...everything, filters: { list } })).items.map(({ id }) => id);
const versionStates = async () =>
  database.db
    .selectFrom('dataset_version')
    .select(['dataset', 'list', 'state'])
    .where('list', '<>', 'shipped')
    .orderBy('id')
    .execute();

describe('a list somebody brings', () => {
  it('stands beside the shipped one, with its version', async () => {
    const before = (await data().listVenues(everything)).numberMatched;
    const report = await imports.importCsv('venues', 'mine', 'venues.csv', template('venues.csv'));
    expect(report).toMatchObject({ dataset: 'venues', list: 'mine', rows: 3 });
    expect((await data().listVenues(everything)).numberMatched).toBe(before + 3);
    expect(onImported).toHaveBeenCalledTimes(1);
    const versions = await readCurrentVersions(database.db);
    expect(versions.find(({ id }) => id === report.versionId)).toMatchObject({
      list: 'mine',
      rowCount: 3,
      warnings: report.warnings.map((warning) => ({
        lv: sayWarning(warning, 'lv'),
        en: sayWarning(warning, 'en'),
      })),
      importedAt: testClock.now().toISOString(),
    });
    const stage = await data().getVenue('paraugs-estrade');
    expect(stage).toMatchObject({ status: 'closed', closedOn: '2024', territoryId: 'kandava' });
  });

  it('changes nothing when it comes a second time', async () => {
    const before = await readCurrentVersions(database.db);
    const report = await imports.importCsv('venues', 'mine', 'venues.csv', template('venues.csv'));
    expect(report.warnings).toEqual([{ code: 'same-file', values: {} }]);
    expect(await readCurrentVersions(database.db)).toEqual(before);
  });

  it('changes nothing when it has a fault', async () => {
    const before = await readCurrentVersions(database.db);
    const bad = imports.importCsv('venues', 'mine', 'bad.csv', csv('name,kind', 'A,library', 'B,castle'));
    await expect(bad).rejects.toMatchObject({ code: 'bad-import', faults: [{ row: 3, field: 'kind' }] });
    expect(await readCurrentVersions(database.db)).toEqual(before);
    expect(await rowsOf('mine')).toHaveLength(3);
  });

  it('replaces the older list of its name, which stays as past', async () => {
    await imports.importCsv('venues', 'mine', 'new.csv', csv('name,kind', 'Jauna zāle,library'));
    expect(await rowsOf('mine')).toEqual(['jauna-zale']);
    expect(await versionStates()).toEqual([
      { dataset: 'venues', list: 'mine', state: 'past' },
      { dataset: 'venues', list: 'mine', state: 'current' },
    ]);
  });

  it('may not use ids or names of another list', async () => {
    const twin = csv('id,name,kind', 'jauna-zale,Zāle,library');
    await expect(imports.importCsv('venues', 'other', 'twin.csv', twin)).rejects.toMatchObject({
      faults: [{ row: 2, field: 'id', fault: 'duplicate' }],
    });
    const shipped = imports.importCsv('venues', 'shipped', 'x.csv', csv('name,kind', 'A,library'));
    await expect(shipped).rejects.toMatchObject({ faults: [{ field: 'list' }] });
  });

  it('of events has its dates at once', async () => {
    const report = await imports.importCsv('events', 'mine', 'events.csv', template('events.csv'));
    expect(report.rows).toBe(2);
    const { items } = await data().listOccurrences({ ...everything, filters: { list: 'mine' } });
    const dances = items.filter(({ eventId }) => eventId === 'paraugs-dancu-vakars');
    expect(dances).toHaveLength(9);
    expect(
      dances
        .map(({ status }) => status)
        .filter((status) => status !== 'scheduled')
        .sort(),
    ).toEqual(['cancelled', 'moved']);
    expect(dances[0]).toMatchObject({
      startsAt: '2027-01-09T19:00:00+02:00',
      endsAt: '2027-01-09T22:00:00+02:00',
    });
    const reading = items.find(({ eventId }) => eventId === 'paraugs-lasijums');
    expect(reading).toMatchObject({
      endsAt: null,
      event: { price: { state: 'priced', minEuro: 3, maxEuro: 5 } },
    });
  });

  it('is imported also when the server cannot read it into memory', async () => {
    onImported.mockRejectedValueOnce(new Error('out of memory'));
    const report = await imports.importCsv('venues', 'unread', 'x.csv', csv('name,kind', 'Nelasīta,library'));
    expect(report.warnings).toContainEqual({ code: 'not-refreshed', values: { detail: 'out of memory' } });
    expect(log.error).toHaveBeenCalledTimes(1);
    expect(await rowsOf('unread')).toEqual(['nelasita']);
  });

  it('is read one after the other when several come at once', async () => {
    const two = ['a', 'b'].map((name) =>
      imports.importCsv('venues', name, 'x.csv', csv('name,kind', 'Viena un tā pati,library')),
    );
    const results = await Promise.allSettled(two);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the shipped lists', () => {
  it('are not loaded again when their files are the same', async () => {
    expect(await importShipped(database, shippedSource, testClock.now())).toEqual([]);
  });
});

describe('a shipped list that uses an id of somebody', () => {
  const folder = mkdtempSync(join(tmpdir(), 'culture-map-shipped-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** The shipped files as they would be in a later version: one venue and one event more. */
  const ship = (): void => {
    for (const part of ['model', 'timetable', 'on-demand.json', 'settings']) {
      if (existsSync(join(geodataFolder, part))) {
        cpSync(join(geodataFolder, part), join(folder, part), { recursive: true });
      }
    }
    for (const [dataset, id] of [
      ['venues', 'telpa'],
      ['events', 'svetki'],
    ]) {
      const file = join(folder, 'model', `${dataset}.json`);
      const model = JSON.parse(readFileSync(file, 'utf8')) as { rows: object[] };
      writeFileSync(file, JSON.stringify({ ...model, rows: [...model.rows, { ...model.rows[0], id }] }));
    }
  };

  it('keeps it, and the other row is still there under another', async () => {
    await imports.importCsv('venues', 'own', 'v.csv', csv('id,name,kind', 'telpa,Telpa,library'));
    await imports.importCsv('venues', 'own-2', 'w.csv', csv('id,name,kind', 'telpa-own,Telpa,library'));
    const header = 'id,title,category,venue,start,umbrella';
    const lines = ['svetki,A,festival,telpa,2026-08-01 19:00,', 'b,B,concert,telpa,2026-08-01 20:00,svetki'];
    await imports.importCsv('events', 'own', 'e.csv', csv(header, ...lines));
    ship();
    const said: string[] = [];
    const tell = (list: string, { code, values }: ImportWarning) =>
      said.push(`${list} ${code} ${values.from} ${values.to}`);
    const changed = await importShipped(database, { region, folder }, testClock.now(), () => undefined, tell);

    expect(changed).toEqual(['venues', 'events']);
    expect(said).toEqual([
      'events/own id-renamed telpa telpa-own-2',
      'events/own id-renamed svetki svetki-own',
      'venues/own id-renamed telpa telpa-own-2',
    ]);
    expect(await rowsOf('own')).toEqual(['telpa-own-2']);
    expect(await data().getVenue('telpa')).toMatchObject({ list: 'shipped' });
    expect(await data().getVenue('telpa-own-2')).toMatchObject({ list: 'own', nameLv: 'Telpa' });
    const { items } = await data().listOccurrences({ ...everything, filters: { list: 'own' } });
    expect(items.map(({ id, venueId, event }) => [id, venueId, event.umbrellaId])).toEqual([
      ['svetki-own_20260801T1900', 'telpa-own-2', null],
      ['b_20260801T2000', 'telpa-own-2', 'svetki-own'],
    ]);
    for (const ids of [
      (await data().listVenues(everything)).items.map(({ id }) => id),
      (await data().listOccurrences(everything)).items.map(({ id }) => id),
    ]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
    const versions = await readCurrentVersions(database.db);
    const own = versions.find(({ dataset, list }) => dataset === 'venues' && list === 'own');
    expect(own?.warnings.at(-1)?.en).toContain('“telpa” is now “telpa-own-2”');
    expect(own?.warnings.at(-1)?.lv).toContain('telpa-own-2');
  });

  it('renames nothing at the next start', async () => {
    const before = await readCurrentVersions(database.db);
    expect(await importShipped(database, { region, folder }, testClock.now(), () => undefined)).toEqual([]);
    expect(await readCurrentVersions(database.db)).toEqual(before);
  });
});

describe('the dates laid out', () => {
  it('move on with the days', async () => {
    expect(await layOutDates(database, testClock.now())).toEqual({ added: 0, removed: 0 });
    const month = 30 * 86_400_000;
    const moved = await layOutDates(database, new Date(testClock.now().getTime() + month));
    expect(moved.added).toBeGreaterThan(0);
    expect(moved.removed).toBeGreaterThan(0);
    const { items } = await data().listOccurrences({ ...everything, limit: 1 });
    expect(Date.parse(String(items[0]?.startsAt))).toBeGreaterThan(Date.parse('2026-06-01'));
  });
});
