import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellCentre } from '#core/place/cell.ts';
import { fromLks92, toLks92 } from '#core/place/lks92.ts';
import type { BroughtFile } from '#server/context.ts';
import { createData } from '#server/db/queries/data.ts';
import { locateTerritories } from '#server/db/queries/locate.ts';
import { readCurrentVersions } from '#server/db/queries/versions.ts';
import { cspGrid } from '#server/import/csp-grid.ts';
import { cspPopulation } from '#server/import/csp-population.ts';
import { createImports } from '#server/import/index.ts';
import { cspGridFile, type GridCount } from '../official/grid-files.ts';
import { areas, jsonStat, times } from '../official/population-tables.ts';
import { asFile, lks92Prj, shapefileZip } from '../official/shapefile.ts';
import { everything, openTestDatabase, type TestDatabase, testClock, tukums } from './harness.ts';

const options = () => ({ database, region: tukums, clock: testClock });
let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'culture-map-csp-grid-'));
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const kilometreName = 'Grid_LV_1k_population_2019_PUBLIC.csv';
const hundredName = 'Grid_LV_100_population_2019_PUBLIC.csv';

const file = (text: string, name = kilometreName): BroughtFile => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return { name, path };
};
const kilometres = (...counts: GridCount[]) => file(cspGridFile('1km', counts));
const hundreds = (...counts: GridCount[]) => file(cspGridFile('100m', counts), hundredName);

const read = async (...files: BroughtFile[]) => {
  const { contents, findings, ...about } = await cspGrid(options(), files, 'grid');
  const [content] = contents;
  if (content?.dataset !== 'population' || !('rows' in content) || findings === undefined)
    throw new Error('no cells');
  const list = findings.list().map(({ code, row, effect, values }) => ({ code, row, effect, values }));
  return { cells: content.rows, list, counts: findings.counts, about };
};
const codes = (list: readonly { code: string; row: number | undefined }[]) =>
  list.filter(({ row }) => row !== undefined).map(({ code, row }) => [row, code]);

/** Two square kilometres in Tukums, as whole kilometres of their corners. */
const town = { x: 448, y: 313, people: 420 };
const edge = { x: 447, y: 312, people: 5 };

