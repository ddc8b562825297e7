import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AddressIndex } from '#core/place/geocode/address-index.ts';
import { createGeocoder } from '#core/place/geocode/geocoder.ts';
import { Problem } from '#core/problem.ts';
import { createData } from '#server/db/queries/data.ts';
import { readCurrentVersions } from '#server/db/queries/versions.ts';
import { createImports } from '#server/import/index.ts';
import { toWindows1257, varisTexts } from '../official/varis.ts';
import { everything, openTestDatabase, type TestDatabase, testClock, tukums } from './harness.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vdb-'));
  return () => rmSync(folder, { recursive: true, force: true });
});
afterAll(() => database.drop());

/** The 34 columns; those that are not read stand for the ones whose names are not known here. */
const columns = [
  'OBJECTID',
  'OBJEKTAID',
  'PAMATNOSAUKUMS',
  'PAMATNOSAUKUMS2',
  'STAVOKLIS',
  'ATKKODS',
  'PAGASTS',
  'NOVADS',
  'VEIDS',
  'GEOPLATUMS',
  'GEOGARUMS',
  'OFICIALS_NOSAUKUMS',
  'KOMENTARI',
  'OFICIALS',
  ...Array.from({ length: 19 }, (_, i) => `CITS${i}`),
  'DATUMSIZM',
];
type Name = Partial<Record<string, string>>;
let next = 0;
const name = (PAMATNOSAUKUMS: string, VEIDS: string, more: Name = {}): Name => {
  next += 1;
  return {
    OBJECTID: `${next}`,
    OBJEKTAID: `${7000 + next}`,
    PAMATNOSAUKUMS,
    STAVOKLIS: 'pastāv',
    PAGASTS: 'Zentenes pagasts',
    NOVADS: 'Tukuma novads',
    VEIDS,
    GEOPLATUMS: '57.1',
    GEOGARUMS: '22.9',
    OFICIALS: 'Oficiāls',
    ...more,
  };
};
const quoted = (text: string) => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const tableOf = (names: readonly Name[]): Buffer =>
  toWindows1257(
    `${[columns, ...names.map((one) => columns.map((column) => quoted(one[column] ?? '')))].map((cells) => cells.join(';')).join('\r\n')}\r\n`,
  );

const imports = () =>
  createImports({
    database,
    region: tukums,
    clock: testClock,
    onImported: async () => undefined,
    log: { error: () => undefined },
  });
const bring = (bytes: Uint8Array, fileName = 'VDB.csv', source: 'vdb' | 'varis-addresses' = 'vdb') => {
  const path = join(folder, fileName);
  writeFileSync(path, bytes);
  return imports().importFiles(source, 'any-name', [{ name: fileName, path }]);
};
const settlements = async () =>
  (await createData(database.db).listSettlements(everything)).items.map((one) => ({
    id: one.id,
    name: one.nameLv,
    kind: one.kind,
    territory: one.territoryId,
  }));
const geocoder = async () =>
  createGeocoder(
    (await createData(database.db).listAddressIndexes()).map((text) => JSON.parse(text) as AddressIndex),
  );

const good = [
  name('Zentene', 'ciems', { KOMENTARI: 'Ciems pie ezera;\nagrāk "Senten"' }),
  name('Rideļi', 'mazciems', { PAGASTS: 'Engures pagasts', GEOPLATUMS: '57.12', GEOGARUMS: '23.1' }),
  name('Bisnieki', 'viensēta', { GEOPLATUMS: '57.11', GEOGARUMS: '22.93' }),
  name('Rideļu dzirnavas', 'dzirnavas', { PAGASTS: 'Engures pag.', STAVOKLIS: 'daļēji izzudis' }),
];

