import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createData } from '#server/db/queries/data.ts';
import { cspPopulation } from '#server/import/csp-population.ts';
import { createImports } from '#server/import/index.ts';
import { areas, jsonStat, type StatDimension, times, total } from '../official/population-tables.ts';
import { everything, openTestDatabase, type TestDatabase, testClock, tukums } from './harness.ts';

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'culture-map-csp-population-'));
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});
const options = () => ({ database, region: tukums, clock: testClock });
const file = (text: string, name = 'irs051.json') => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return { name, path };
};
const read = async (...texts: string[]) => {
  const files = texts.map((text, i) => file(text, `${i}.json`));
  const { contents, findings, ...about } = await cspPopulation(options(), files, 'irs051');
  const [content] = contents;
  if (content?.dataset !== 'population-totals' || findings === undefined) throw new Error('no totals');
  const list = findings.list().filter(({ code }) => code !== 'totals-unit-without');
  return { totals: content.totals, list, counts: findings.counts, about, all: findings.list() };
};
const brief = (totals: Awaited<ReturnType<typeof read>>['totals']) =>
  totals.map(({ generation, code, name, year, sex, age, people }) =>
    [generation, code, name, year, sex, age, people].join(' '),
  );

const units = areas({
  LV: 'Latvija',
  LV007: 'Pierīgas reģions',
  LV0052000: 'Tukuma novads',
  LV0052210: '.Tukums',
  LV0052530: '..Slampes pagasts',
  LV0900280: '..Slampes pagasts (līdz 01.07.2021.)',
  LV0900200: 'Tukuma novads (līdz 01.07.2021.) (Pierīga)',
  UNK: 'Nezināma teritoriālā vienība',
});
// Two years of each unit.
const values = [
  1_900_000,
  1_880_000,
  390_000,
  389_000,
  43_641,
  43_430,
  16_500,
  16_400,
  1650,
  1640,
  null,
  null,
  null,
  null,
  7,
  8,
];

