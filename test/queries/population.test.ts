import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toLks92 } from '#core/place/lks92.ts';
import { Problem } from '#core/problem.ts';
import { createData } from '#server/db/queries/data.ts';
import { readCurrentVersions } from '#server/db/queries/versions.ts';
import { createImports } from '#server/import/index.ts';
import { readPopulationCsv } from '#server/import/people/population-csv.ts';
import { everything, openTestDatabase, root, type TestDatabase, testClock, tukums } from './harness.ts';

const around = {
  fileName: 'cells.csv',
  territoryIds: new Set(['tukums', 'slampes-pagasts']),
  settlements: [],
  locate: async (points: readonly unknown[]) => points.map(() => 'tukums'),
};
const readText = (text: string, more: Partial<typeof around> = {}) =>
  readPopulationCsv(new TextEncoder().encode(text), { ...around, ...more });

const faultsOf = async (text: string) => {
  const error = await readText(text).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) throw new Error('taken without a fault');
  expect(error.code).toBe('bad-import');
  return error.faults.map(({ row, field, fault }) => [row, field, fault]);
};

describe('rows of residents', () => {
  it('knows a square of the 1 km grid by its id alone', async () => {
    const { rows, warnings } = await readText('id,people\n1kmX448Y313,420\n');
    expect(warnings).toEqual([]);
    expect(rows).toEqual([
      {
        id: '1kmX448Y313',
        people: 420,
        centre: [23.1530792, 56.9622242],
        territoryId: 'tukums',
        nearestSettlement: '56.9622, 23.1531',
        source: 'cells.csv',
        confidence: 'as stated by the list',
        isModel: false,
      },
    ]);
  });

  it('gives a hexagon of H3 its outline', async () => {
    const { rows } = await readText('id,population\n89a901291abffff,12.5\n');
    expect(rows[0]?.people).toBe(12.5);
    expect(rows[0]?.ring).toHaveLength(7);
    expect(rows[0]?.ring?.[0]).toEqual(rows[0]?.ring?.[6]);
    expect(rows[0]?.centre[0]).toBeCloseTo(-51.1582, 3);
  });

  it('skips the first line of the state’s grid file and keeps counting lines', async () => {
    const head = '# Pedejas izmainas/Last updated 13.01.2020.\nID,Total\n';
    expect((await readText(`${head}1kmX448Y313,5\n`)).rows).toMatchObject([{ people: 5, smallCounts: 1 }]);
    expect((await readText('id,people\n1kmX448Y313,5\n')).rows[0]).not.toHaveProperty('smallCounts');
    expect(await faultsOf(`${head}1kmX448Y313,x\n`)).toEqual([[3, 'people', 'not-a-number']]);
  });

  it('takes squares of 100 m as cells of their own, named by their ids', async () => {
    const { rows } = await readText('id,people\n100mX4480Y3130,12\n');
    expect(rows).toMatchObject([{ id: '100mX4480Y3130', people: 12 }]);
    const at = toLks92(rows[0]?.centre ?? [0, 0]);
    expect([at.east, at.north].map(Math.round)).toEqual([448_050, 313_050]);
    expect(rows[0]).not.toHaveProperty('ring');
  });

  it('names the cell by the settlement stated, else by the nearest', async () => {
    const place = (nameLv: string, lon: number) => ({
      id: nameLv,
      nameLv,
      kind: 'village',
      territoryId: 'tukums',
      position: [lon, 56.96] as const,
      positionQuality: null,
      population: null,
      source: '',
      confidence: '',
      isModel: false,
    });
    const settlements = [place('Tuvā', 23.16), place('Tālā', 23.5)];
    const { rows } = await readPopulationCsv(
      new TextEncoder().encode('id,people,ciems\n1kmX448Y313,1,\n1kmX447Y313,1,Savējā\n'),
      { ...around, settlements },
    );
    expect(rows.map(({ nearestSettlement }) => nearestSettlement)).toEqual(['Tuvā', 'Savējā']);
  });

  it.each<[string, string, readonly (readonly [number, string, string])[]]>([
    ['no column of people', 'id,lon\n1kmX1Y1,23\n', [[1, 'people', 'missing']]],
    ['no id', 'id,people\n,5\n', [[2, 'id', 'missing']]],
    ['no number of people', 'id,people\n1kmX448Y313,\n', [[2, 'people', 'missing']]],
    ['fewer than none', 'id,people\n1kmX448Y313,-1\n', [[2, 'people', 'out-of-range']]],
    ['an id of no grid', 'id,people\nhome,5\n', [[2, 'id', 'malformed']]],
    ['a 10 m square', 'id,people\n10mX31350Y24310,5\n', [[2, 'id', 'malformed']]],
    ['squares of two sizes', 'id,people\n1kmX448Y313,5\n100mX4480Y3130,5\n', [[3, 'id', 'not-one-of']]],
    ['an id twice', 'id,people\n1kmX448Y313,5\n1kmX448Y313,6\n', [[3, 'id', 'duplicate']]],
    ['two grids', 'id,people\n1kmX448Y313,5\n89a901291abffff,6\n', [[3, 'id', 'not-one-of']]],
    ['two sizes of hexagon', 'id,people\n89a901291abffff,5\n88a901291bfffff,6\n', [[3, 'id', 'not-one-of']]],
    [
      'a point elsewhere',
      'id,lon,lat,people\n1kmX448Y313,56.9,23.1,5\n',
      [
        [2, 'lon', 'out-of-range'],
        [2, 'lat', 'out-of-range'],
      ],
    ],
    [
      'a territory unknown',
      'id,people,territory_id\n1kmX448Y313,5,nowhere\n',
      [[2, 'territoryId', 'unknown-reference']],
    ],
  ])('says by row and field: %s', async (_, text, faults) => {
    expect(await faultsOf(text)).toEqual(faults);
  });

  it('leaves out cells outside every parish and says how many; all outside is a fault', async () => {
    const text = 'id,people\n1kmX448Y313,5\n1kmX100Y100,6\n';
    const { rows, warnings } = await readPopulationCsv(new TextEncoder().encode(text), {
      ...around,
      locate: async () => ['tukums', null],
    });
    expect(rows).toHaveLength(1);
    expect(warnings).toEqual([{ code: 'cells-left-out', values: { count: 1 } }]);
    const none = readPopulationCsv(new TextEncoder().encode(text), {
      ...around,
      locate: async () => [null, null],
    });
    await expect(none).rejects.toMatchObject({ code: 'bad-import', faults: [{ field: 'id' }] });
  });

  const real = join(root, '../shared/real/porto-alegre/poa_hexgrid.csv');
  if (!existsSync(real)) process.stderr.write('skipped: no real grid of Porto Alegre beside the project\n');
  it.skipIf(!existsSync(real))(
    'reads the real grid of Porto Alegre, when it lies beside the project',
    async () => {
      const { rows } = await readPopulationCsv(readFileSync(real), around);
      expect(rows).toHaveLength(1227);
      expect(rows.reduce((sum, { people }) => sum + people, 0)).toBe(812_935);
    },
  );
});

