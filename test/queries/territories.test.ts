import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MultiPolygon, Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { sayWarning } from '#core/language/warnings.ts';
import type { TerritoryCode } from '#core/place/atvk.ts';
import { toLks92 } from '#core/place/lks92.ts';
import { type Region, unitsOfRegion } from '#core/place/region.ts';
import { signedArea } from '#core/place/ring.ts';
import type { Settlement, Territory } from '#core/place/territory.ts';
import { Problem } from '#core/problem.ts';
import type { ImportWarning } from '#core/warning.ts';
import { readTerritories, type TerritoryTask } from '#server/import/territory/territory-task.ts';
import { type CspUnit, cspZip, facts, squareCountry, syntheticCountry, world } from '../official/csp.ts';
import { fieldRing, type GridRing } from '../official/grid.ts';
import { asFile, lks92Prj, toBaltic, wgs84Prj } from '../official/shapefile.ts';
import { type VarisLayers, varisZip } from '../official/varis-shapes.ts';
import { geodataFolder, tukums } from './harness.ts';

const rowsOf = <Row>(name: string): readonly Row[] =>
  (JSON.parse(readFileSync(join(geodataFolder, `model/${name}.json`), 'utf8')) as { rows: Row[] }).rows;
const shipped = rowsOf<Territory>('territories');
const oldTukums = JSON.parse(readFileSync(join(geodataFolder, 'regions/tukums-2009.json'), 'utf8')) as Region;

const before: TerritoryTask['before'] = { region: tukums, territories: shipped, codes: [], settlements: [] };
/** A region that nobody knows anything about yet. */
const blank: TerritoryTask['before'] = { ...before, territories: [] };

const readCsp = (
  units: readonly CspUnit[],
  more: Parameters<typeof cspZip>[2] = {},
  on = before,
  date = '2024.01.01',
) =>
  readTerritories({
    source: 'csp-territories',
    file: asFile('units.zip', cspZip(units, date, more)),
    before: on,
  });

const refused = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Problem) return error.faults;
  throw error ?? new Error('taken without a fault');
};

