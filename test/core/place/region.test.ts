import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bordersKey,
  nameOfWhole,
  parentAt,
  type Region,
  unitsOfRegion,
  widened,
} from '#core/place/region.ts';
import type { PopulationCell, Territory } from '#core/place/territory.ts';
import type { Bbox } from '#core/place/units.ts';

const read = (name: string) => JSON.parse(readFileSync(name, 'utf8'));
const regionOf = (id: string): Region => read(`geodata/regions/${id}.json`);
const territories: Territory[] = read('geodata/model/territories.json').rows;
const cells: PopulationCell[] = read('geodata/model/population.json').rows;
const facts: Record<string, string>[] = parse(readFileSync('geodata/facts/territories.csv'), {
  columns: true,
});
const [today, before] = [regionOf('tukums'), regionOf('tukums-2009')];
const ofBefore = facts.filter((row) => row.in_tukuma_novads_2009_2021 === 'yes');
const sum = (rows: readonly Record<string, string>[], column: string) =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

describe('the units of a region', () => {
  const counted = (region: Region) => {
    const units = unitsOfRegion(territories, region);
    const of = (kind: string) => units.filter((unit) => unit.kind === kind).length;
    const ids = new Set(units.map(({ id }) => id));
    const own = cells.filter(({ territoryId }) => territoryId !== null && ids.has(territoryId));
    return {
      towns: of('town'),
      parishes: of('parish'),
      areaKm2: units.reduce((total, { areaKm2Official }) => total + (areaKm2Official ?? Number.NaN), 0),
      cells: own.length,
      people: own.reduce((total, { people }) => total + people, 0),
    };
  };

  it('are 2 towns and 21 parishes today', () => {
    expect(counted(today)).toMatchObject({ towns: 2, parishes: 21, people: 43_645 });
    expect(counted(today).areaKm2).toBeCloseTo(sum(facts, 'area_km2_2018'), 6);
  });

  it('are 1 town and 10 parishes in the borders of 2009-2021, with their own sums', () => {
    expect(ofBefore).toHaveLength(11);
    const people = sum(ofBefore, 'demo_population_2024_constructed');
    expect(counted(before)).toMatchObject({ towns: 1, parishes: 10, people });
    expect(counted(before).areaKm2).toBeCloseTo(sum(ofBefore, 'area_km2_2018'), 6);
    expect(counted(before).cells).toBeLessThan(counted(today).cells);
  });

  it('change on the day of the reform, the last and the first day included', () => {
    const on = (asOf: string, municipalityId: string) =>
      unitsOfRegion(territories, { municipalityId, asOf }).length;
    expect(on('2021-06-30', 'tukuma-novads-2009')).toBe(11);
    expect(on('2021-07-01', 'tukuma-novads-2009')).toBe(0);
    expect(on('2021-06-30', 'tukuma-novads')).toBe(0);
    expect(on('2021-07-01', 'tukuma-novads')).toBe(23);
    expect(on('2009-06-30', 'tukuma-novads-2009')).toBe(0);
    expect(on('2015-01-01', 'kandavas-novads-2009')).toBe(7);
  });

  it('are of the kinds that the region counts', () => {
    expect(
      unitsOfRegion(territories, { ...today, levels: ['town'] })
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['kandava', 'tukums']);
  });

  it('belong to the municipality of that day', () => {
    const kandava = territories.find(({ id }) => id === 'kandava') as Territory;
    expect(parentAt(kandava, today)).toBe('tukuma-novads');
    expect(parentAt(kandava, before)).toBe('kandavas-novads-2009');
    expect(parentAt({ parents: [] }, today)).toBeNull();
  });

  it('are not mixed up in what is kept: each borders have their own key', () => {
    const keys = [today, before, { ...before, asOf: '2015-01-01' }, { ...today, levels: ['town' as const] }];
    expect(new Set(keys.map(bordersKey)).size).toBe(4);
  });
});

describe('the name of the whole', () => {
  it('says the years where the borders are of the past, because both municipalities have one name', () => {
    const of = (region: Region) =>
      nameOfWhole(
        region,
        territories.find(({ id }) => id === region.municipalityId),
      );
    expect(of(today).nameLv).toBe('Tukuma novads');
    expect(of(before)).toEqual({
      nameLv: 'Tukuma novads (2009–2021)',
      nameEn: 'Tukums municipality (2009–2021)',
    });
    expect(nameOfWhole(today, null).nameEn).toBe('Tukums municipality');
  });
});

describe('a box grown by kilometres', () => {
  it('has its sides at least so far out, and no farther than it must at that latitude', () => {
    const box = fc
      .tuple(fc.double({ min: -170, max: 170, noNaN: true }), fc.double({ min: -70, max: 70, noNaN: true }))
      .map(([lon, lat]): Bbox => [lon, lat, lon + 0.5, lat + 0.5]);
    fc.assert(
      fc.property(box, fc.double({ min: 0, max: 100, noNaN: true }), (inner, km) => {
        const outer = widened(inner, km);
        const kmOf = (degrees: number, lat: number) => degrees * 111.2 * Math.cos((lat * Math.PI) / 180);
        expect((inner[1] - outer[1]) * 111.2).toBeCloseTo(km, 6);
        expect((outer[3] - inner[3]) * 111.2).toBeCloseTo(km, 6);
        for (const lat of [inner[1], inner[3]]) {
          expect(kmOf(inner[0] - outer[0], lat)).toBeGreaterThanOrEqual(km - 1e-6);
          expect(kmOf(outer[2] - inner[2], lat)).toBeGreaterThanOrEqual(km - 1e-6);
        }
      }),
    );
  });
});
