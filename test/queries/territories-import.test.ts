import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileSource } from '#core/place/provenance.ts';
import { type Region, unitsOfRegion } from '#core/place/region.ts';
import { Problem } from '#core/problem.ts';
import type { Imports } from '#server/context.ts';
import { createData } from '#server/db/queries/data.ts';
import { locateTerritories } from '#server/db/queries/locate.ts';
import { readTerritoryCodes } from '#server/db/queries/territory-codes.ts';
import { readCurrentVersions } from '#server/db/queries/versions.ts';
import { createImports } from '#server/import/index.ts';
import { cspZip, facts, squareCountry, world } from '../official/csp.ts';
import { asFile } from '../official/shapefile.ts';
import {
  everything,
  geodataFolder,
  openTestDatabase,
  type TestDatabase,
  testClock,
  tukums,
} from './harness.ts';

const oldTukums = JSON.parse(readFileSync(join(geodataFolder, 'regions/tukums-2009.json'), 'utf8')) as Region;

let database: TestDatabase;
let imports: Imports;
beforeAll(async () => {
  database = await openTestDatabase();
  const log = { error: () => undefined };
  imports = createImports({
    database,
    region: tukums,
    clock: testClock,
    onImported: async () => undefined,
    log,
  });
});
afterAll(() => database.drop());

const bring = (source: FileSource, name: string, bytes: Uint8Array | string, list: string = source) =>
  imports.importFiles(source, list, [asFile(name, bytes)]);
const current = async (dataset: string) =>
  (await readCurrentVersions(database.db)).filter((version) => version.dataset === dataset);
const territories = async () => (await createData(database.db).listTerritories(everything)).items;
const get = (id: string) => createData(database.db).getTerritory(id);

const rough = { ...world, cuts: 100, wiggleMetres: 1500 };
const codeOf = (i: number) => `0052${String(200 + i * 10).padStart(3, '0')}`;
const slampeAt = facts.findIndex(({ name_lv }) => name_lv === 'Slampes pagasts');

/** The classifier as the Statistical Bureau publishes it, with every fault that its readers have met. */
const classifier = [
  '\ufeffLevel,Code,Code_version,Name,Code_parent,Validity_period_begin,Validity_period_end,Predecessors,Successors',
  '0,LV,1,Latvija,,1991-08-21,,,',
  '1,LV007,1,Pierīga,LV,2004-01-01,,,',
  '3,0900200,1,Tukuma novads,LV007,2009-07-01,2021-06-30,,0052000',
  '3,0052000,1,Tukuma novads,LV007,01.07.2021.,,"0900200, 0901200, 0905100, 0905700",',
  ...facts.flatMap(({ name_lv, atvk_2009_2021: then, novads_2009_2021: novads }, i) => [
    `4,${Number(then)},1,${name_lv},${then.slice(0, 5)}00,2009-07-01,2021-06-30,,${codeOf(i)}`,
    `4,${codeOf(i)},1,${name_lv},0052000,2021-07-01,,${novads === 'Tukuma novads' ? then : ''},`,
  ]),
  '4,nav,1,Bez koda,0052000,2021-07-01,,,',
  '9,0052990,1,Nezināms līmenis,0052000,2021-07-01,,,',
  '4,0052991,1,,0052000,2021-07-01,,,',
  '4,0052992,1,Nesaprotams datums,0052000,7/1/2021,,,',
  '4,0052993,1,Otrādi,0052000,2021-07-01,2020-01-01,,',
  `4,${codeOf(0)},1,Tukums,0052000,2021-07-01,,,`,
].join('\r\n');

const transition = [
  'at_kods;at_nosaukums;tv_kods;tv_nosaukums;at2021_kods;at2021_nosaukums;tv2021_kods;tv2021_nosaukums',
  ...facts.map(
    ({ name_lv, novads_2009_2021: novads, atvk_2009_2021: then }, i) =>
      `${then.slice(0, 5)}00;${novads};${then};${name_lv};52000;Tukuma novads;${codeOf(i)};${name_lv}`,
  ),
  ';;;;;;;',
  'x;Kaut kas;1;Kaut kas;2;Kaut kas;3;Kaut kas',
].join('\n');