describe('place names', () => {
  it('become settlements, and addresses beside those of the register', async () => {
    const register = varisTexts([
      {
        id: '1',
        kind: 'house',
        name: 'Bisnieki',
        street: null,
        village: null,
        unit: 'Zentenes pagasts',
        municipality: 'Tukuma novads',
        postcode: null,
        territoryId: null,
        lonLat: [22.9312, 57.1112],
      },
    ])['aw_eka.csv'];
    await bring(Buffer.from(register ?? ''), 'aw_eka.csv', 'varis-addresses');
    const before = await createData(database.db).listSettlements(everything);
    const report = await bring(tableOf(good));
    expect(report).toMatchObject({ dataset: 'settlements', list: 'vdb', rows: 2, findings: [] });
    expect(report.also).toEqual([{ dataset: 'addresses', rows: 2 }]);
    expect(report.counts).toEqual({ read: 4, kept: 4, corrected: 0, dropped: 0 });

    const zentene = before.items.find(({ nameLv }) => nameLv === 'Zentene');
    expect(await settlements()).toEqual([
      { id: 'rideli', name: 'Rideļi', kind: 'hamlet', territory: 'engures-pagasts' },
      { id: zentene?.id, name: 'Zentene', kind: 'village', territory: 'zentenes-pagasts' },
    ]);
    const versions = await readCurrentVersions(database.db);
    expect(versions.filter(({ dataset }) => dataset === 'addresses').map(({ list }) => list)).toEqual([
      'varis',
      'vdb',
    ]);
    expect(versions.find(({ dataset }) => dataset === 'settlements')).toMatchObject({ licence: 'CC0 1.0' });

    const { search } = await geocoder();
    const farms = search('bisnieki zentene').filter(({ exactness }) => exactness === 'house');
    expect(farms).toMatchObject([{ kind: 'house', lonLat: [22.9312, 57.1112] }]);
    expect(search('Rideļu dzirnavas')[0]).toMatchObject({
      kind: 'place-name',
      territoryId: 'engures-pagasts',
    });
  });

  it('come out of an archive as well, and a second time change nothing', async () => {
    const zip = zipSync({ 'VDB/vdb.csv': tableOf(good) });
    await bring(zip, 'vdb.zip');
    expect(await settlements()).toHaveLength(2);
    expect((await bring(zip, 'vdb.zip')).warnings).toEqual([{ code: 'same-file', values: {} }]);
  });

  it('of a dirty file are named row by row, and the good ones are in', async () => {
    const dirty = [
      ...good,
      name('Vecā muiža', 'muiža', { STAVOKLIS: 'nepastāv' }),
      name('Zentenes pagasts', 'pagasts'),
      name('Salas', 'ciems', { PAGASTS: 'Salas pagasts', NOVADS: 'Jēkabpils novads' }),
      name('', 'viensēta'),
      name('Bez vietas', 'viensēta', { GEOPLATUMS: '' }),
      name('Berlīne', 'viensēta', { GEOPLATUMS: '52.5', GEOGARUMS: '13.4' }),
      name('Samainītie', 'viensēta', { GEOPLATUMS: '22.94', GEOGARUMS: '57.12' }),
      name('bisnieki', 'viensēta'),
      name('Abavas kauja', 'vieta', {
        PAGASTS: 'Tukuma novads',
        NOVADS: '',
        GEOPLATUMS: '56.967',
        GEOGARUMS: '23.155',
      }),
      name('Jūrā', 'sēklis', { PAGASTS: 'Latvija', NOVADS: '', GEOPLATUMS: '57.6', GEOGARUMS: '22.0' }),
    ];
    const report = await bring(Buffer.concat([tableOf(dirty), Buffer.from('tikai;divas\r\n')]));
    const found = (report.findings ?? []).map(({ code, row, effect, values }) => [
      code,
      row ?? values.count,
      effect,
    ]);
    // The first name has a line break: every later row begins a line later than its place says.
    expect(found).toEqual(
      expect.arrayContaining([
        ['places-gone', 1, 'dropped'],
        ['places-units', 1, 'dropped'],
        ['places-elsewhere', 1, 'dropped'],
        ['address-without-name', 10, 'dropped'],
        ['address-without-point', 11, 'dropped'],
        ['address-outside-latvia', 12, 'dropped'],
        ['address-degrees-swapped', 13, 'corrected'],
        ['place-twice', 14, 'dropped'],
        ['place-by-point', 15, 'kept'],
        ['address-row-broken', 17, 'dropped'],
      ]),
    );
    // Elsewhere twice: by name, and by a point that lies in no parish.
    expect(found).toHaveLength(11);
    expect(report.counts).toEqual({ read: 15, kept: 6, corrected: 1, dropped: 9 });
    const { search } = await geocoder();
    expect(search('Samainītie')[0]).toMatchObject({ lonLat: [22.94, 57.12] });
    expect(search('Abavas kauja')[0]).toMatchObject({ territoryId: 'tukums' });
    expect(search('Berlīne').filter(({ exactness }) => exactness === 'house')).toEqual([]);
  });

  it.each<[string, () => Uint8Array, object]>([
    ['no villages', () => tableOf([good[2] ?? {}]), { field: 'VDB.csv: veids', fault: 'missing' }],
    [
      'another table',
      () => toWindows1257('A;B\r\n1;2\r\n'),
      { field: 'VDB.csv: pamatnosaukums', fault: 'missing', row: 1 },
    ],
    ['no text', () => Uint8Array.of(0, 1, 2, 3, 255), { field: 'VDB.csv', fault: 'malformed' }],
  ])('are refused whole, and nothing changes: %s', async (_, bytes, fault) => {
    const before = await settlements();
    const error = await bring(bytes()).catch((reason: unknown) => reason);
    if (!(error instanceof Problem)) throw new Error('taken without a fault');
    expect(error).toMatchObject({ code: 'bad-import', faults: [fault, ...error.faults.slice(1)] });
    expect(await settlements()).toEqual(before);
    const { rows } = await sql`select from dataset_version where state = 'building'`.execute(database.db);
    expect(rows).toEqual([]);
  });
});