describe('totals of units in json-stat2', () => {
  it('reads codes of both generations, names without dots and notes, and no blank as 0', async () => {
    const { totals, list, counts, about } = await read(jsonStat([total, units, times(2024, 2025)], values));
    expect(brief(totals)).toEqual([
      '2021 0052000 Tukuma novads 2024 T all 43641',
      '2021 0052000 Tukuma novads 2025 T all 43430',
      '2021 0052210 Tukums 2024 T all 16500',
      '2021 0052210 Tukums 2025 T all 16400',
      '2021 0052530 Slampes pagasts 2024 T all 1650',
      '2021 0052530 Slampes pagasts 2025 T all 1640',
    ]);
    expect(list).toEqual([{ code: 'totals-blank', values: { count: 4 } }]);
    expect(counts).toEqual({ read: 12, kept: 6, corrected: 0, dropped: 0 });
    expect(about).toMatchObject({ retrievedAt: '2026-06-01', licence: 'CC BY 4.0' });
    expect(about.title).toBe('Iedzīvotāju skaits gada sākumā');
  });

  it.each([
    ['categories as a list', { index: 'list' }],
    ['values by place', { value: 'places' }],
  ] as const)('means the same with %s', async (_, shape) => {
    const dimensions = [total, units, times(2024, 2025)];
    expect((await read(jsonStat(dimensions, values, shape))).totals).toEqual(
      (await read(jsonStat(dimensions, values))).totals,
    );
  });

  it('means the same with the dimensions in another order', async () => {
    const byYear = [0, 1].flatMap(
      (year) => units.categories && Object.keys(units.categories).map((_, i) => values[i * 2 + year] ?? null),
    );
    const { totals } = await read(jsonStat([times(2024, 2025), total, units], byYear));
    expect(totals).toHaveLength(6);
    expect(brief(totals)).toContain('2021 0052000 Tukuma novads 2025 T all 43430');
  });

  it('keeps the generations of codes apart, also where a number could be of both', async () => {
    const dimension = areas({
      LV0900280: 'Slampes pagasts',
      LV0010000: 'Rīga',
      LV0050000: 'Smiltenes novads',
    });
    const { totals } = await read(jsonStat([dimension, times(2019)], [1709, 632_614, 12_000]));
    expect(totals.map(({ generation, code }) => `${generation} ${code}`)).toEqual([
      '2009 0900280',
      '2009 0010000',
      '2021 0050000',
    ]);
  });

  it('puts lost zeros back and says of which unit', async () => {
    const dimension = areas({ LV52000: 'Tukuma novads', LV900280: 'Slampes pagasts' });
    const { totals, list } = await read(jsonStat([dimension, times(2025)], [43_430, 1640]));
    expect(totals.map(({ code }) => code)).toEqual(['0052000', '0900280']);
    expect(list).toMatchObject([
      { code: 'totals-code-padded', effect: 'corrected', values: { stated: 'LV52000', code: '0052000' } },
      { code: 'totals-code-padded', values: { stated: 'LV900280', code: '0900280' } },
    ]);
  });

  it('makes three groups of single years, and none of years that are missing', async () => {
    const single: StatDimension = {
      id: 'AGE',
      categories: {
        TOTAL: 'Pavisam',
        ...Object.fromEntries(Array.from({ length: 85 }, (_, age) => [`Y${age}`, `${age}`])),
        Y_GE85: '85+',
      },
    };
    const sexes: StatDimension = { id: 'SEX', categories: { M: 'Vīrieši', F: 'Sievietes' } };
    const place = areas({ LV0052000: 'Tukuma novads' });
    // One man and two women of every age; 85 and more: ten and twenty.
    const ages = (each: number) => [each * 95, ...Array.from({ length: 85 }, () => each), each * 10];
    const { totals } = await read(jsonStat([place, sexes, times(2025), single], [...ages(1), ...ages(2)]));
    const both = totals.filter(({ sex }) => sex === 'T').map(({ age, people }) => [age, people]);
    expect(both).toEqual([
      ['all', 285],
      ['0-14', 45],
      ['15-64', 150],
      ['65+', 90],
    ]);
    const from16 = {
      ...single,
      categories: Object.fromEntries(
        Object.entries(single.categories).filter(([code]) => !/^Y(\d|1[0-5])$/.test(code)),
      ),
    };
    const part = [1, 2].flatMap((each) => [each * 95, ...Array.from({ length: 69 }, () => each), each * 10]);
    const some = await read(jsonStat([place, sexes, times(2025), from16], part));
    expect(some.totals.filter(({ sex }) => sex === 'T').map(({ age }) => age)).toEqual(['all', '65+']);
  });

  it('takes the total of what nobody asked for, and refuses a table without one', async () => {
    const parts = (categories: Readonly<Record<string, string>>): StatDimension => ({
      id: 'CITIZENSHIP',
      categories,
    });
    const place = areas({ LV0052000: 'Tukuma novads' });
    const table = jsonStat(
      [place, parts({ LVA: 'Latvijas', TOTAL: 'Pavisam' }), times(2025)],
      [40_000, 43_430],
    );
    expect((await read(table)).totals).toMatchObject([{ people: 43_430 }]);
    const without = jsonStat([place, parts({ LVA: 'Latvijas', OTH: 'Citi' }), times(2025)], [40_000, 3430]);
    await expect(read(without)).rejects.toMatchObject({
      code: 'bad-import',
      faults: [{ field: '0.json: dimension.CITIZENSHIP', expected: 'TOTAL' }],
    });
  });

  it('names every fault and keeps the good numbers', async () => {
    const dimension = areas({
      LV0052000: 'Tukuma novads',
      LVXYZ12: 'Kaut kas',
      LV0052530: '..Slampes pagasts',
    });
    const time: StatDimension = { id: 'TIME', categories: { '2024': '2024', '2025M07': '2025 jūlijs' } };
    const { totals, list, counts } = await read(
      jsonStat([dimension, time], [43_641, 1, 12, 2, -5, 3]),
      jsonStat([areas({ LV0052000: 'Tukuma novads' }), times(2024)], [43_640]),
    );
    expect(totals.map(({ code, people }) => [code, people])).toEqual([['0052000', 43_641]]);
    expect(list.map(({ code, row, file: name }) => [name, row, code])).toEqual([
      ['0.json', undefined, 'totals-time-unknown'],
      ['0.json', 3, 'totals-code-malformed'],
      ['0.json', 5, 'totals-number-malformed'],
      ['1.json', 1, 'totals-differ'],
    ]);
    expect(counts).toEqual({ read: 4, kept: 1, corrected: 0, dropped: 3 });
  });

  it.each([
    ['no JSON', '{'],
    ['another class', '{"class":"collection"}'],
    ['no areas', jsonStat([total, times(2025)], [1])],
    ['no years', jsonStat([total, areas({ LV0052000: 'x' })], [1])],
    ['too few values', jsonStat([units, times(2025)], [1])],
    ['no unit at all', jsonStat([areas({ LV: 'Latvija' }), times(2025)], [1])],
    ['nothing', ''],
    ['names for codes', 'Teritoriālā vienība,Gads,Skaits\n..Slampes pagasts,2025,1640\n'],
  ])('refuses a table with %s', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'bad-import' });
  });

  it('says which units of the map it leaves as they were, and parts that do not add up', async () => {
    const { all } = await read(jsonStat([total, units, times(2024, 2025)], values));
    const without = all
      .filter(({ code }) => code === 'totals-unit-without')
      .map(({ values: { name } }) => name);
    expect(without).toContain('Zentenes pagasts');
    expect(without).not.toContain('Tukums');
    const { items } = await createData(database.db).listTerritories(everything);
    const own = items.filter(
      ({ kind, atvk2021 }) => kind !== 'neighbour' && kind !== 'municipality' && atvk2021 !== null,
    );
    const dimension = areas({
      LV0052000: 'Tukuma novads',
      ...Object.fromEntries(own.map(({ atvk2021, nameLv }) => [`LV${atvk2021}`, `..${nameLv}`])),
    });
    const { all: sums } = await read(jsonStat([dimension, times(2025)], [2400, ...own.map(() => 100)]));
    expect(sums.filter(({ code }) => code === 'totals-sum-differs')).toMatchObject([
      { values: { name: 'Tukuma novads', year: 2025, sum: own.length * 100, total: 2400 } },
    ]);
  });

  it('does not join an inferred code that the file gives to another unit', async () => {
    const { list } = await read(jsonStat([areas({ LV0052530: '..Tumes pagasts' }), times(2025)], [1600]));
    expect(list).toMatchObject([
      { code: 'totals-name-differs', values: { name: 'Slampes pagasts', other: 'Tumes pagasts' } },
    ]);
  });
});

