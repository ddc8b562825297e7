import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Problem } from '#core/problem.ts';
import { applySettings, defaultStreetSettings, readStreetSettings } from '#core/roads/settings.ts';
import { defaultSnapSettings } from '#core/roads/snap.ts';
import { defaultSpeeds, speedKmh } from '#core/roads/speed.ts';

const shipped: unknown = JSON.parse(readFileSync('geodata/settings/travel.json', 'utf8')).streets;

const gravel = { highway: 'tertiary', surface: 'gravel', isBuiltUp: false } as const;
const asphalt = { ...gravel, surface: 'paved' } as const;

function faultsOf(given: unknown): unknown {
  try {
    readStreetSettings(given);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
    return error instanceof Problem && error.code === 'bad-config' ? error.faults : error;
  }
  return [];
}

describe('the settings of streets', () => {
  it('ship as the file says them, every one', () => {
    expect(shipped).toEqual(defaultStreetSettings);
    expect(readStreetSettings(shipped)).toEqual(defaultStreetSettings);
    expect(applySettings(defaultStreetSettings)).toEqual({
      speeds: defaultSpeeds,
      snap: defaultSnapSettings,
    });
  });

  it('are as they ship where a file leaves them out', () => {
    const settings = readStreetSettings({
      car: { tertiary: { paved: 70 } },
      carSurfaceCap: { gravel: null },
    });
    expect(settings.car.tertiary).toEqual({ ...defaultSpeeds.car.tertiary, paved: 70 });
    expect(settings.carSurfaceCap).toEqual({ ...defaultSpeeds.carSurfaceCap, gravel: null });
    expect(settings.bicycle).toEqual(defaultSpeeds.bicycle);
    expect(readStreetSettings(undefined)).toEqual(defaultStreetSettings);
  });

  it('slow a car in winter by a tenth on asphalt, a fifth on gravel, and nobody else', () => {
    const winter = { ...defaultStreetSettings.winter, isOn: true };
    const { speeds } = applySettings({ ...defaultStreetSettings, winter });
    expect(speedKmh(speeds, 'car', asphalt)).toBeCloseTo(75 * 0.9, 9);
    expect(speedKmh(speeds, 'car', gravel)).toBeCloseTo(60 * 0.8, 9);
    expect(speedKmh(speeds, 'bicycle', gravel)).toBe(13);
    expect(speedKmh(speeds, 'foot', gravel)).toBe(4.8);
  });

  it('walk slower with an older walker, off the road too', () => {
    const { speeds, snap } = applySettings({ ...defaultStreetSettings, walker: 'older' });
    expect([speeds.foot, snap.offRoadKmh]).toEqual([3.6, 3.6]);
  });

  it('are refused by name when there is no such setting or it is out of range', () => {
    expect(
      faultsOf({
        car: { tertiary: { paved: 900, wet: 1 }, spaceship: {} },
        winter: { isOn: 'yes', paved: '0.9' },
        walker: 'cat',
        bicycle: 16,
        snapping: { maxSnapMetres: 0 },
        constructor: 1,
      }),
    ).toMatchObject([
      { field: 'streets/constructor', fault: 'unknown-parameter' },
      { field: 'streets/car/spaceship', fault: 'unknown-parameter' },
      { field: 'streets/car/tertiary/wet', fault: 'unknown-parameter', expected: 'paved, gravel, builtUp' },
      { field: 'streets/car/tertiary/paved', fault: 'out-of-range', value: '900', expected: '1-130' },
      { field: 'streets/winter/isOn', fault: 'not-one-of', expected: 'true, false' },
      { field: 'streets/winter/paved', fault: 'not-a-number', value: '"0.9"' },
      { field: 'streets/bicycle', fault: 'malformed', value: '16' },
      { field: 'streets/walker', fault: 'not-one-of', value: '"cat"', expected: 'adult, older' },
      { field: 'streets/snapping/maxSnapMetres', fault: 'out-of-range', expected: '1-10000' },
    ]);
    expect(faultsOf([])).toMatchObject([{ field: 'streets', fault: 'malformed' }]);
  });
});