const named = (units: readonly CspUnit[], name: string): CspUnit => {
  const found = units.find(({ L1_name }) => L1_name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
/** The country with one unit changed. */
const with_ = (units: readonly CspUnit[], name: string, change: (unit: CspUnit) => CspUnit): CspUnit[] =>
  units.map((unit) => (unit.L1_name === name ? change(unit) : unit));
const without = (units: readonly CspUnit[], name: string) => units.filter(({ L1_name }) => L1_name !== name);

const polygonsOf = (geometry: Territory['geometry'] | undefined) =>
  geometry?.type === 'Polygon'
    ? [(geometry as Polygon).coordinates]
    : geometry?.type === 'MultiPolygon'
      ? (geometry as MultiPolygon).coordinates
      : [];
const km2 = (geometry: Territory['geometry'] | undefined) =>
  polygonsOf(geometry)
    .flat()
    .reduce(
      (sum, ring) =>
        sum +
        signedArea(
          ring.map(([lon = 0, lat = 0]) => {
            const { east, north } = toLks92([lon, lat]);
            return [east, north] as const;
          }),
        ),
      0,
    ) / 1e6;

const brief = ({ code, row, effect, values }: ImportWarning): Readonly<Record<string, unknown>> => ({
  code,
  row,
  effect,
  ...values,
});
const of = (found: readonly ImportWarning[], code: ImportWarning['code']) =>
  found.filter((one) => one.code === code).map(brief);

const today = squareCountry('2021');
const old = squareCountry('2009');

describe('boundaries of the Statistical Bureau', () => {
  it('turns a file of today into 2 towns and 21 parishes of 100 km² and their municipality of 2300', async () => {
    const { territories, counts, found, date, source } = await readCsp(today);
    expect(counts).toEqual({ read: 49, kept: 42, corrected: 0, dropped: 0 });
    expect(found.map(brief)).toEqual([
      { code: 'units-outside', count: 7, row: undefined, effect: undefined },
    ]);
    expect(date).toBe('2024-01-01');
    expect(source).toBe('CSP Territorial_units_LV 2024-01-01');
    const units = unitsOfRegion(territories, tukums);
    expect(units.map(({ id }) => id).toSorted()).toEqual(
      unitsOfRegion(shipped, tukums)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(units.filter(({ kind }) => kind === 'town').map(({ nameLv }) => nameLv)).toEqual([
      'Tukums',
      'Kandava',
    ]);
    for (const unit of units) expect(km2(unit.geometry)).toBeCloseTo(100, 3);
    const whole = territories.find(({ id }) => id === 'tukuma-novads');
    expect(km2(whole?.geometry)).toBeCloseTo(2300, 2);
    expect(whole).toMatchObject({
      atvk2021: '0052000',
      areaKm2Official: 2300,
      isModel: false,
      validTo: null,
    });
    expect(territories.find(({ id }) => id === 'slampes-pagasts')).toMatchObject({
      nameEn: 'Slampe Parish',
      centreName: 'Slampe',
      atvk2009: '0900280',
      atvk2021: '0052530',
      atvk2021IsInferred: false,
      isModel: false,
      confidence: 'official, generalised to 1 : 1.2 million',
    });
  });

  it('gives the municipality of 2009-2021 its 11 units, from files of either generation', async () => {
    for (const [units, day] of [
      [today, '2024.01.01'],
      [old, '2018.01.01'],
    ] as const) {
      const { territories } = await readCsp(units, {}, before, day);
      const then = unitsOfRegion(territories, oldTukums);
      expect(then).toHaveLength(11);
      expect(then.map(({ nameLv }) => nameLv)).toEqual(
        facts.filter((fact) => fact.novads_2009_2021 === 'Tukuma novads').map(({ name_lv }) => name_lv),
      );
      expect(unitsOfRegion(territories, tukums)).toHaveLength(23);
      const sizes = [
        'tukuma-novads-2009',
        'kandavas-novads-2009',
        'engures-novads-2009',
        'jaunpils-novads-2009',
      ];
      const areas = sizes.map((id) => Math.round(km2(territories.find((row) => row.id === id)?.geometry)));
      expect(areas).toEqual([1100, 700, 300, 200]);
    }
  });

  it('needs no history to read borders of 2009-2021 for a region of that time, and says that it knows none', async () => {
    const { territories, found } = await readCsp(old, {}, { ...blank, region: oldTukums }, '2018.01.01');
    expect(unitsOfRegion(territories, oldTukums)).toHaveLength(11);
    expect(territories.filter(({ kind }) => kind === 'municipality').map(({ id }) => id)).toEqual([
      'tukuma-novads-2009',
    ]);
    expect(of(found, 'history-unknown')).toHaveLength(1);
  });

  it('refuses borders in which the municipality of the region is not and to which nothing leads', async () => {
    const faults = await refused(readCsp(old, {}, blank, '2018.01.01'));
    expect(faults).toMatchObject([{ fault: 'unknown-reference', expected: 'Tukuma novads (tukuma-novads)' }]);
    expect(faults[0]?.value).toContain('2009-2021: Tukuma novads, Kandavas novads');
  });

  it('knows units by their code and never by a number of the other generation', async () => {
    // A parish of today's Talsi bears what was the number of Slampe before: it is no Slampe.
    const impostor = { ...named(today, 'Malasb0 pagasts'), L1_code: '0900280' };
    const { territories } = await readCsp(with_(today, 'Malasb0 pagasts', () => impostor));
    expect(territories.find(({ id }) => id === 'slampes-pagasts')?.nameLv).toBe('Slampes pagasts');
    expect(territories.find(({ nameLv }) => nameLv === 'Malasb0 pagasts')?.id).toBe('malasb0-pagasts');
  });

  it('says where an inferred code was wrong', async () => {
    const { territories, found } = await readCsp(
      with_(today, 'Slampes pagasts', (unit) => ({ ...unit, L1_code: '0052990' })),
    );
    expect(of(found, 'code-was-other')).toMatchObject([
      { name: 'Slampes pagasts', value: '0052990', was: '0052530' },
    ]);
    expect(territories.find(({ id }) => id === 'slampes-pagasts')).toMatchObject({ atvk2021: '0052990' });
  });

  it('reads codes that lost their zeros or bear LV, and says so once', async () => {
    const bare = today.map((unit) => ({
      ...unit,
      L1_code: String(Number(unit.L1_code)),
      L0_code: `LV${unit.L0_code}`,
    }));
    const { territories, found } = await readCsp(bare);
    expect(unitsOfRegion(territories, tukums)).toHaveLength(23);
    expect(of(found, 'code-lost-zeros')).toMatchObject([
      { count: 98, value: '52210', as: '0052210', effect: 'corrected' },
    ]);
  });

  it('reads letters of Baltic Windows whatever the archive says of them', async () => {
    const { territories, found } = await readCsp(today, { encode: toBaltic, cpg: 'UTF-8' });
    expect(territories.find(({ id }) => id === 'dzukstes-pagasts')?.nameLv).toBe('Džūkstes pagasts');
    expect(of(found, 'letters-otherwise')).toMatchObject([{ value: 'windows-1257', stated: 'utf-8' }]);
  });

  it('turns X and Y round where all are swapped, and where one is', async () => {
    const swap = (ring: GridRing): GridRing => ring.map(([x, y]) => [y, x] as const).toReversed();
    const swapped = (unit: CspUnit) => ({ ...unit, rings: unit.rings.map(swap) });
    const all = await readCsp(today.map(swapped));
    expect(of(all.found, 'axes-swapped')).toHaveLength(1);
    expect(of(all.found, 'axes-swapped-here')).toEqual([]);
    expect(km2(all.territories.find(({ id }) => id === 'tukuma-novads')?.geometry)).toBeCloseTo(2300, 2);
    const one = await readCsp(with_(today, 'Slampes pagasts', swapped));
    expect(of(one.found, 'axes-swapped-here')).toMatchObject([
      { name: 'Slampes pagasts', row: 9, effect: 'corrected' },
    ]);
    expect(one.territories).toEqual((await readCsp(today)).territories);
  });

  it('takes degrees, and no plane that it does not know', async () => {
    const { fromLks92 } = await import('#core/place/lks92.ts');
    const inDegrees = (ring: GridRing): GridRing => ring.map(([east, north]) => fromLks92({ east, north }));
    const units = today.map((unit) => ({ ...unit, rings: unit.rings.map(inDegrees) }));
    const { territories } = await readCsp(units, { prj: wgs84Prj });
    expect(km2(territories.find(({ id }) => id === 'tukuma-novads')?.geometry)).toBeCloseTo(2300, 1);
    const baltic93 = lks92Prj.replace('LKS92_Latvia_TM', 'TM_Baltic93').replace('-6000000.0', '0.0');
    expect(await refused(readCsp(today, { prj: baltic93 }))).toMatchObject([
      { fault: 'not-one-of', value: 'TM_Baltic93' },
    ]);
    const unsaid = await readCsp(today, { prj: null, without: ['.shx'] });
    expect(of(unsaid.found, 'plane-missing')).toMatchObject([{ epsg: 3059 }]);
    expect(of(unsaid.found, 'index-missing')).toHaveLength(1);
  });

  it('names what a file lacks that is none of these', async () => {
    const columns = [{ name: 'ID', type: 'C', length: 5 }] as const;
    const faults = await refused(readCsp(today, { columns }));
    expect(faults).toMatchObject([{ fault: 'missing', expected: 'L1_code, L1_name' }]);
    const far = today.map((unit) => ({
      ...unit,
      rings: unit.rings.map((ring) => ring.map(([x, y]) => [x + 900_000, y] as const)),
    }));
    expect(await refused(readCsp(far))).toMatchObject([{ fault: 'out-of-range' }]);
  });
});

describe('a dirty file', () => {
  const side = 10_000;
  const at = (name: string) => {
    const unit = named(today, name);
    const [x = 0, y = 0] = unit.rings[0]?.[0] ?? [];
    return { unit, x, y };
  };
  const { x, y } = at('Slampes pagasts');
  /** Slampe with a knot: a triangle of 1 km² hangs on its east side by a crossing. */
  const knotted: GridRing = [
    [x, y],
    [x, y + side],
    [x + side, y + side],
    [x + 8000, y + 5000],
    [x + 9000, y + 5000],
    [x + 8000, y + 6000],
    [x + side, y],
    [x, y],
  ];
  const dirty: CspUnit[] = [
    ...without(without(today, 'Slampes pagasts'), 'Cēres pagasts'),
    { ...named(today, 'Slampes pagasts'), rings: [knotted] }, // 48
    { ...named(today, 'Irlavas pagasts'), isDeleted: true }, // 49
    { ...named(today, 'Irlavas pagasts') }, // 50: its code a second time
    { ...named(today, 'Malasb0 pagasts'), L1_code: 'nav' }, // 51
    { ...named(today, 'Malasb0 pagasts'), L1_name: '', L1_code: '0059999' }, // 52
    {
      ...named(today, 'Malasb0 pagasts'),
      L1_code: '0059998',
      L1_name: 'Bez laukuma',
      rings: [
        [
          [x, y],
          [x + 1, y + 1],
          [x, y],
        ],
      ],
    }, // 53
    { ...named(today, 'Malasb0 pagasts'), L1_code: '0059997', L1_type: 42 }, // 54
  ];

  let result: Awaited<ReturnType<typeof readTerritories>>;
  beforeAll(async () => {
    const turned = with_(dirty, 'Lestenes pagasts', (unit) => ({
      ...unit,
      rings: unit.rings.map((ring) => ring.toReversed()),
    }));
    const wrongArea = with_(turned, 'Zantes pagasts', (unit) => ({ ...unit, L1_area: 102.5 }));
    result = await readCsp(wrongArea);
  });

  it('names every fault with its record', () => {
    const { found, counts } = result;
    const rows = (code: ImportWarning['code']) => of(found, code).map(({ row }) => row);
    expect(rows('unit-struck-out')).toEqual([49]);
    expect(of(found, 'unit-twice')).toMatchObject([{ row: 50, value: '0052440', other: 4 }]);
    expect(of(found, 'unit-without-code')).toMatchObject([{ row: 51, value: 'nav', effect: 'dropped' }]);
    expect(rows('unit-without-name')).toEqual([52]);
    expect(rows('unit-without-shape')).toEqual([53]);
    expect(rows('unit-type-unknown')).toEqual([54]);
    expect(of(found, 'ring-turned')).toMatchObject([
      { name: 'Lestenes pagasts', row: 6, rings: 1, effect: 'corrected' },
    ]);
    expect(of(found, 'shape-repaired')).toMatchObject([
      { name: 'Slampes pagasts', row: 48, effect: 'corrected' },
    ]);
    expect(of(found, 'area-differs').find(({ row }) => row === 15)).toMatchObject({
      drawn: 100,
      stated: 102.5,
      percent: '-2.4',
    });
    expect(of(found, 'unit-missing')).toMatchObject([
      { name: 'Cēres pagasts', municipality: 'Tukuma novads' },
    ]);
    expect(counts.dropped).toBe(5);
    expect(counts.read).toBe(54);
  });

  it('says where a parish is missing, how large the hole is, and what overlaps', () => {
    const gaps = of(result.found, 'units-gap');
    expect(gaps.some(({ area }) => Math.abs(Number(area) - 1e8) < 1)).toBe(true);
    // The record of an unknown type lies over the very field of its twin.
    const whole = result.territories.find(({ id }) => id === 'tukuma-novads');
    // Its outline still goes around the hole; what the knot cut off Slampe lies in the hole beside it.
    expect(km2(whole?.geometry)).toBeCloseTo(2300, 0);
  });

  it('keeps sound whatever it kept', async () => {
    const { findCrossing } = await import('#core/place/ring-crossing.ts');
    for (const { geometry } of result.territories) {
      for (const polygon of polygonsOf(geometry)) {
        expect(
          findCrossing(polygon.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon, lat] as const))),
        ).toBeNull();
      }
    }
  });

  it('says every finding in both languages without a value left open', () => {
    for (const finding of result.found) {
      for (const language of ['lv', 'en'] as const) {
        expect(sayWarning(finding, language)).not.toMatch(/[{}]|undefined/);
      }
    }
  });

  it('measures overlaps, gaps and slivers to the square metre', async () => {
    const moved = (dx: number) => (unit: CspUnit) => ({
      ...unit,
      rings: unit.rings.map((ring) =>
        ring.map(([e, n]) => [e === at(unit.L1_name).x ? e + dx : e, n] as const),
      ),
    });
    const overlap = await readCsp(with_(today, 'Slampes pagasts', moved(-30)));
    expect(of(overlap.found, 'units-overlap')).toMatchObject([{ area: 300_000 }]);
    // The municipality of 2009-2021 is one piece still, and its lost strip is none of it.
    const then = overlap.territories.find(({ id }) => id === 'tukuma-novads-2009');
    expect(polygonsOf(then?.geometry)).toHaveLength(1);
    const gap = await readCsp(with_(today, 'Slampes pagasts', moved(30)));
    expect(of(gap.found, 'units-gap')).toMatchObject([{ area: 300_000 }]);
    const sliver = await readCsp(with_(today, 'Slampes pagasts', moved(1)));
    expect(of(sliver.found, 'units-sliver')).toMatchObject([{ area: 10_000 }]);
    expect(String(of(sliver.found, 'units-sliver')[0]?.names)).toContain('Slampes pagasts');
  });
});

