import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Address } from '#core/place/address.ts';
import type { AddressIndex } from '#core/place/geocode/address-index.ts';
import { createGeocoder } from '#core/place/geocode/geocoder.ts';
import { Problem } from '#core/problem.ts';
import { createData } from '#server/db/queries/data.ts';
import { readCurrentVersions } from '#server/db/queries/versions.ts';
import { createImports } from '#server/import/index.ts';
import { type BuildingRow, toWindows1257, varisTexts } from '../official/varis.ts';
import { openTestDatabase, type TestDatabase, testClock, tukums } from './harness.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'varis-'));
  return () => rmSync(folder, { recursive: true, force: true });
});
afterAll(() => database.drop());

const address = (id: string, name: string, more: Partial<Address> = {}): Address => ({
  id,
  kind: 'house',
  name,
  street: null,
  village: null,
  unit: 'Zentenes pagasts',
  municipality: 'Tukuma novads',
  postcode: 'LV-3123',
  territoryId: null,
  lonLat: [22.9, 57.1],
  ...more,
});
const harmonijas = address('101', '7A', {
  street: 'Harmonijas iela',
  unit: 'Tukums',
  postcode: 'LV-3101',
  lonLat: [23.1525, 56.9667],
});
const bisnieki = address('102', 'Bisnieki', { lonLat: [22.9312345, 57.1112345] });
const riga = address('103', '1', {
  street: 'Brīvības iela',
  unit: 'Rīga',
  municipality: 'Rīgas novads',
  lonLat: [24.1, 56.95],
});
const three = [harmonijas, bisnieki, riga];

const bring = (texts: Readonly<Record<string, string | Uint8Array>>, isCheck = false) => {
  const imports = createImports({
    database,
    region: tukums,
    clock: testClock,
    onImported: async () => undefined,
    log: { error: () => undefined },
  });
  const files = Object.entries(texts).map(([name, text]) => {
    const path = join(folder, name.replaceAll('/', '_'));
    writeFileSync(path, text);
    return { name, path };
  });
  return imports.importFiles('varis-addresses', 'any-name', files, { isCheck });
};

/** The two pages have the same letters and other quotation marks. */
const toIso13 = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.map((byte) => ({ 132: 0xa5, 148: 0xa1 })[byte] ?? byte));

const stored = async () => {
  const { rows } = await sql<Record<string, unknown>>`
    select a.id, a.name, a.street, a.village, a.unit, a.municipality, a.postcode, a.territory_id,
      a.longitude_degrees as lon, a.latitude_degrees as lat
    from address a join dataset_version v on v.id = a.version_id and v.state = 'current' order by a.id`.execute(
    database.db,
  );
  return rows;
};

const inTukums = {
  id: '101',
  name: '7A',
  street: 'Harmonijas iela',
  village: null,
  unit: 'Tukums',
  municipality: 'Tukuma novads',
  postcode: 'LV-3101',
  territory_id: 'tukums',
  lon: 23.1525,
  lat: 56.9667,
};
const inZentene = {
  id: '102',
  name: 'Bisnieki',
  street: null,
  village: null,
  unit: 'Zentenes pagasts',
  municipality: 'Tukuma novads',
  postcode: 'LV-3123',
  territory_id: 'zentenes-pagasts',
  lon: 22.9312345,
  lat: 57.1112345,
};