describe('the 1 km grid of the statistical office', () => {
  it('keeps a published 5 as it is and says between which numbers the sum lies', async () => {
    const { cells, list, about } = await read(kilometres(town, edge));
    expect(
      cells.map(({ id, people, smallCounts, territoryId }) => [id, people, smallCounts, territoryId]),
    ).toEqual([
      ['1kmX448Y313', 420, undefined, 'tukums'],
      ['1kmX447Y312', 5, 1, 'tukums'],
    ]);
    expect(list).toContainEqual(
      expect.objectContaining({
        code: 'small-counts',
        values: { count: 1, people: 425, least: 421, most: 430 },
      }),
    );
    expect(about).toMatchObject({ licence: 'CC BY 4.0', retrievedAt: '2020-01-13' });
    expect(about.title).toContain('2019');
  });

  it('stands a cell in its middle, next to the nearest settlement', async () => {
    const [cell] = (await read(kilometres(town))).cells;
    expect(cell?.centre[0]).toBeCloseTo(cellCentre('1kmX448Y313')[0], 6);
    expect(cell?.centre[1]).toBeCloseTo(cellCentre('1kmX448Y313')[1], 6);
    expect(cell?.nearestSettlement).toBe('Tukums');
  });

  it('counts what lies elsewhere, outside every unit, and without residents', async () => {
    const { list, counts } = await read(
      kilometres(
        town,
        { x: 660, y: 170, people: 9000 },
        { x: 470, y: 345, people: 20 },
        { ...edge, people: 0 },
      ),
    );
    expect(list).toMatchObject([
      { code: 'cells-elsewhere', values: { count: 1 } },
      { code: 'cells-without-people', values: { count: 1 } },
      { code: 'cells-outside-units', values: { count: 1, people: 20 } },
    ]);
    expect(counts).toEqual({ read: 4, kept: 2, corrected: 0, dropped: 0 });
  });

  it('reads numbers that carry hundreds of metres, and says so', async () => {
    const { cells, list } = await read(kilometres({ x: 4480, y: 3130, people: 42 }));
    expect(cells[0]?.id).toBe('1kmX448Y313');
    expect(list).toMatchObject([{ code: 'grid-numbers-step', values: { grid: '1 km', metres: 100 } }]);
  });

  it('puts swapped X and Y right and names every row', async () => {
    const swapped = { x: town.y, y: town.x, people: town.people };
    const { cells, list, counts } = await read(kilometres(swapped, edge));
    expect(cells.map(({ id }) => id)).toEqual(['1kmX448Y313', '1kmX447Y312']);
    expect(codes(list)).toEqual([[3, 'cell-axes-swapped']]);
    expect(counts).toEqual({ read: 2, kept: 2, corrected: 1, dropped: 0 });
  });

  it('names every fault of a dirty file with its row and keeps the good rows', async () => {
    const text = [
      '# Pedejas izmainas/Last updated 13.01.2020.',
      'ID;Total;Piezīme',
      '1kmX448Y313;420;',
      ';5;',
      'home;5;',
      '1kmX448Y313;421;',
      '100mX4480Y3130;5;',
      '1kmX48Y13;5;',
      '1kmX446Y312;;',
      '1kmX445Y312;many;',
      '1kmX445Y312',
      '1kmX447Y312;-9999;',
      '"1kmX444Y312;6;',
      '"1kmX446Y313";"1 020";"ar; semikolu"',
      '1kmX443Y312;12,5;',
      '1kmX443Y313;7.0;',
    ].join('\r\n');
    const { cells, list, counts } = await read(file(`\ufeff${text}`));
    expect(codes(list)).toEqual([
      [4, 'cell-without-id'],
      [5, 'cell-id-malformed'],
      [6, 'cell-twice'],
      [7, 'cell-of-other-grid'],
      [8, 'cell-outside-latvia'],
      [9, 'cell-not-published'],
      [10, 'cell-people-malformed'],
      [11, 'grid-row-broken'],
      [12, 'cell-not-published'],
      [13, 'grid-row-broken'],
      [15, 'cell-people-malformed'],
    ]);
    expect(list.filter(({ code }) => code === 'unknown-column')).toMatchObject([
      { values: { heading: 'Piezīme' } },
    ]);
    expect(cells.map(({ id, people }) => [id, people])).toEqual([
      ['1kmX448Y313', 420],
      ['1kmX446Y313', 1020],
      ['1kmX443Y313', 7],
    ]);
    expect(counts).toEqual({ read: 14, kept: 3, corrected: 0, dropped: 11 });
  });

  it('reads a file without headings by the stated order', async () => {
    const { cells, list } = await read(file('1kmX448Y313,42\n'));
    expect(cells).toHaveLength(1);
    expect(codes(list)).toEqual([[1, 'grid-without-heading']]);
  });

  it('does not take back the 5 when a file counts exactly, but says so', async () => {
    const { list } = await read(kilometres(town, { ...edge, people: 7 }));
    expect(list).toMatchObject([{ code: 'small-counts-not-rounded', values: { count: 1 } }]);
  });

  it.each([
    ['nothing in it', ''],
    ['a comment alone', '# Last updated\n'],
    ['no column of residents', 'ID,Name\n1kmX448Y313,x\n'],
    ['no cell of Latvia', 'ID,Total\n1kmX1Y1,5\n'],
    ['no cell of the map', 'ID,Total\n1kmX660Y170,5\n'],
    ['bytes of another code page', Buffer.from([0x49, 0x44, 0x2c, 0xe2, 0x28, 0x0a])],
    ['no lines', `ID,Total,${'x'.repeat(400_000)}`],
  ])('refuses a file with %s', async (_, text) => {
    const path = join(folder, 'bad.csv');
    writeFileSync(path, text);
    await expect(cspGrid(options(), [{ name: 'bad.csv', path }], 'grid')).rejects.toMatchObject({
      code: 'bad-import',
    });
  });
});

