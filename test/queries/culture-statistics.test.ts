import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '#core/problem.ts';
import { cultureStatistics } from '#server/import/culture-statistics.ts';
import { kindOfFile } from '#server/import/venue/culture-statistics-columns.ts';
import { openTestDatabase, type TestDatabase, testClock, tukums } from './harness.ts';

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'culture-map-statistics-'));
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** As the open-data portal writes it: with a byte order mark and its own row numbers. */
const dump = (headings: string, ...rows: readonly string[]): string =>
  `\ufeff_id,Objekta nosaukums,ISIL kods,Adrese,LAT,LON,LKS-92 X,LKS-92 Y,${headings}\r\n${rows.join('\r\n')}\r\n`;

const read = async (content: string, list = 'kulturas-centri-2022', name = 'dump.csv') => {
  const path = join(folder, 'dump.csv');
  writeFileSync(path, content);
  const found = await cultureStatistics(
    { database, region: tukums, clock: testClock },
    [{ name, path }],
    list,
  );
  const [venues] = found.contents;
  if (venues?.dataset !== 'venues' || found.findings === undefined) throw new Error('no venues');
  return { ...found, rows: venues.rows, said: found.findings.list(), counts: found.findings.counts };
};

const headings = [
  'Vadītājs/ direktors',
  'Juridiskais statuss',
  'Dibināšanas gads',
  'Bezmaksas Wi-Fi',
  'Ieeja bez pakāpieniem',
  'Vides pieejamība',
  'Darbojās 2021.gadā',
  'Darbojās 2022.gadā',
].join(',');
const place = '"Slampe, Slampes pag.",56.8473,23.2949,,';

const centres = dump(
  headings,
  `1,Slampes Kultūras pils,LV-KC1,${place},"Vārds ""Segvārds"" Uzvārds",iestāde,1986,Jā,Daļēji,Jā,Jā,Jā`,
  `2,Aizvērts nams,,${place},,,,,,,Jā,Nē`,
  `3,Pērn nezināms nams,,${place},,,ap 1950. gadu,,,,Jā,`,
  `4,Nezināms nams,,${place},,,,,Nē,,,varbūt`,
  `5,Rīgas nams,,Rīga,56.95,24.11,,,,,,,,,Jā,Jā`,
);

describe('yearly statistics', () => {
  it('give places of one kind, open or closed as the latest year says', async () => {
    const { rows, said, title } = await read(centres);
    expect(title).toBe('Kultūras statistika, 2022 (dump.csv)');
    expect(rows.map(({ nameLv, kind, status, note }) => [nameLv, kind, status, note])).toEqual([
      ['Slampes Kultūras pils', 'culture-centre', 'open', 'dibināšanas gads: 1986; darbojās 2022. gadā'],
      ['Aizvērts nams', 'culture-centre', 'closed', 'nedarbojās 2022. gadā'],
      ['Pērn nezināms nams', 'culture-centre', 'open', 'dibināšanas gads: 1950; darbojās 2021. gadā'],
      ['Nezināms nams', 'culture-centre', 'unknown', null],
    ]);
    expect(rows[0]).toMatchObject({
      id: 'kc-lv-kc1',
      isil: 'LV-KC1',
      territoryId: 'slampes-pagasts',
      confidence: 'as published for 2022',
      closedOn: null,
    });
    const codes = said.map(({ code, row }) => [code, row]);
    expect(codes).toContainEqual(['status-unreadable', 5]);
    expect(codes).toContainEqual(['same-place-suggested', undefined]);
  });

  it('tell of access only what a column names: "accessible" alone is no step-free entrance', async () => {
    const { rows } = await read(centres);
    expect(rows.map(({ physicalAccess }) => physicalAccess.stepFreeEntrance)).toEqual([
      'partly',
      'not-stated',
      'not-stated',
      'no',
    ]);
  });

  it('say what was not read, and that nobody knows what is open without a year', async () => {
    const { rows, said } = await read(dump('Vadītājs', `1,Slampes Kultūras pils,,${place},`), 'kc-2023');
    expect(rows[0]).toMatchObject({ status: 'unknown', note: null });
    expect(said.map(({ code }) => code)).toEqual([
      'columns-passed-over',
      'no-year-column',
      'same-place-suggested',
    ]);
  });

  it('call no column passed over of which they take the year or the access', async () => {
    const { said } = await read(centres);
    const passedOver = said.find(({ code }) => code === 'columns-passed-over');
    expect(passedOver?.values).toEqual({
      count: 4,
      headings: 'Vadītājs/ direktors, Juridiskais statuss, Bezmaksas Wi-Fi, Vides pieejamība',
    });
  });

  it.each([
    ['kulturas-centri-2022', 'dump.csv', [], 'culture-centre'],
    ['dump', 'MS2020.csv', [], 'museum'],
    ['dump', 'Bibliotēkas 2021.csv', [], 'library'],
    ['dump', 'dump.csv', ['Amatiermākslas kolektīvu skaits'], 'culture-centre'],
    ['dump', 'dump.csv', ['Ekspozīcijas platība'], 'museum'],
    ['dump', 'dump.csv', ['Bibliotēkas lietotāju skaits'], 'library'],
    ['dump', 'dump.csv', ['Bibliotēkas lietotāju skaits', 'Ekspozīcijas platība'], null],
    ['dump', 'dump.csv', ['Adrese'], null],
  ] as const)('know their kind by list, file or headings: %s %s %j', (list, file, given, kind) => {
    expect(kindOfFile(list, file, given)).toBe(kind);
  });

  it('are refused where nothing says what kind they are of', async () => {
    const refused = await read(dump('Vadītājs', `1,Nams,,${place},`), 'dump').then(
      () => null,
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(Problem);
    expect((refused as Problem).faults).toMatchObject([{ field: 'dump.csv', fault: 'not-one-of' }]);
  });
});