describe('addresses of the register', () => {
  it('are kept where they lie in the towns and parishes of the map, whatever else is in the file', async () => {
    const report = await bring(varisTexts(three));
    expect(report).toMatchObject({ dataset: 'addresses', list: 'varis', rows: 2 });
    expect(report.counts).toEqual({ read: 3, kept: 2, corrected: 0, dropped: 1 });
    expect(report.findings).toEqual([
      { code: 'addresses-elsewhere', file: 'aw_eka.csv', effect: 'dropped', values: { count: 1 } },
    ]);
    expect(await stored()).toEqual([inTukums, inZentene]);
  });

  it('of a newer file take the place of the older ones, whatever the file is called', async () => {
    await bring(varisTexts([harmonijas]));
    const { 'aw_eka.csv': eka, ...places } = varisTexts([bisnieki]);
    await bring({ ...places, 'aw_eka (1).csv': eka ?? '' });
    expect((await stored()).map(({ id }) => id)).toEqual(['102']);
    const lists = (await readCurrentVersions(database.db)).filter(({ dataset }) => dataset === 'addresses');
    expect(lists).toMatchObject([{ list: 'varis', licence: 'CC BY 4.0', rowCount: 1, isModel: false }]);
  });

  it.each<[string, (texts: Readonly<Record<string, string>>) => Record<string, string | Uint8Array>]>([
    ['in UTF-8', (texts) => texts],
    [
      'in windows-1257',
      (texts) => Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, toWindows1257(text)])),
    ],
    [
      'in ISO-8859-13',
      (texts) =>
        Object.fromEntries(
          Object.entries(texts).map(([name, text]) => [
            name,
            toIso13(toWindows1257(text.replaceAll('#Bisnieki#', '#„Bisnieki”#'))),
          ]),
        ),
    ],
    [
      'in one archive, in a folder',
      (texts) => ({
        'aw_csv.zip': zipSync(
          Object.fromEntries(
            Object.entries(texts).map(([name, text]) => [`aw/${name}`, toWindows1257(text)]),
          ),
        ),
      }),
    ],
  ])('are read from the older layout, %s', async (_, write) => {
    await bring(write(varisTexts(three, 'old')));
    expect(await stored()).toEqual([inTukums, inZentene]);
  });

  it('need the table of buildings alone: the rest is read from their text', async () => {
    const { 'aw_eka.csv': eka } = varisTexts(three);
    await bring({ 'aw_eka.csv': `\uFEFF${eka}` });
    expect(await stored()).toEqual([inTukums, inZentene]);
  });

  it('belong to the parish of their municipality, not to one of the same name elsewhere', async () => {
    const twin = address('104', 'Bisnieki', { municipality: 'Jēkabpils novads' });
    await bring(varisTexts([bisnieki, twin]));
    expect(await stored()).toEqual([inZentene]);
  });
});

/** Every building's row spoilt in its own way; its line in the file is its place in the list and one more. */
const dirty: readonly [BuildingRow | 'repeat', string | null, string?][] = [
  [{}, null],
  [{ statuss: 'DEL' }, 'addresses-deleted'],
  [{ statuss: 'ERR' }, 'addresses-erroneous'],
  [{ apstipr: 'N' }, 'addresses-unapproved'],
  [{ kods: '' }, 'address-without-code', 'kods'],
  [{ nosaukums: '' }, 'address-without-name', 'nosaukums'],
  [{ dd_n: '', dd_e: '', koord_x: '', koord_y: '' }, 'address-without-point', 'dd_n'],
  [{ dd_n: '52.1', dd_e: '13.4', koord_x: '', koord_y: '' }, 'address-outside-latvia', 'dd_e'],
  [{ dd_n: '56.0', dd_e: '27.0', koord_x: '', koord_y: '' }, 'address-far-away', 'dd_n'],
  ['repeat', 'address-code-twice'],
];
const mended: readonly [BuildingRow, string, string][] = [
  [{ dd_n: '22.9', dd_e: '57.1' }, 'address-degrees-swapped', 'dd_n'],
  [{ koord_x: 'y', koord_y: 'x' }, 'address-metres-swapped', 'koord_x'],
  [{ dd_n: '', dd_e: '' }, 'address-metres-taken', 'dd_n'],
  [{ dd_n: '0', dd_e: '0' }, 'address-metres-taken', 'dd_n'],
  [{ dd_n: '57.101' }, 'address-points-disagree', 'dd_n'],
];

describe('the index of a list', () => {
  it('is kept with it and finds what is in it', async () => {
    await bring(varisTexts(three));
    const [text, ...others] = await createData(database.db).listAddressIndexes();
    expect(others).toEqual([]);
    const { search } = createGeocoder([JSON.parse(text ?? '') as AddressIndex]);
    const [hit] = search('harmonijas 7a tukums');
    expect(hit).toMatchObject({
      exactness: 'house',
      parts: ['Harmonijas iela 7A', 'Tukums', 'Tukuma novads'],
      lonLat: [23.1525, 56.9667],
      territoryId: 'tukums',
    });
    expect(search('Bisnieki, Zentenes pag.')[0]).toMatchObject({ exactness: 'house', score: 0.02 });
    expect(search('Brīvības iela 1, Rīga')).toEqual([]);
  });
});