describe('official boundaries in the database', () => {
  it('take the place of the model, and `use` takes it back', async () => {
    const [model] = await current('territories');
    const drawn = (await territories()).find(({ id }) => id === 'slampes-pagasts');
    const report = await bring(
      'csp-territories',
      'territorial_units_lv_1.2m_2024.01.01..zip',
      cspZip(squareCountry('2021', rough)),
    );
    expect(report).toMatchObject({
      dataset: 'territories',
      rows: 47,
      counts: { read: 49, kept: 42, corrected: 0, dropped: 0 },
    });
    const [official] = await current('territories');
    expect(official).toMatchObject({
      isModel: false,
      licence: 'CC BY 4.0',
      retrievedAt: '2024-01-01',
      rowCount: 47,
    });
    expect(official?.source).toContain('CSP');
    const rows = await territories();
    expect(unitsOfRegion(rows, tukums)).toHaveLength(23);
    expect(unitsOfRegion(rows, oldTukums)).toHaveLength(11);
    await imports.use(model?.id ?? -1);
    expect((await territories()).find(({ id }) => id === 'slampes-pagasts')).toEqual(drawn);
    await imports.use(official?.id ?? -1);
    expect(await territories()).toEqual(rows);
  });

  it('come light in a list and whole alone, each saying which', async () => {
    const listed = (await territories()).find(({ id }) => id === 'slampes-pagasts');
    const alone = await get('slampes-pagasts');
    const size = (row: unknown) => JSON.stringify((row as { geometry: unknown }).geometry).length;
    expect(size(listed)).toBeLessThan(size(alone) / 2);
    expect(listed?.toleranceMetres).toBeGreaterThan(0);
    expect(alone.toleranceMetres).toBeUndefined();
    // The database finds both of them sound.
    const { rows } = await sql<{ id: string }>`
      select t.id from territory t join dataset_version v on v.id = t.version_id and v.state = 'current'
      where not ST_IsValid(t.geom_4326) or not ST_IsValid(t.geom_screen_4326)`.execute(database.db);
    expect(rows).toEqual([]);
  });

  it('leave no place between two parishes, and none in two', async () => {
    const { rows } = await sql<{ gap: number; overlap: number }>`
      with unit as (
        select t.id, ST_Transform(t.geom_4326, 3059) as shape, ST_Transform(t.geom_screen_4326, 3059) as screen
        from territory t join dataset_version v on v.id = t.version_id and v.state = 'current'
        where t.kind in ('town', 'parish'))
      select ST_NumInteriorRings(ST_Union(screen)) as gap,
        (select coalesce(sum(ST_Area(ST_Intersection(a.screen, b.screen))), 0)
          from unit a join unit b on a.id < b.id and a.screen && b.screen) as overlap
      from unit`.execute(database.db);
    expect(rows[0]?.gap).toBe(0);
    // What is left is the rounding of degrees.
    expect(rows[0]?.overlap).toBeLessThan(1);
  });

  it('place points by the full borders', async () => {
    const { fromLks92 } = await import('#core/place/lks92.ts');
    const middle = fromLks92({ east: world.east + 45_000, north: world.north + 25_000 });
    const beyond = fromLks92({ east: world.east - 5000, north: world.north });
    expect(await locateTerritories(database.db, [middle, beyond])).toEqual(['slampes-pagasts', null]);
  });

  it('change nothing when the file is refused', async () => {
    const rows = await territories();
    const other = squareCountry('2021').filter(({ L0_code }) => L0_code !== '0052000');
    const error = await bring('csp-territories', 'x.zip', cspZip(other)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Problem);
    expect(await territories()).toEqual(rows);
  });
});

