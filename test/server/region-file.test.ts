import { readdirSync, readFileSync } from 'node:fs';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { Region } from '#core/place/region.ts';
import { Problem } from '#core/problem.ts';
import { parseRegion, readRegion } from '#server/region.ts';
import { lightApp } from './light.ts';

const file: Record<string, unknown> = {
  id: 'talsi',
  nameLv: 'Talsu novads',
  nameEn: 'Talsi municipality',
  municipalityId: 'talsu-novads',
  focalTown: { territoryId: 'talsi', nameLv: 'Talsi', nameEn: 'Talsi', lonLat: [22.58, 57.24] },
  bounds: [22.0, 57.0, 23.1, 57.8],
  bufferKm: 50,
  crs: 3059,
  hasShippedData: false,
  timeZone: 'Europe/Riga',
};
const parse = (change: Record<string, unknown>) =>
  parseRegion(JSON.stringify({ ...file, ...change }), 'talsi.json');
/** What a person is told. */
const fault = (change: Record<string, unknown>): string => {
  try {
    parse(change);
    return 'nothing';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.code).toBe('bad-config');
    return String(error.values.name);
  }
};

describe('a region file', () => {
  it('may leave the network bounds to be reckoned from the buffer', () => {
    const { networkBounds } = parse({});
    const [west, south, east, north] = networkBounds;
    expect(57.0 - south).toBeCloseTo(50 / 111.2, 3);
    expect(north - 57.8).toBeCloseTo(50 / 111.2, 3);
    // A degree of longitude is about half as long up there.
    expect(22.0 - west).toBeGreaterThan(0.8);
    expect(east - 23.1).toBeLessThan(0.9);
  });

  it('may give a middle and a radius for the bounds', () => {
    const { bounds } = parse({ bounds: undefined, centre: [22.58, 57.24], radiusKm: 30 });
    expect(bounds[3] - bounds[1]).toBeCloseTo(60 / 111.2, 3);
    expect((bounds[0] + bounds[2]) / 2).toBeCloseTo(22.58, 9);
  });

  it('has the borders of today unless it says a day', () => {
    expect(parse({}).asOf).toBeNull();
    expect(parse({ asOf: null }).asOf).toBeNull();
    expect(parse({ asOf: '2015-01-01' }).asOf).toBe('2015-01-01');
  });

  it.each([
    ['id', { id: 'Talsu novads' }],
    ['nameLv', { nameLv: ' ' }],
    ['nameEn', { nameEn: undefined }],
    ['municipalityId', { municipalityId: 52_000 }],
    ['municipalityCodes.0', { municipalityCodes: [52_000] }],
    ['asOf', { asOf: '2021-06-31' }],
    ['asOf', { asOf: '30.06.2021' }],
    ['levels.0', { levels: ['village'] }],
    ['languages.0', { languages: ['pt'] }],
    [
      'focalTown.lonLat',
      { focalTown: { territoryId: 't', nameLv: 'T', nameEn: 'T', lonLat: [57.24, 22.58] } },
    ],
    [
      'focalTown.lonLat.1',
      { focalTown: { territoryId: 't', nameLv: 'T', nameEn: 'T', lonLat: [22.58, 157.24] } },
    ],
    ['bounds', { bounds: [23.1, 57.0, 22.0, 57.8] }],
    ['bounds', { bounds: undefined }],
    ['bounds', { centre: [22.58, 57.24], radiusKm: 30 }],
    ['networkBounds', { bufferKm: undefined }],
    ['networkBounds', { networkBounds: [21, 56, 24, 58] }],
    ['crs', { crs: 4326 }],
    ['timeZone', { timeZone: 'Europe/Talsi' }],
    ['hasShippedData', { hasShippedData: 'no' }],
    ['adress', { adress: 'typing error' }],
  ])('with a fault in %s is refused, naming it', (field, change) => {
    expect(fault(change)).toBe(`talsi.json: ${field}`);
  });

  it('that is no JSON, or not there, is refused, naming it', async () => {
    expect(() => parseRegion('{', 'talsi.json')).toThrow(Problem);
    await expect(readRegion('nowhere')).rejects.toMatchObject({
      values: { name: 'REGION', value: 'nowhere' },
    });
  });

  const shipped = readdirSync('geodata/regions').map((name) => name.replace('.json', ''));
  it.each(shipped)('%s ships and is whole', async (name) => {
    const region = await readRegion(name);
    expect(region.id).toBe(name);
    const [west, south, east, north] = region.networkBounds;
    expect(west <= region.bounds[0] && south <= region.bounds[1]).toBe(true);
    expect(east >= region.bounds[2] && north >= region.bounds[3]).toBe(true);
  });

  it('of 2009-2021 holds the whole of its municipality in its first view', () => {
    const territories = JSON.parse(readFileSync('geodata/model/territories.json', 'utf8')).rows as {
      id: string;
      geometry: { coordinates: unknown };
    }[];
    const before = territories.find(({ id }) => id === 'tukuma-novads-2009');
    const [west, south, east, north] = parseRegion(
      readFileSync('geodata/regions/tukums-2009.json', 'utf8'),
      'tukums-2009.json',
    ).bounds;
    const points =
      JSON.stringify(before?.geometry.coordinates)
        .match(/[\d.]+/g)
        ?.map(Number) ?? [];
    for (let i = 0; i < points.length; i += 2) {
      expect(points[i]).toBeGreaterThan(west);
      expect(points[i]).toBeLessThan(east);
      expect(points[i + 1]).toBeGreaterThan(south);
      expect(points[i + 1]).toBeLessThan(north);
    }
    expect(points.length).toBeGreaterThan(100);
  });
});

describe('the language of an answer', () => {
  const spokenTo = async (region: Region, header?: string) => {
    const asked = request(lightApp({ context: { region } })).get('/api/v1/');
    return (await (header === undefined ? asked : asked.set('Accept-Language', header))).headers[
      'content-language'
    ];
  };

  it('is the first of the region where nobody asks for one that is spoken', async () => {
    const [tukums, elsewhere] = [await readRegion('tukums'), await readRegion('porto-alegre')];
    for (const header of [undefined, '*', 'pt-BR, de;q=0.5']) {
      expect(await spokenTo(tukums, header)).toBe('lv');
      expect(await spokenTo(elsewhere, header)).toBe('en');
    }
    expect(await spokenTo(elsewhere, 'lv')).toBe('lv');
    expect(await spokenTo(tukums, 'de, en;q=0.5')).toBe('en');
  });
});