describe('borders for the screen', () => {
  const rough = { ...world, cuts: 400, wiggleMetres: 1500 };
  const positionsOf = (row: Territory) =>
    polygonsOf(row.screen?.geometry ?? row.geometry)
      .flat(2)
      .map(String);

  it('stay shared: neighbours have every border place in common, and nothing opens between them', async () => {
    const { territories, found } = await readCsp(squareCountry('2021', rough));
    const said = of(found, 'screen-simplified')[0];
    expect(Number(said?.of)).toBeGreaterThan(40_000);
    expect(Number(said?.places)).toBeLessThanOrEqual(6000);
    const units = unitsOfRegion(territories, tukums);
    const whole = territories.find(({ id }) => id === 'tukuma-novads');
    // What the units cover is what the municipality covers, to a square metre of rounding.
    const screen = (row: Territory | undefined) => row?.screen?.geometry ?? null;
    const sum = units.reduce((total, unit) => total + km2(screen(unit)), 0);
    expect(sum).toBeCloseTo(km2(screen(whole)), 6);
    // Every stretch of border belongs to two units, or to one and the outline around all.
    const stretches = new Map<string, number>();
    const add = (row: Territory | undefined) => {
      for (const ring of polygonsOf(screen(row ?? (null as never))).flat()) {
        for (let i = 1; i < ring.length; i += 1) {
          const key = [String(ring[i - 1]), String(ring[i])].toSorted().join(' ');
          stretches.set(key, (stretches.get(key) ?? 0) + 1);
        }
      }
    };
    for (const unit of units) add(unit);
    add(whole);
    expect([...new Set(stretches.values())]).toEqual([2]);
    expect(new Set(units.flatMap(positionsOf)).size).toBeLessThan(3000);
  });

  it('depart from the full ones by no more than they say', async () => {
    const { territories } = await readCsp(squareCountry('2021', rough));
    const slampe = territories.find(({ id }) => id === 'slampes-pagasts');
    const metres = (position: readonly number[]) => {
      const { east, north } = toLks92([position[0] ?? 0, position[1] ?? 0]);
      return [east, north] as const;
    };
    const line = polygonsOf(slampe?.screen?.geometry).flat(2).map(metres);
    const tolerance = slampe?.screen?.toleranceMetres ?? 0;
    const far = polygonsOf(slampe?.geometry)
      .flat(2)
      .map(metres)
      .map((place) => Math.min(...line.slice(1).map((b, i) => distance(place, line[i] ?? b, b))));
    expect(tolerance).toBeGreaterThan(1);
    expect(Math.max(...far)).toBeLessThanOrEqual(tolerance + 1);
    expect(Math.max(...far)).toBeGreaterThan(tolerance / 20);
  });

  it('finds one border where the file draws it 5 cm apart, or with a vertex in one of two units only', async () => {
    const near = with_(today, 'Slampes pagasts', (unit) => ({
      ...unit,
      rings: unit.rings.map((ring) => {
        const [[x = 0, y = 0] = [], [, top = 0] = []] = ring;
        return [...ring.slice(0, 1), [x + 0.05, (y + top) / 2] as const, ...ring.slice(1)];
      }),
    }));
    const { territories, found } = await readCsp(near);
    expect(found.filter(({ code }) => code.startsWith('units-') && code !== 'units-outside')).toEqual([]);
    const sum = unitsOfRegion(territories, tukums).reduce((total, unit) => total + km2(unit.geometry), 0);
    expect(sum).toBeCloseTo(km2(territories.find(({ id }) => id === 'tukuma-novads')?.geometry), 6);
  });
});

