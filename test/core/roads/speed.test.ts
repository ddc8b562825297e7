import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roadSurfaces } from '#core/roads/columns.ts';
import { defaultSpeeds, knownSurface, openSpeedKmh, speedKmh } from '#core/roads/speed.ts';
import { highwayClasses, modes, type Surface } from '#core/roads/street.ts';

const road = (highway: (typeof highwayClasses)[number], surface: Surface, isBuiltUp = false) => ({
  highway,
  surface,
  isBuiltUp,
});

describe('speeds', () => {
  it.each([
    ['primary', 'paved', false, 84],
    ['primary', 'paved', true, 45],
    ['secondary', 'gravel', false, 62],
    ['tertiary', 'gravel', false, 60],
    ['tertiary', 'ground', false, 40],
    ['unclassified', 'gravel', true, 38],
  ] as const)('a car on %s, %s, built-up %s does %d km/h', (highway, surface, isBuiltUp, kmh) => {
    expect(speedKmh(defaultSpeeds, 'car', road(highway, surface, isBuiltUp))).toBe(kmh);
  });

  it('knows 16, 13 and 10 km/h on a bicycle, 4.8 on foot', () => {
    const bicycle = (surface: Surface) => speedKmh(defaultSpeeds, 'bicycle', road('tertiary', surface));
    expect([bicycle('paved'), bicycle('gravel'), bicycle('ground')]).toEqual([16, 13, 10]);
    expect(speedKmh(defaultSpeeds, 'foot', road('tertiary', 'ground'))).toBe(4.8);
  });

  it('keeps walkers and bicycles off motorways and cars off paths', () => {
    expect(modes.map((mode) => speedKmh(defaultSpeeds, mode, road('motorway', 'paved')))).toEqual([
      110,
      null,
      null,
    ]);
    expect(modes.map((mode) => speedKmh(defaultSpeeds, mode, road('path', 'ground')))).toEqual([
      null,
      10,
      4.8,
    ]);
  });

  it('takes an unknown surface as gravel on tertiary roads and below, as paved above', () => {
    expect(knownSurface(defaultSpeeds, road('secondary', 'unknown'))).toBe('paved');
    expect(knownSurface(defaultSpeeds, road('tertiary', 'unknown'))).toBe('gravel');
    expect(knownSurface({ ...defaultSpeeds, unknownIsPaved: [] }, road('secondary', 'unknown'))).toBe(
      'gravel',
    );
  });

  it.each([
    ['trunk', 'paved', false, 100, 90],
    ['primary', 'paved', true, 70, 63],
    ['tertiary', 'gravel', false, 80, 0.9 * 0.85 * 80],
    ['secondary', 'gravel', false, 90, 65],
    ['residential', 'paved', true, 50, 30],
    ['residential', 'paved', true, 20, 18],
    ['unclassified', 'gravel', false, 90, 52],
    ['service', 'paved', false, 10, 9],
    ['tertiary', 'cobblestone', false, 90, 30],
    ['motorway', 'horrible', false, 120, 6],
  ] as const)(
    'a car on %s, %s, built-up %s, signed %d does %d km/h',
    (highway, surface, isBuiltUp, sign, kmh) => {
      const signed = { highway, surface, isBuiltUp, maxSpeedKmh: sign };
      expect(speedKmh(defaultSpeeds, 'car', signed)).toBeCloseTo(kmh, 9);
      expect(speedKmh(defaultSpeeds, 'foot', signed)).toBe(highway === 'motorway' ? null : 4.8);
    },
  );

  it('is never raised by a lower limit or a rougher surface', () => {
    const anyRoad = fc.record({
      highway: fc.constantFrom(...highwayClasses),
      surface: fc.constantFrom(...roadSurfaces),
      isBuiltUp: fc.boolean(),
      maxSpeedKmh: fc.integer({ min: 1, max: 140 }),
    });
    fc.assert(
      fc.property(anyRoad, fc.nat(100), (road, less) => {
        const kmh = openSpeedKmh(defaultSpeeds, 'car', road);
        const lower = { ...road, maxSpeedKmh: Math.max(1, road.maxSpeedKmh - less) };
        expect(openSpeedKmh(defaultSpeeds, 'car', lower)).toBeLessThanOrEqual(kmh);
        expect(kmh).toBeLessThanOrEqual(defaultSpeeds.carSurfaceCap[road.surface] ?? Infinity);
        expect(kmh).toBeLessThanOrEqual(road.maxSpeedKmh);
      }),
    );
  });

  it('is positive where a mode may go, and no faster in a built-up area', () => {
    const anyRoad = fc.record({
      highway: fc.constantFrom(...highwayClasses),
      surface: fc.constantFrom<Surface>('paved', 'gravel', 'ground', 'unknown'),
      isBuiltUp: fc.boolean(),
    });
    fc.assert(
      fc.property(anyRoad, fc.constantFrom(...modes), (any, mode) => {
        const kmh = speedKmh(defaultSpeeds, mode, { ...any, isBuiltUp: false });
        const inTown = speedKmh(defaultSpeeds, mode, { ...any, isBuiltUp: true });
        expect(kmh === null).toBe(inTown === null);
        if (kmh === null || inTown === null) return;
        expect(inTown).toBeGreaterThan(0);
        expect(inTown).toBeLessThanOrEqual(kmh);
      }),
    );
  });
});