describe('the same as CSV with codes', () => {
  it('reads one number a row, the last column', async () => {
    const { totals, list } = await read(
      [
        '"ContentsCode","AREA","SEX","TIME","AGE","IRD041"',
        '"IRD041","LV0052000","T","2025","Y_LT15",7000',
        '"IRD041","LV0052000","T","2025","TOTAL",43430',
        '"IRD041","LV0052000","X","2025","TOTAL",1',
        '"IRD041","LV0052000","T","2025","TOTAL","..."',
        '"IRD041","LV0052000"',
      ].join('\n'),
    );
    expect(totals.map(({ age, people }) => [age, people])).toEqual([
      ['all', 43_430],
      ['0-14', 7000],
    ]);
    expect(list.map(({ code, row }) => [row, code])).toEqual([
      [6, 'grid-row-broken'],
      [4, 'totals-sex-unknown'],
      [undefined, 'totals-without-names'],
      [undefined, 'totals-blank'],
    ]);
  });
});

describe('the population that a unit shows', () => {
  const bring = (name: string, text: string) =>
    createImports({
      ...options(),
      onImported: async () => undefined,
      log: { error: () => undefined },
    }).importFiles('csp-population', name, [file(text, `${name}.json`)]);
  const shown = async (id: string) => {
    const { population, history } = await createData(database.db).getTerritory(id);
    return { ...population, history };
  };

  it('is the newest official one with its year and series, by a code of its own generation', async () => {
    const before = await shown('zentenes-pagasts');
    const all = areas({ ...units.categories, LV0900296: '..Zentenes pagasts', LV0052600: '..Cits pagasts' });
    await bring(
      'irs051',
      jsonStat(
        [total, all, times(2024, 2025)],
        [...values.slice(0, 10), 1, 2, ...values.slice(12), 480, null, 1, 2],
      ),
    );
    expect(await shown('tukuma-novads')).toMatchObject({ people: 43_430, year: '2025', series: 'CSP' });
    expect(await shown('slampes-pagasts')).toMatchObject({
      people: 1640,
      year: '2025',
      history: {
        byYear: [
          { year: '2024', people: 1650 },
          { year: '2025', people: 1640 },
        ],
        ages: null,
      },
    });
    // The inferred code 0052600 is another unit's by its name; the old code is Zentene's own.
    expect(before).toMatchObject({ people: 504, year: '2018', series: 'PMLP (register)' });
    expect(await shown('zentenes-pagasts')).toMatchObject({ people: 480, year: '2024', series: 'CSP' });
  });

  it('leaves a unit without an official number its own, and says which it is', async () => {
    expect(await shown('tumes-pagasts')).toMatchObject({
      people: 1748,
      year: '2018',
      series: 'PMLP (register)',
      history: undefined,
    });
  });

  it('gets ages from another table beside the first', async () => {
    const ages: StatDimension = {
      id: 'AGE',
      categories: { 'Y0-14': '0-14', 'Y15-64': '15-64', Y_GE65: '65+' },
    };
    const place = areas({ LV0052000: 'Tukuma novads' });
    await bring('ird041', jsonStat([place, ages, times(2024)], [7000, 27_000, 9641]));
    expect(await shown('tukuma-novads')).toMatchObject({
      people: 43_430,
      history: {
        byYear: [
          { year: '2024', people: 43_641 },
          { year: '2025', people: 43_430 },
        ],
        ages: { year: '2024', children: 7000, workingAge: 27_000, older: 9641 },
      },
    });
  });

  it('sorts the collection by what is shown', async () => {
    const { items } = await createData(database.db).listTerritories({
      ...everything,
      filters: { kind: 'parish' },
      sortby: { property: 'people', descending: true },
    });
    const people = items.map(({ population }) => population?.people).filter((count) => count !== undefined);
    expect(people).toEqual(people.toSorted((a, b) => b - a));
    expect(people).toContain(1640);
  });
});