function distance(
  [x, y]: readonly [number, number],
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
) {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(ax + t * dx - x, ay + t * dy - y);
}

describe('history from the classifier', () => {
  /** What the classifier says of every unit of Tukums, with real codes that differ from the inferred ones. */
  const codes: TerritoryCode[] = facts.flatMap((fact, i): TerritoryCode[] => {
    const now = `0052${String(200 + i * 10).padStart(3, '0')}`;
    const then = fact.atvk_2009_2021;
    const parent = {
      'Tukuma novads': '0900200',
      'Kandavas novads': '0901200',
      'Engures novads': '0905100',
      'Jaunpils novads': '0905700',
    }[fact.novads_2009_2021];
    const common = { level: 4, name: fact.name_lv };
    return [
      {
        ...common,
        code: then,
        generation: '2009',
        parentCode: parent ?? null,
        validFrom: '2009-07-01',
        validTo: '2021-06-30',
        predecessors: [],
        successors: [now],
      },
      {
        ...common,
        code: now,
        generation: '2021',
        parentCode: '0052000',
        validFrom: '2021-07-01',
        validTo: null,
        predecessors: [then],
        successors: [],
      },
    ];
  });
  const municipality = (code: string, name: string, generation: '2009' | '2021'): TerritoryCode => ({
    code,
    name,
    generation,
    level: 3,
    parentCode: null,
    validFrom: generation === '2009' ? '2009-07-01' : '2021-07-01',
    validTo: generation === '2009' ? '2021-06-30' : null,
    predecessors: [],
    successors: [],
  });
  const classifier = [
    ...codes,
    municipality('0900200', 'Tukuma novads', '2009'),
    municipality('0901200', 'Kandavas novads', '2009'),
    municipality('0905100', 'Engures novads', '2009'),
    municipality('0905700', 'Jaunpils novads', '2009'),
    municipality('0052000', 'Tukuma novads', '2021'),
  ];

  it('gives units their old municipalities where nothing else knows them', async () => {
    const real = today.map((unit) => {
      const i = facts.findIndex((fact) => fact.name_lv === unit.L1_name);
      return i < 0 ? unit : { ...unit, L1_code: `0052${String(200 + i * 10).padStart(3, '0')}` };
    });
    const { territories, found } = await readCsp(real, {}, { ...blank, codes: classifier });
    expect(unitsOfRegion(territories, oldTukums)).toHaveLength(11);
    expect(unitsOfRegion(territories, tukums)).toHaveLength(23);
    expect(territories.find(({ id }) => id === 'slampes-pagasts')).toMatchObject({ atvk2009: '0900280' });
    expect(
      territories
        .filter(({ kind }) => kind === 'municipality')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([
      'engures-novads-2009',
      'jaunpils-novads-2009',
      'kandavas-novads-2009',
      'tukuma-novads',
      'tukuma-novads-2009',
    ]);
    expect(of(found, 'history-unknown')).toEqual([]);
    expect(of(found, 'code-not-classified')).toEqual([]);
  });

  it('makes no municipality of a number that the classifier does not name', async () => {
    const nameless = classifier.filter(({ code }) => code !== '0901200');
    const { territories } = await readCsp(today, {}, { ...before, codes: nameless });
    const municipalities = territories.filter(({ kind }) => kind === 'municipality');
    expect(municipalities.map(({ nameLv }) => nameLv).toSorted()).toEqual([
      'Engures novads',
      'Jaunpils novads',
      'Kandavas novads',
      'Tukuma novads',
      'Tukuma novads',
    ]);
    const kandava = territories.find(({ id }) => id === 'kandavas-pagasts');
    expect(kandava?.parents.map(({ id }) => id)).toEqual(['kandavas-novads-2009', 'tukuma-novads']);
  });

  it('names a unit that the classifier has and the file has not', async () => {
    const { found } = await readCsp(
      without(old, 'Slampes pagasts'),
      {},
      { ...before, codes: classifier },
      '2018.01.01',
    );
    expect(of(found, 'unit-missing')).toMatchObject([
      { name: 'Slampes pagasts', value: '0900280', municipality: 'Tukuma novads' },
    ]);
  });

  it('gives real codes to units of an old file', async () => {
    const { territories } = await readCsp(old, {}, { ...before, codes: classifier }, '2018.01.01');
    const i = facts.findIndex((fact) => fact.name_lv === 'Slampes pagasts');
    expect(territories.find(({ id }) => id === 'slampes-pagasts')).toMatchObject({
      atvk2021: `0052${String(200 + i * 10).padStart(3, '0')}`,
      atvk2021IsInferred: false,
    });
  });
});

describe('the address register', () => {
  const field = (name: string) => named(today, name).rings;
  const keyOf = (name: string) => 100_003_000 + today.findIndex(({ L1_name }) => L1_name === name);
  const [tukumaKey, talsuKey] = [100_016_000, 100_016_001];
  const own = today.filter(({ L0_code }) => L0_code === '0052000');
  const layers: VarisLayers = {
    Novadi: [
      {
        key: tukumaKey,
        name: 'Tukuma nov.',
        parent: 100_000_000,
        atvk: '0052000',
        shape: [fieldRing({ ...world, sideMetres: 50_000, east: 410_000, north: 290_000 }, 0, 0)],
      },
      {
        key: talsuKey,
        name: 'Talsu nov.',
        parent: 100_000_000,
        atvk: '0051000',
        shape: field('Malasb0 pagasts'),
      },
    ],
    Pilsetas: own
      .filter(({ L1_type }) => L1_type === 6)
      .map((unit) => ({
        key: keyOf(unit.L1_name),
        name: unit.L1_name,
        parent: tukumaKey,
        atvk: unit.L1_code,
        shape: unit.rings,
      })),
    Pagasti: [
      ...today
        .filter(({ L1_type }) => L1_type === 7)
        .map((unit) => ({
          key: keyOf(unit.L1_name),
          name: unit.L1_name.replace('pagasts', 'pag.'),
          parent: unit.L0_code === '0052000' ? tukumaKey : talsuKey,
          atvk: unit.L1_code.replace(/^00/, ''),
          shape: unit.rings,
        })),
      {
        key: 1,
        name: 'Vecais pag.',
        parent: tukumaKey,
        atvk: '0052999',
        shape: field('Slampes pagasts'),
        status: 'DEL',
      },
      {
        key: 2,
        name: 'Neapstiprinātais pag.',
        parent: tukumaKey,
        atvk: '0052998',
        shape: field('Slampes pagasts'),
        approved: 'N',
      },
      {
        key: 3,
        name: 'Beigtais pag.',
        parent: tukumaKey,
        atvk: '0052997',
        shape: field('Slampes pagasts'),
        until: '20200101',
      },
    ],
    Ciemi: [
      {
        key: 501,
        name: 'Slampe',
        parent: keyOf('Slampes pagasts'),
        shape: [fieldRing({ ...world, sideMetres: 200, east: 432_000, north: 304_000 }, 0, 0)],
      },
      { key: 502, name: 'Tālais ciems', parent: keyOf('Malasb0 pagasts'), shape: field('Malasb0 pagasts') },
      { key: 503, name: 'Izmirušais ciems', parent: keyOf('Slampes pagasts'), shape: null, status: 'DEL' },
    ],
    Mazciemi: [{ key: 601, name: 'Ozolnieki', parent: keyOf('Slampes pagasts'), shape: [433_000, 305_000] }],
  };
  const settlements = rowsOf<Settlement>('settlements');
  const readVaris = (more: VarisLayers = layers) =>
    readTerritories({
      source: 'varis-territories',
      file: asFile('aw_shp.zip', varisZip(more)),
      before: { ...before, settlements },
    });

  it('gives units and villages that are in force, with full words for their short ones', async () => {
    const { territories, settlements: villages, found } = await readVaris();
    const units = unitsOfRegion(territories, tukums);
    expect(units).toHaveLength(23);
    expect(units.find(({ id }) => id === 'slampes-pagasts')).toMatchObject({
      nameLv: 'Slampes pagasts',
      atvk2021: '0052530',
      confidence: 'official',
    });
    expect(unitsOfRegion(territories, oldTukums)).toHaveLength(11);
    expect(of(found, 'unit-not-in-force').map(({ name }) => name)).toEqual([
      'Vecais pagasts',
      'Neapstiprinātais pagasts',
      'Beigtais pagasts',
      'Izmirušais ciems',
    ]);
    const slampe = villages.find(({ nameLv }) => nameLv === 'Slampe');
    const known = settlements.find(({ nameLv }) => nameLv === 'Slampe');
    expect(slampe).toMatchObject({
      id: known?.id,
      kind: 'village',
      territoryId: 'slampes-pagasts',
      population: known?.population ?? null,
    });
    const { east, north } = toLks92(slampe?.position ?? [0, 0]);
    expect(Math.hypot(east - 432_100, north - 304_100)).toBeLessThan(1);
    expect(villages.map(({ nameLv, kind }) => `${nameLv} ${kind}`).toSorted()).toEqual([
      'Kandava town',
      'Ozolnieki hamlet',
      'Slampe village',
      'Tukums town',
    ]);
    expect(of(found, 'villages-outside')).toMatchObject([{ count: 1 }]);
  });

  it('measures the outline that the register draws against the units', async () => {
    const { found } = await readVaris();
    // 25 fields within the outline, two of which are other people's.
    expect(of(found, 'outline-differs')).toMatchObject([
      { name: 'Tukuma novads', uncovered: 200, beyond: 0 },
    ]);
  });

  it('leaves settlements as they are where the archive holds none, and refuses one without parishes', async () => {
    const { Ciemi: _ciemi, Mazciemi: _mazciemi, ...bare } = layers;
    expect((await readVaris(bare)).settlements).toEqual([]);
    const { Pagasti: _pagasti, ...none } = layers;
    expect(await refused(readVaris(none))).toMatchObject([{ fault: 'missing', expected: 'Pagasti.shp' }]);
  });
});

describe('municipalities of the Ministry', () => {
  const outline = fieldRing({ ...world, sideMetres: 50_000, east: 410_000, north: 290_000 }, 0, 0);
  const collection = (rings: readonly GridRing[], properties: object, more: object = {}) =>
    JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3059' } },
      features: [
        { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: rings } },
        {
          type: 'Feature',
          properties: { NOSAUKUMS: 'Rīga' },
          geometry: { type: 'Polygon', coordinates: [fieldRing(world, 0, 0)] },
        },
      ],
      ...more,
    });
  const readVaram = (text: string, on = before) =>
    readTerritories({ source: 'varam-municipalities', file: asFile('atr.geojson', text), before: on });

  it('changes the outline alone: every unit stays, and how far they differ is said', async () => {
    const official = { ...before, territories: (await readCsp(today)).territories };
    const { territories, found, counts } = await readVaram(
      collection([outline], { NOSAUKUMS: 'Tukuma novads', LABEL: 'x' }),
      official,
    );
    expect(territories.map(({ id }) => id)).toEqual(official.territories.map(({ id }) => id));
    expect(km2(territories.find(({ id }) => id === 'tukuma-novads')?.geometry)).toBeCloseTo(2500, 2);
    expect(km2(territories.find(({ id }) => id === 'slampes-pagasts')?.geometry)).toBeCloseTo(100, 3);
    expect(of(found, 'outline-differs')).toMatchObject([{ uncovered: 200, beyond: 0, row: 1 }]);
    expect(of(found, 'units-outside')).toMatchObject([{ count: 1 }]);
    expect(counts).toMatchObject({ read: 2, kept: 1 });
  });

  it('finds the name in LABEL too, the plane by its numbers, and X and Y swapped', async () => {
    const swapped = outline.map(([x, y]) => [y, x] as const);
    const { territories, found } = await readVaram(
      collection([swapped], { NOSAUKUMS: null, LABEL: 'Tukuma nov.' }, { crs: undefined }),
    );
    expect(km2(territories.find(({ id }) => id === 'tukuma-novads')?.geometry)).toBeCloseTo(2500, 2);
    expect(of(found, 'axes-swapped-here')).toHaveLength(1);
    expect(territories.filter(({ isModel, kind }) => !isModel && kind !== 'municipality')).toEqual([]);
  });

  it('refuses what is no GeoJSON, another plane, and a file without the municipality', async () => {
    expect(await refused(readVaram('{"type": "Feature'))).toMatchObject([
      { fault: 'malformed', expected: 'GeoJSON' },
    ]);
    const plane = { crs: { type: 'name', properties: { name: 'EPSG:25884' } } };
    expect(await refused(readVaram(collection([outline], {}, plane)))).toMatchObject([
      { value: 'EPSG:25884' },
    ]);
    const other = collection([outline], { NOSAUKUMS: 'Talsu novads' });
    expect(await refused(readVaram(other))).toMatchObject([
      { fault: 'unknown-reference', value: 'Talsu novads, Rīga' },
    ]);
  });
});