describe('the 100 m grid', () => {
  it('says by both files how many people live in a square kilometre, and where in it', async () => {
    const { cells, list } = await read(
      kilometres(town),
      hundreds({ x: 4480, y: 3130, people: 300 }, { x: 4489, y: 3139, people: 120 }),
    );
    const [cell] = cells;
    expect(cell).toMatchObject({ id: '1kmX448Y313', people: 420 });
    // (300 x 50 m + 120 x 950 m) / 420, in both directions.
    const at = toLks92(cell?.centre ?? [0, 0]);
    expect(at.east).toBeCloseTo(448_000 + (300 * 50 + 120 * 950) / 420, 1);
    expect(at.north).toBeCloseTo(313_000 + (300 * 50 + 120 * 950) / 420, 1);
    expect(list).toEqual([]);
  });

  it('sums alone to square kilometres, with every 5 in the sum told', async () => {
    const { cells, list } = await read(
      hundreds(
        { x: 4480, y: 3130, people: 5 },
        { x: 4481, y: 3130, people: 5 },
        { x: 4482, y: 3130, people: 30 },
      ),
    );
    expect(cells).toMatchObject([{ id: '1kmX448Y313', people: 40, smallCounts: 2 }]);
    expect(list).toMatchObject([
      { code: 'small-counts', values: { count: 2, people: 40, least: 32, most: 50 } },
    ]);
  });

  it('finds files that cannot be of one day, and squares that only one of them has', async () => {
    const { cells, list } = await read(
      kilometres({ ...town, people: 60 }),
      hundreds(
        { x: 4480, y: 3130, people: 5 },
        { x: 4481, y: 3130, people: 30 },
        { x: 4470, y: 3120, people: 20 },
      ),
    );
    expect(cells).toMatchObject([{ id: '1kmX448Y313', people: 60 }]);
    expect(list).toMatchObject([
      { code: 'grids-disagree', row: 3, values: { id: '1kmX448Y313', people: 60, least: 31, most: 40 } },
      { code: 'hundreds-without-kilometre', values: { count: 1, people: 20 } },
    ]);
  });

  it('refuses two files of one size', async () => {
    const again = file(cspGridFile('1km', [town]), 'again.csv');
    await expect(read(kilometres(town), again)).rejects.toMatchObject({
      faults: [{ field: 'again.csv', fault: 'duplicate' }],
    });
  });

  it('keeps homes beside the sea that the middle of their square would leave in the water', async () => {
    const { x, y } = await squareWithItsMiddleOutside();
    const whole = { x, y, people: 40 };
    const alone = await read(kilometres(town, whole));
    expect(alone.list).toMatchObject([{ code: 'cells-outside-units', values: { count: 1, people: 40 } }]);
    const inside = await hundredInside(x, y);
    const both = await read(kilometres(town, whole), hundreds({ ...inside, people: 40 }));
    const homes = both.cells.find(({ id }) => id === `1kmX${x}Y${y}`);
    expect(homes?.territoryId).not.toBeNull();
    expect(both.list).toEqual([]);
  });
});

const locate = (points: readonly { readonly east: number; readonly north: number }[]) =>
  locateTerritories(database.db, points.map(fromLks92));

const hundredInside = async (x: number, y: number) => {
  const places = Array.from({ length: 100 }, (_, i) => ({
    x: x * 10 + (i % 10),
    y: y * 10 + Math.floor(i / 10),
  }));
  const found = await locate(places.map((at) => ({ east: at.x * 100 + 50, north: at.y * 100 + 50 })));
  const inside = places.find((_, i) => found[i] !== null);
  if (inside === undefined) throw new Error(`no part of ${x} ${y} lies in a unit`);
  return inside;
};

/** A square kilometre on the coast: its middle lies in no unit, one of its corners does. */
const squareWithItsMiddleOutside = async () => {
  const squares = Array.from({ length: 600 }, (_, i) => ({ x: 440 + (i % 30), y: 315 + Math.floor(i / 30) }));
  const middles = await locate(squares.map(({ x, y }) => ({ east: x * 1000 + 500, north: y * 1000 + 500 })));
  const corners = await locate(squares.map(({ x, y }) => ({ east: x * 1000 + 150, north: y * 1000 + 150 })));
  const found = squares.find((_, i) => middles[i] === null && corners[i] !== null);
  if (found === undefined) throw new Error('no such square');
  return found;
};