describe('residents that somebody brings', () => {
  let database: TestDatabase;
  const folder = mkdtempSync(join(tmpdir(), 'culture-map-population-'));
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const bring = (path: string) =>
    createImports({
      database,
      region: tukums,
      clock: testClock,
      onImported: async () => undefined,
      log: { error: () => undefined },
    }).importFiles('population', 'grid', [{ name: 'grid.csv', path }]);
  const current = async () =>
    (await readCurrentVersions(database.db)).filter(({ dataset }) => dataset === 'population');

  it('changes nothing when a row is wrong', async () => {
    const before = await current();
    const path = join(folder, 'wrong.csv');
    writeFileSync(path, 'id,people\n1kmX448Y313,many\n');
    await expect(bring(path)).rejects.toMatchObject({ faults: [{ row: 2, field: 'people' }] });
    expect(await current()).toEqual(before);
  });

  it('takes the place of the shipped grid: the template', async () => {
    const report = await bring(join(root, 'geodata/templates/population.csv'));
    expect(report).toMatchObject({ dataset: 'population', list: 'grid', rows: 3, warnings: [] });
    expect(await current()).toMatchObject([{ list: 'grid', rowCount: 3 }]);
    const { items } = await createData(database.db).listCells(everything);
    expect(items.map(({ id, people, territoryId }) => [id, people, territoryId])).toEqual([
      ['1kmX440Y312', 5, expect.any(String)],
      ['1kmX447Y312', 587, 'tukums'],
      ['1kmX448Y313', 420, 'tukums'],
    ]);
    expect(items.map(({ nearestSettlement }) => nearestSettlement)).toContain('Tukums');
  });
});