describe('the classifier', () => {
  it('is read with every broken row named, and the good ones in', async () => {
    await imports.use((await allVersions('territories', 'shipped'))[0] ?? -1);
    const report = await bring('atvk', 'atu_nuts_codes.csv', classifier);
    const said = report.findings?.map(({ code, row }) => [code, row]) ?? [];
    const last = 5 + 2 * facts.length;
    expect(said).toEqual(
      expect.arrayContaining([
        ['code-row-broken', last + 1],
        ['code-level-unknown', last + 2],
        ['code-without-name', last + 3],
        ['code-day-unreadable', last + 4],
        ['code-days-reversed', last + 5],
        ['code-twice', last + 6],
      ]),
    );
    expect(report.counts).toMatchObject({ dropped: 6, read: 4 + 2 * facts.length + 6 });
    const codes = await readTerritoryCodes(database.db);
    expect(codes).toHaveLength(2 + 2 * facts.length);
    expect(codes.find(({ code }) => code === '0900280')).toEqual({
      code: '0900280',
      generation: '2009',
      level: 4,
      name: 'Slampes pagasts',
      parentCode: '0900200',
      validFrom: '2009-07-01',
      validTo: '2021-06-30',
      predecessors: [],
      successors: [codeOf(slampeAt)],
    });
    // The other way is told by the successors, where the row itself is silent.
    const kandava = facts.findIndex(({ name_lv }) => name_lv === 'Kandava');
    expect(codes.find(({ code }) => code === codeOf(kandava))?.predecessors).toEqual(['0901211']);
  });

  it('takes the place of codes that were only inferred, wherever they are asked for, and names itself', async () => {
    const slampe = await get('slampes-pagasts');
    expect(slampe).toMatchObject({ atvk2021: codeOf(slampeAt), atvk2021IsInferred: false });
    expect(slampe.source).toContain('code since 2021: ATVK: atu_nuts_codes.csv');
    const { items } = await createData(database.db).listTerritories({
      ...everything,
      filters: { atvk2021: codeOf(slampeAt) },
    });
    expect(items.map(({ id }) => id)).toEqual(['slampes-pagasts']);
    const [codes] = await current('codes');
    await imports.retire('codes', codes?.list ?? '');
    expect(await get('slampes-pagasts')).toMatchObject({ atvk2021: '0052530', atvk2021IsInferred: true });
  });

  it('is made of the transition table alone too, or of both', async () => {
    const report = await bring('atvk', 'atvk_2021_parejas_tabula.csv', transition, 'transition');
    expect(report.counts).toMatchObject({ read: facts.length + 2, dropped: 2 });
    expect(await get('slampes-pagasts')).toMatchObject({
      atvk2021: codeOf(slampeAt),
      atvk2021IsInferred: false,
    });
    const both = await imports.importFiles('atvk', 'both', [
      asFile('atu_nuts_codes.csv', classifier),
      asFile('atvk_2021_parejas_tabula.csv', transition),
    ]);
    // Three old municipalities stand in the transition table only.
    expect(both.rows).toBe(2 + 2 * facts.length + 3);
    expect((await current('codes')).map(({ list }) => list)).toEqual(['both']);
  });

  it('gives boundaries their history', async () => {
    const real = squareCountry('2021').map((unit) => {
      const i = facts.findIndex(({ name_lv }) => name_lv === unit.L1_name);
      return i < 0 ? unit : { ...unit, L1_code: codeOf(i) };
    });
    const report = await bring('csp-territories', 'units.zip', cspZip(real), 'real');
    expect(report.findings?.filter(({ code }) => code === 'code-was-other').length).toBeGreaterThan(0);
    const rows = await territories();
    expect(unitsOfRegion(rows, tukums)).toHaveLength(23);
    expect(unitsOfRegion(rows, oldTukums)).toHaveLength(11);
    expect(rows.find(({ id }) => id === 'slampes-pagasts')).toMatchObject({
      atvk2009: '0900280',
      atvk2021: codeOf(slampeAt),
    });
  });

  it('refuses a table with other columns', async () => {
    const error = await bring('atvk', 'x.csv', 'a,b,c\n1,2,3\n', 'x').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Problem);
  });
});

const allVersions = async (dataset: string, list: string): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select id from dataset_version where dataset = ${dataset} and list = ${list} order by id desc`.execute(
    database.db,
  );
  return rows.map(({ id }) => id);
};

describe('what is called sound', () => {
  it('is what the database calls valid, of any ring of few places', async () => {
    const fc = await import('fast-check');
    const { tidyRing } = await import('#core/place/ring.ts');
    const { findCrossing } = await import('#core/place/ring-crossing.ts');
    const place = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
    const rings = fc
      .sample(fc.array(place, { minLength: 3, maxLength: 8 }), { numRuns: 400, seed: 7 })
      .flatMap((ring) => {
        const tidy = tidyRing(ring);
        return tidy === null ? [] : [tidy];
      });
    const texts = rings.map((ring) => `POLYGON((${ring.map(([x, y]) => `${x} ${y}`).join(',')}))`);
    const { rows } = await sql<{ is_valid: boolean }>`
      select ST_IsValid(ST_GeomFromText(p.shape)) as is_valid
      from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) with ordinality as p(shape, place)
      order by p.place`.execute(database.db);
    const ours = rings.map((ring) => findCrossing([ring]) === null);
    const differing = texts.filter((_text, i) => ours[i] !== rows[i]?.is_valid);
    expect(rings.length).toBeGreaterThan(300);
    expect(ours.filter((isSound) => isSound).length).toBeGreaterThan(50);
    expect(differing).toEqual([]);
  });
});