describe('the outlines of the grid', () => {
  const outlines = (move: number) =>
    asFile(
      'Grid_LV_1k.zip',
      shapefileZip({
        Grid_LV_1k: {
          columns: [{ name: 'ID', type: 'C', length: 20 }],
          rows: [town, edge].map(({ x, y }) => {
            const [e, n] = [x * 1000 + move, y * 1000];
            const ring = [
              [e, n],
              [e, n + 1000],
              [e + 1000, n + 1000],
              [e + 1000, n],
              [e, n],
            ] as const;
            return { values: { ID: `1kmX${x}Y${y}` }, shape: [ring] };
          }),
          prj: lks92Prj,
        },
      }),
    );

  it('prove what the ids say', async () => {
    const { list } = await read(kilometres(town), outlines(0));
    expect(list).toMatchObject([{ code: 'grid-outlines-agree', values: { count: 2 } }]);
  });

  it('refuse a file whose ids mean something else', async () => {
    await expect(read(kilometres(town), outlines(5000))).rejects.toMatchObject({
      code: 'bad-import',
      faults: [{ fault: 'out-of-range', value: '2' }],
    });
    await expect(read(outlines(0))).rejects.toMatchObject({ faults: [{ expected: 'CSV: ID,Total' }] });
  });
});

describe('sums of cells beside official totals', () => {
  const units = { LV0052210: '.Tukums', LV0900280: '..Slampes pagasts (līdz 01.07.2021.)' };
  const bring = (people: readonly number[]) => {
    const path = join(folder, 'irs051.json');
    writeFileSync(path, jsonStat([areas(units), times(2025)], people));
    return createImports({
      ...options(),
      onImported: async () => undefined,
      log: { error: () => undefined },
    }).importFiles('csp-population', 'irs051', [{ name: 'irs051.json', path }]);
  };
  const told = async () => {
    const { list } = await read(kilometres({ ...town, people: 1000 }, edge));
    return list.filter(({ code }) => code.startsWith('grid-'));
  };

  it('are not compared with numbers of other years and series', async () => {
    expect(await told()).toEqual([]);
  });

  it('name the unit that is more than 5 % apart, but not for what counts of 5 may explain', async () => {
    await bring([1010, 0]);
    expect(await told()).toEqual([]);
    await bring([1500, 100]);
    const [slampe, own] = await told();
    expect(slampe).toMatchObject({
      code: 'grid-total-differs',
      values: { name: 'Slampes pagasts', cells: 0, total: 100, percent: -100 },
    });
    // 1001 to 1010 are possible: 490 fewer than 1500.
    expect(own).toMatchObject({
      code: 'grid-total-differs',
      values: { name: 'Tukums', cells: 1005, total: 1500, year: '2025', percent: -32.7 },
    });
  });

  it('hint at the gap between people declared and usually resident', async () => {
    await bring([918, 0]);
    expect(await told()).toMatchObject([
      { code: 'grid-total-differs', values: { name: 'Tukums', percent: 9 } },
      { code: 'grid-series-gap', values: { name: 'Tukums', percent: 9 } },
    ]);
  });
});

describe('official totals beside a grid that is there', () => {
  it('are compared with its sums, and not with those of the model', async () => {
    const path = join(folder, 'irs051.json');
    writeFileSync(path, jsonStat([areas({ LV0052210: '.Tukums' }), times(2025)], [600]));
    const told = async () => {
      const { findings } = await cspPopulation(options(), [{ name: 'irs051.json', path }], 'irs051');
      return findings?.list().filter(({ code }) => code === 'grid-total-differs');
    };
    expect(await told()).toEqual([]);
    await createImports({
      ...options(),
      onImported: async () => undefined,
      log: { error: () => undefined },
    }).importFiles('csp-grid', 'grid', [kilometres(town, edge)]);
    // 421 to 430 are possible: 170 fewer than 600.
    expect(await told()).toMatchObject([
      { values: { name: 'Tukums', cells: 425, total: 600, percent: -28.3 } },
    ]);
  });
});

describe('an import of the official grid', () => {
  it('takes the place of the model and says what its sums rest on', async () => {
    const report = await createImports({
      ...options(),
      onImported: async () => undefined,
      log: { error: () => undefined },
    }).importFiles('csp-grid', 'official', [kilometres(town, edge)]);
    expect(report).toMatchObject({ dataset: 'population', rows: 2 });
    const versions = await readCurrentVersions(database.db);
    expect(versions.filter(({ dataset }) => dataset === 'population')).toMatchObject([
      { list: 'official', isModel: false, licence: 'CC BY 4.0', retrievedAt: '2020-01-13', rowCount: 2 },
    ]);
    const { items } = await createData(database.db).listCells(everything);
    expect(items.map(({ id, people, smallCounts }) => [id, people, smallCounts])).toEqual([
      ['1kmX447Y312', 5, 1],
      ['1kmX448Y313', 420, undefined],
    ]);
  });
});
