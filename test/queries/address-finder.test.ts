import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Address } from '#core/place/address.ts';
import { createData } from '#server/db/queries/data.ts';
import { createImports } from '#server/import/index.ts';
import { varisTexts } from '../official/varis.ts';
import { everything, openTestDatabase, type TestDatabase, testClock, tukums } from './harness.ts';

const farm = (id: string, name: string, unit: string, lonLat: readonly [number, number]): Address => ({
  id,
  kind: 'house',
  name,
  street: null,
  village: null,
  unit,
  municipality: 'Tukuma novads',
  postcode: 'LV-3123',
  territoryId: null,
  lonLat,
});
const register = [
  farm('1', 'Bisnieki', 'Zentenes pagasts', [22.9312, 57.1112]),
  farm('2', 'Bērzi', 'Zentenes pagasts', [22.95, 57.12]),
  farm('3', 'Bērzi', 'Slampes pagasts', [23.25, 56.84]),
  { ...farm('4', '7', 'Tukums', [23.1525, 56.9667]), street: 'Harmonijas iela' },
  { ...farm('5', '9', 'Tukums', [23.1545, 56.9667]), street: 'Harmonijas iela' },
];

let database: TestDatabase;
let folder: string;
const imports = () =>
  createImports({
    database,
    region: tukums,
    clock: testClock,
    onImported: async () => undefined,
    log: { error: () => undefined },
  });
const fileOf = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return { name, path };
};
beforeAll(async () => {
  database = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'finder-'));
  const files = Object.entries(varisTexts(register)).map(([name, text]) => fileOf(name, text));
  await imports().importFiles('varis-addresses', 'varis', files);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

const venuesOf = async (list: string) => {
  const { items } = await createData(database.db).listVenues(everything);
  const own = items.filter((venue) => venue.list === list);
  return new Map(own.map(({ nameLv, territoryId, position }) => [nameLv, { territoryId, position }]));
};

describe('venues without coordinates', () => {
  it('of our own lists lie where their address is, and the list says so', async () => {
    const rows = [
      'nosaukums;veids;adrese;pagasts;ciems;lat;lon',
      'Pie Bisniekiem;kultūras centrs;“Bisnieki”, Zentenes pag., Tukuma nov., LV-3123;;;;',
      'Vecais novads;kultūras centrs;„Bisnieki”, Zentenes pag., Kandavas nov.;;;;',
      'Ielā;bibliotēka;Harmonijas ielā 7, Tukumā;Tukums;;;',
      'Bez numura;muzejs;Harmonijas iela 21;Tukums;;;',
      'Divi bērzi;muzejs;Bērzi;;;;',
      'Pagasta bērzi;muzejs;Bērzi;Slampes pagasts;;;',
      'Nezināmā;muzejs;Nekurienes iela 5;;Slampe;;',
      'Ar koordinātām;muzejs;“Bisnieki”, Zentenes pag.;;;56.967;23.155',
    ];
    const report = await imports().importCsv('venues', 'mine', 'mine.csv', Buffer.from(rows.join('\n')));
    const said = report.warnings.map(({ code, row }) => [row, code]).filter(([row]) => row !== undefined);
    expect(said).toEqual([
      [2, 'position-of-address'],
      [3, 'position-of-address'],
      [4, 'position-of-address'],
      [5, 'position-of-street'],
      [6, 'address-ambiguous'],
      [6, 'no-position'],
      [7, 'position-of-address'],
      [8, 'position-of-village'],
    ]);
    const venues = await venuesOf('mine');
    const atBisnieki = {
      territoryId: 'zentenes-pagasts',
      position: {
        state: 'exact',
        lonLat: [22.9312, 57.1112],
        accuracyMetres: 25,
        method: 'address register',
      },
    };
    expect(venues.get('Vecais novads')).toEqual(venues.get('Pie Bisniekiem'));
    expect(venues.get('Pie Bisniekiem')?.position).toEqual(atBisnieki.position);
    expect(venues.get('Ielā')?.position).toMatchObject({ state: 'exact', lonLat: [23.1525, 56.9667] });
    expect(venues.get('Bez numura')?.position).toMatchObject({
      state: 'approximate',
      lonLat: [23.1535, 56.9667],
      accuracyMetres: 100,
      method: 'street of the address register',
    });
    expect(venues.get('Divi bērzi')?.position).toMatchObject({ state: 'missing' });
    expect(venues.get('Pagasta bērzi')?.position).toMatchObject({ lonLat: [23.25, 56.84] });
    expect(venues.get('Nezināmā')?.position).toMatchObject({ method: 'village point' });
    expect(venues.get('Ar koordinātām')?.position).toMatchObject({ method: 'coordinates of the list' });
  });

  it('of the state’s list as well', async () => {
    const rows = [
      'OBJ,Objekta nosaukums,ISIL kods,Adrese,LAT,LON,LKS-92 X,LKS-92 Y,Kategorija,Tālrunis,E-pasts,ATVK,Mājaslapa,Attēls',
      '1,Zentenes bibliotēka,LV-0001,"“Bisnieki”, Zentenes pag., Tukuma nov., LV-3123",,,,,Bibliotēkas,,,,,',
      '2,Tukuma muzejs,LV-0002,"Harmonijas iela 7, Tukums",56.967,23.155,,,Muzeji,,,,,',
    ];
    const file = fileOf('objektusaraksts.csv', rows.join('\n'));
    const report = await imports().importFiles('kisc-objects', 'kisc', [file]);
    expect(report.findings).toContainEqual({
      code: 'position-of-address',
      row: 2,
      field: 'address',
      values: { address: 'Bisnieki, Zentenes pagasts, Tukuma novads', metres: 25 },
    });
    expect((await venuesOf('kisc')).get('Zentenes bibliotēka')).toEqual({
      territoryId: 'zentenes-pagasts',
      position: {
        state: 'exact',
        lonLat: [22.9312, 57.1112],
        accuracyMetres: 25,
        method: 'address register',
      },
    });
  });
});