describe('a dirty file', () => {
  it('is named row by row, and its good rows are in', async () => {
    let at = 0;
    const spoil = (row: BuildingRow): readonly BuildingRow[] => {
      const change = dirty[at]?.[0] ?? mended[at - dirty.length]?.[0] ?? {};
      at += 1;
      if (change === 'repeat') return [{ ...row, kods: '1001' }];
      const swapped =
        change.koord_x === 'y' ? { koord_x: row.koord_y ?? '', koord_y: row.koord_x ?? '' } : {};
      return [{ ...row, ...change, ...swapped }];
    };
    const rows = [...dirty, ...mended, 'line break'].map((_, i) =>
      address(`${1001 + i}`, `Māja ${'i'.repeat(i)}`),
    );
    const last = rows.at(-1);
    const texts = varisTexts(rows, 'new', spoil);
    const eka = (texts['aw_eka.csv'] ?? '').replace(`${last?.name},`, `"${last?.name}\nar pārnesumu",`);
    const report = await bring({ ...texts, 'aw_eka.csv': `${eka}\r\nbroken,row\r\n` });

    const found = (report.findings ?? []).map(({ code, row, field, effect }) => ({
      code,
      row,
      field,
      effect,
    }));
    const named = dirty.flatMap(([, code, field], i) =>
      code?.startsWith('address-') ? [{ code, row: i + 2, field, effect: 'dropped' }] : [],
    );
    const counted = dirty.flatMap(([, code]) =>
      code?.startsWith('addresses-') ? [{ code, row: undefined, field: undefined, effect: 'dropped' }] : [],
    );
    const put = mended.map(([, code, field], i) => ({
      code,
      row: dirty.length + i + 2,
      field,
      effect: code === 'address-points-disagree' ? 'kept' : 'corrected',
    }));
    // The row with a line break ends a line later than it begins; an empty line is none.
    const broken = { code: 'address-row-broken', row: rows.length + 4, field: undefined, effect: 'dropped' };
    expect(found).toEqual(expect.arrayContaining([...named, ...counted, ...put, broken]));
    expect(found).toHaveLength(named.length + counted.length + put.length + 1);
    expect(report.counts).toEqual({
      read: rows.length + 1,
      kept: 1 + mended.length + 1,
      corrected: mended.length - 1,
      dropped: dirty.length,
    });
    const kept = await stored();
    expect(kept).toHaveLength(1 + mended.length + 1);
    expect(kept.every(({ lon, lat }) => Math.abs(Number(lon) - 22.9) < 1e-6 && Number(lat) < 57.102)).toBe(
      true,
    );
    expect(kept.at(-1)?.name).toMatch(/^Māja i+ ar pārnesumu$/);
  });

  const faultOf = async (texts: Readonly<Record<string, string | Uint8Array>>) => {
    const before = await stored();
    const error = await bring(texts).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (!(error instanceof Problem)) throw new Error('taken without a fault');
    expect(error.code).toBe('bad-import');
    expect(await stored()).toEqual(before);
    return error.faults[0];
  };

  it.each<[string, () => Record<string, string | Uint8Array>, object]>([
    ['no buildings', () => ({ 'aw_iela.csv': 'kods\n' }), { field: 'aw_eka', fault: 'missing' }],
    ['an empty file', () => ({ 'aw_eka.csv': '' }), { field: 'aw_eka.csv', fault: 'malformed' }],
    [
      'a column missing',
      () => ({ 'aw_eka.csv': 'kods,nosaukums,vkur_cd,dd_n\n1,2,3,4\n' }),
      { field: 'aw_eka.csv: dd_e', fault: 'missing', row: 1 },
    ],
    [
      'the buildings twice',
      () => ({ 'aw_eka.csv': 'kods\n', 'AW_EKA.CSV': 'kods\n' }),
      { field: 'aw_eka', fault: 'duplicate' },
    ],
    [
      'a quotation mark never closed',
      () => ({ 'aw_eka.csv': 'kods,nosaukums,vkur_cd,dd_n,dd_e\n1,"Māja,3,57,22\n' }),
      { field: 'aw_eka.csv', fault: 'malformed' },
    ],
    ['nothing of here', () => varisTexts([riga]), { fault: 'malformed', value: 'addresses-elsewhere' }],
    [
      'an archive that climbs out',
      () => ({ 'aw.zip': zipSync({ '../aw_eka.csv': new TextEncoder().encode('kods\n') }) }),
      { field: 'aw.zip' },
    ],
  ])('is refused whole, and nothing changes: %s', async (_, texts, fault) => {
    expect(await faultOf(texts())).toMatchObject(fault);
  });
});
