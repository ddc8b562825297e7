import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toLks92 } from '#core/place/lks92.ts';
import { createData } from '#server/db/queries/data.ts';
import { readCurrentVersions } from '#server/db/queries/versions.ts';
import { geostat } from '#server/import/geostat.ts';
import { createImports } from '#server/import/index.ts';
import { laea } from '#server/import/people/geostat-squares.ts';
import { everything, openTestDatabase, type TestDatabase, testClock, tukums } from './harness.ts';

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'culture-map-geostat-'));
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});
const options = () => ({ database, region: tukums, clock: testClock });
const file = (text: string, name = 'ESTAT_Census_2021.csv') => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return { name, path };
};
const read = async (text: string, name?: string) => {
  const { contents, findings, ...about } = await geostat(options(), [file(text, name)], 'grid');
  const [content] = contents;
  if (content?.dataset !== 'population' || !('rows' in content) || findings === undefined)
    throw new Error('no cells');
  return { cells: content.rows, list: findings.list(), counts: findings.counts, about };
};

/** The square kilometre of the European grid around the middle of Tukums. */
const tukumsCell = 'CRS3035RES1000mN3835000E5116000';

describe('the European grid', () => {
  it('is on the plane of EPSG:3035: the test point of the geodesy guidance', () => {
    const [east = 0, north = 0] = laea.forward([5, 50]);
    expect(east).toBeCloseTo(3_962_799.45, 2);
    expect(north).toBeCloseTo(2_999_718.85, 2);
  });

  it('draws a square kilometre of its own plane where Tukums is', async () => {
    const { cells, about } = await read(`GRD_ID,T,M,F,CNTR_ID\n${tukumsCell},321,150,171,LV\n`);
    const [cell] = cells;
    expect(cell).toMatchObject({
      id: tukumsCell,
      people: 321,
      territoryId: 'tukums',
      nearestSettlement: 'Tukums',
    });
    const ring = (cell?.ring ?? []).map(toLks92);
    expect(ring).toHaveLength(5);
    expect(ring[4]).toEqual(ring[0]);
    const twice = ring.slice(1).reduce((sum, b, i) => {
      const a = ring[i] ?? b;
      return sum + (a.east - b.east) * (a.north + b.north);
    }, 0);
    // An equal-area plane: a square kilometre is one on the ground; LKS-92 is 0.04 % short at its middle.
    expect(twice / 2e6).toBeGreaterThan(0.998);
    expect(twice / 2e6).toBeLessThan(1.002);
    expect(about).toMatchObject({ title: 'Residents by square kilometre, GEOSTAT 2021' });
  });

  it.each([
    ['2011', 'TOT_P,GRD_ID,CNTR_CODE,METHD_CL,YEAR\n321,1kmN3835E5116,LV,A,2011\n'],
    ['2018', '"GRD_ID";"TOT_P_2011";"TOT_P_2018"\n"1kmN3835E5116";1;321\n'],
    ['by observation', `GRD_ID,OBS_VALUE_T\nLV_${tukumsCell},321\n`],
    ['without a heading', `${tukumsCell},321\n`],
  ])('means the same in the form of %s', async (_, text) => {
    expect((await read(text)).cells).toMatchObject([{ id: tukumsCell, people: 321 }]);
  });

  it('keeps what is in the region, adds the parts of two countries, and names every fault', async () => {
    const { cells, list, counts } = await read(
      [
        'GRD_ID,T,CNTR_ID',
        `${tukumsCell},300,LV`,
        'CRS3035RES1000mN2000000E4000000,9000,IT',
        `${tukumsCell},21,LT`,
        `${tukumsCell},7,LT`,
        'CRS3035RES1000mN3836000E5116000,-9999,LV',
        'CRS3035RES1000mN3834000E5116000,0,LV',
        'CRS3035RES1000mN3834500E5116000,4,LV',
        'LV_unallocated,12,LV',
        ',12,LV',
        'CRS3035RES1000mN3834000E5115000,x,LV',
      ].join('\n'),
    );
    expect(cells.map(({ id, people }) => [id, people])).toEqual([[tukumsCell, 321]]);
    expect(list.map(({ code, row }) => [row, code])).toEqual([
      [4, 'cell-of-two-countries'],
      [5, 'cell-twice'],
      [6, 'cell-not-published'],
      [8, 'cell-off-grid'],
      [9, 'cell-id-malformed'],
      [10, 'cell-without-id'],
      [11, 'cell-people-malformed'],
      [undefined, 'cells-elsewhere'],
      [undefined, 'cells-without-people'],
      [undefined, 'people-column'],
    ]);
    expect(counts).toEqual({ read: 10, kept: 2, corrected: 0, dropped: 6 });
  });

  it.each([
    ['another grid', 'GRD_ID,T\n1kmX448Y313,5\n'],
    ['nothing of the region', 'GRD_ID,T\nCRS3035RES1000mN2000000E4000000,9000\n'],
    ['no count', 'GRD_ID,CNTR_ID\nx,LV\n'],
  ])('refuses a file with %s', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'bad-import' });
  });

  it('takes the place of any other grid', async () => {
    await createImports({
      ...options(),
      onImported: async () => undefined,
      log: { error: () => undefined },
    }).importFiles('geostat', 'census', [file(`GRD_ID,T\n${tukumsCell},321\n`)]);
    const versions = await readCurrentVersions(database.db);
    expect(versions.filter(({ dataset }) => dataset === 'population').map(({ list }) => list)).toEqual([
      'census',
    ]);
    const { items } = await createData(database.db).listCells(everything);
    expect(items).toMatchObject([{ id: tukumsCell, people: 321, ring: { length: 5 } }]);
  });

  it('holds a file of half a million rows in a memory that does not grow with it', async () => {
    const rows = Array.from(
      { length: 500_000 },
      (_, i) =>
        `CRS3035RES1000mN${2_000_000 + (i % 1000) * 1000}E${4_000_000 + Math.floor(i / 1000) * 1000},7,IT`,
    );
    const big = file(['GRD_ID,T,CNTR_ID', ...rows, `${tukumsCell},321,LV`].join('\n'), 'big.csv');
    rows.length = 0;
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    let most = before;
    const watch = { ...options(), progress: () => (most = Math.max(most, process.memoryUsage().heapUsed)) };
    const { findings } = await geostat(watch, [big], 'grid');
    expect(findings?.counts.read).toBe(500_001);
    expect((most - before) / 1e6).toBeLessThan(120);
  });
});