describe('a municipality without parts', () => {
  it('has itself as its only unit, under an id of its own', async () => {
    const region: Region = {
      ...tukums,
      id: 'mersrags',
      nameLv: 'Mērsraga novads',
      municipalityId: 'mersraga-novads',
      municipalityCodes: [],
    };
    const alone = {
      ...named(today, 'Slampes pagasts'),
      L1_code: '0088760',
      L1_name: 'Mērsraga novads',
      L1_type: 5,
      L0_code: '0088760',
      L0_name: 'Mērsraga novads',
      L0_area: 100,
    };
    const { territories } = await readCsp(
      [...without(today, 'Slampes pagasts'), alone],
      {},
      { ...blank, region },
    );
    expect(unitsOfRegion(territories, region).map(({ id, kind }) => [id, kind])).toEqual([
      ['mersraga-novads-whole', 'town'],
    ]);
    expect(km2(territories.find(({ id }) => id === 'mersraga-novads')?.geometry)).toBeCloseTo(100, 3);
    expect(
      territories
        .filter(({ kind }) => kind === 'neighbour')
        .map(({ nameLv }) => nameLv)
        .toSorted(),
    ).toEqual(['Irlavas pagasts', 'Sēmes pagasts', 'Tumes pagasts', 'Kandavas pagasts'].toSorted());
  });

  it('keeps neighbours of one name apart', async () => {
    const twins = today.map((unit) =>
      unit.L1_name === 'Malasb0 pagasts' || unit.L1_name === 'Malasc0 pagasts'
        ? { ...unit, L1_name: 'Salas pagasts' }
        : unit,
    );
    const { territories } = await readCsp(twins);
    expect(territories.filter(({ nameLv }) => nameLv === 'Salas pagasts').map(({ id }) => id)).toEqual([
      'salas-pagasts',
      'salas-pagasts-talsu-novads',
    ]);
  });
});

describe('a country of any size', () => {
  it('is read whole, every border in common', async () => {
    const { territories, counts, found } = await readCsp(
      syntheticCountry({ units: 64, vertices: 12_800 }),
      {},
      blank,
    );
    expect(counts).toEqual({ read: 64, kept: 64, corrected: 0, dropped: 0 });
    const units = unitsOfRegion(territories, tukums);
    expect(units).toHaveLength(64);
    const places = units.reduce((sum, { geometry }) => sum + polygonsOf(geometry).flat(2).length, 0);
    expect(places).toBeGreaterThan(12_700);
    expect(
      found.some(({ code }) => code === 'units-gap' || code === 'units-sliver' || code === 'units-overlap'),
    ).toBe(false);
    expect(units.reduce((sum, { geometry }) => sum + km2(geometry), 0)).toBeCloseTo(
      km2(territories.find(({ id }) => id === 'tukuma-novads')?.geometry),
      6,
    );
  });
});
