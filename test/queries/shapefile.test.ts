import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crsOfPrj } from '#core/place/prj.ts';
import { Problem } from '#core/problem.ts';
import { openShapefiles, type ShapefileRecord } from '#server/import/format/shapefile.ts';
import { openZip } from '#server/import/format/zip.ts';
import {
  asFile,
  type Layer,
  lks92Prj,
  shapefileEntries,
  shapefileZip,
  toBaltic,
  wgs84Prj,
} from '../official/shapefile.ts';

const square = (x: number, y: number, side = 10) =>
  [
    [
      [x, y],
      [x, y + side],
      [x + side, y + side],
      [x + side, y],
      [x, y],
    ],
  ] as const;

const layer: Layer = {
  columns: [
    { name: 'L1_code', type: 'C', length: 9 },
    { name: 'L1_name', type: 'C', length: 60 },
    { name: 'L1_area', type: 'N', length: 11, decimals: 6 },
    { name: 'DAT_SAK', type: 'D', length: 8 },
  ],
  rows: [
    {
      values: { L1_code: '0900248', L1_name: 'Džūkstes pagasts', L1_area: 184.313458, DAT_SAK: '20090701' },
      shape: square(0, 0),
    },
    {
      values: { L1_code: '0900280', L1_name: 'Slampes pagasts', L1_area: null, DAT_SAK: null },
      shape: null,
      isDeleted: true,
    },
    {
      values: {
        L1_code: '0900288',
        L1_name: 'Vānes pagasts, Ķūļciems, Šķēde, Ģirts',
        L1_area: 1,
        DAT_SAK: null,
      },
      shape: square(10, 0),
    },
  ],
};

const read = async (bytes: Uint8Array) => {
  const archive = openShapefiles(asFile('units.zip', bytes));
  try {
    const [first] = archive.layers;
    const records: ShapefileRecord[] = [];
    if (first !== undefined) for await (const record of first.records()) records.push(record);
    return { layer: first, records };
  } finally {
    archive.close();
  }
};

const faultsOf = async (work: () => unknown) => {
  try {
    await work();
  } catch (error) {
    if (error instanceof Problem) return error.faults;
    throw error;
  }
  throw new Error('taken without a fault');
};

describe('shapefiles of an archive', () => {
  it('reads shapes with their rows, and says which rows were struck out', async () => {
    const { layer: found, records } = await read(shapefileZip({ 'robezas/Units (2024.01.01.)': layer }));
    expect(found).toMatchObject({
      name: 'Units (2024.01.01.)',
      recordCount: 3,
      missing: [],
      crs: { epsg: 3059, name: 'LKS92_Latvia_TM' },
      encoding: { label: 'utf-8', from: 'cpg', stated: null },
    });
    expect(records.map(({ record, isDeleted }) => [record, isDeleted])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(records[0]).toMatchObject({
      values: { L1_code: '0900248', L1_name: 'Džūkstes pagasts', L1_area: 184.313458, DAT_SAK: '2009-07-01' },
      geometry: { type: 'Polygon', coordinates: square(0, 0) },
    });
    expect(records[1]?.geometry).toBeNull();
    expect(records[2]?.values.DAT_SAK).toBeNull();
    expect(records[2]?.values.L1_name).toBe('Vānes pagasts, Ķūļciems, Šķēde, Ģirts');
  });

  it.each([
    ['UTF-8 that nothing names', { cpg: null }, { label: 'utf-8', from: 'contents', stated: null }],
    [
      'Baltic that nothing names',
      { cpg: null, encode: toBaltic },
      { label: 'windows-1257', from: 'contents' },
    ],
    ['Baltic under its number', { cpg: '1257', encode: toBaltic }, { label: 'windows-1257', from: 'cpg' }],
    [
      'Baltic called UTF-8',
      { cpg: 'UTF-8', encode: toBaltic },
      { label: 'windows-1257', from: 'contents', stated: 'utf-8' },
    ],
    [
      'UTF-8 called Baltic',
      { cpg: 'ANSI 1257' },
      { label: 'utf-8', from: 'contents', stated: 'windows-1257' },
    ],
  ])('reads the letters of %s', async (_what, more, encoding) => {
    const { layer: found, records } = await read(shapefileZip({ units: { ...layer, ...more } }));
    expect(found?.encoding).toMatchObject(encoding);
    expect(records[0]?.values.L1_name).toBe('Džūkstes pagasts');
    expect(records[2]?.values.L1_name).toBe('Vānes pagasts, Ķūļciems, Šķēde, Ģirts');
  });

  it('names a part that is missing', async () => {
    const without = (...endings: string[]) => shapefileZip({ units: { ...layer, without: endings } });
    expect(await faultsOf(() => read(without('.dbf')))).toMatchObject([
      { field: 'units.zip/units.dbf', fault: 'missing' },
    ]);
    expect(await faultsOf(() => read(without('.shp')))).toMatchObject([
      { field: 'units.zip', fault: 'missing' },
    ]);
    const { layer: found, records } = await read(without('.shx', '.prj'));
    expect(found?.missing).toEqual(['.shx', '.prj']);
    expect(found?.crs).toBeNull();
    expect(records).toHaveLength(3);
  });

  it('says what an encoding is called that it does not know', async () => {
    const faults = await faultsOf(() => read(shapefileZip({ units: { ...layer, cpg: 'KLINGON' } })));
    expect(faults).toMatchObject([{ field: 'units.zip/units.cpg', value: 'KLINGON' }]);
  });

  it('refuses rows and shapes that do not belong together', async () => {
    const entries = shapefileEntries({ units: layer });
    const other = shapefileEntries({ units: { ...layer, rows: layer.rows.slice(0, 2) } });
    const faults = await faultsOf(() =>
      read(zipSync({ ...entries, 'units.dbf': other['units.dbf'] ?? new Uint8Array() })),
    );
    expect(faults).toMatchObject([{ fault: 'malformed', expected: '.shp = .dbf' }]);
  });

  it.each(['../../etc/units', '/etc/units', 'C:/units', 'a\\..\\..\\units'])(
    'refuses an archive with the path %s',
    async (path) => {
      const faults = await faultsOf(() => read(shapefileZip({ [path]: layer })));
      expect(faults[0]?.field).toBe('units.zip');
      expect(faults[0]?.value).toContain('units');
    },
  );

  it('refuses what is no archive', async () => {
    const faults = await faultsOf(() =>
      openZip(asFile('x.zip', 'no archive at all, only words').path, 'x.zip'),
    );
    expect(faults).toMatchObject([{ field: 'x.zip', expected: 'ZIP' }]);
  });
});

describe('what a .prj says', () => {
  it('knows the plane of Latvia by its numbers', () => {
    expect(crsOfPrj(lks92Prj)).toEqual({ epsg: 3059, name: 'LKS92_Latvia_TM' });
    expect(crsOfPrj(lks92Prj.replace('LKS92_Latvia_TM', 'Anything')).epsg).toBe(3059);
    expect(crsOfPrj(wgs84Prj).epsg).toBe(4326);
  });

  it('takes no other plane for it: TM Baltic93 differs in the false northing alone', () => {
    expect(crsOfPrj(lks92Prj.replace('-6000000.0', '0.0'))).toEqual({ epsg: null, name: 'LKS92_Latvia_TM' });
    expect(crsOfPrj('PROJCS["WGS_1984_UTM_Zone_34N",UNIT["Meter",1.0]]').epsg).toBeNull();
  });
});
