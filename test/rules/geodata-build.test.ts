import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromLks92 } from '#core/place/lks92.ts';
import type { LonLat } from '#core/place/units.ts';
import { unitGeometry, voronoiCells } from '../../geodata/build/boundaries.ts';
import { builtUpTowns } from '../../geodata/build/built-up.ts';
import { dissolve, signedArea } from '../../geodata/build/dissolve.ts';
import { largestRemainder } from '../../geodata/build/largest-remainder.ts';
import { between } from '../../geodata/build/markdown.ts';
import { areaAndCentroid, nearestOnSegment } from '../../geodata/build/plane.ts';
import type { Seed } from '../../geodata/build/seeds.ts';
import { shapeOf } from '../../geodata/build/shape.ts';
import { buildStreets, detourFactor } from '../../geodata/build/streets.ts';
import { townRing } from '../../geodata/build/town-ring.ts';

const square = (x: number, y: number): LonLat[] => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y + 1],
  [x, y],
];

describe('largest remainders', () => {
  it('add up to the total and move no amount by a whole person', () => {
    const total = fc.integer({ min: 0, max: 20_000 });
    const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), {
      minLength: 1,
      maxLength: 50,
    });
    fc.assert(
      fc.property(weights, total, (parts, people) => {
        const sum = parts.reduce((a, b) => a + b, 0);
        const amounts = parts.map((part) => (part / sum) * people);
        const whole = largestRemainder(amounts, people);
        expect(whole.reduce((a, b) => a + b, 0)).toBe(people);
        whole.forEach((count, index) => {
          expect(Math.abs(count - (amounts[index] ?? 0))).toBeLessThan(1.001);
        });
      }),
    );
  });

  it('refuse amounts that cannot add up', () => {
    expect(() => largestRemainder([1, 1], 5)).toThrow();
    expect(() => largestRemainder([4, 4], 5)).toThrow();
  });
});

describe('dissolving cells', () => {
  it('leaves the outline and the hole of a ring of eight squares', () => {
    const cells = [0, 1, 2].flatMap((x) =>
      [0, 1, 2].flatMap((y) => (x === 1 && y === 1 ? [] : [square(x, y)])),
    );
    const areas = dissolve(cells).map((ring) => signedArea(ring) / 2);
    expect(areas.sort((a, b) => a - b)).toEqual([-1, 9]);
  });

  it('keeps squares that touch in a corner apart', () => {
    const rings = dissolve([square(0, 0), square(1, 1)]);
    expect(rings.map((ring) => signedArea(ring) / 2)).toEqual([1, 1]);
    expect(rings.every((ring) => ring.length === 5)).toBe(true);
  });
});

describe('a town ring', () => {
  it('gives the town its official area when nothing is near', () => {
    const centre = { east: 450_000, north: 310_000 };
    const pairs = townRing(centre, 13.43);
    const seeds: Seed[] = pairs.flatMap(({ inside, outside }): Seed[] => [
      { unit: 'town', role: 'town', at: inside },
      { unit: 'land', role: 'town', at: outside },
    ]);
    const geometry = unitGeometry(voronoiCells(seeds), ['town']);
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    const { area, centroid } = areaAndCentroid(rings);
    expect(area / 1e6).toBeCloseTo(13.43, 2);
    expect(centroid.east).toBeCloseTo(centre.east, -1);
    expect(shapeOf(seeds).units.get('town')?.area).toBeCloseTo(area / 1e6, 3);
  });
});

describe('built-up stretches', () => {
  type Town = Parameters<typeof builtUpTowns>[0][number];
  const plane = (east: number, north: number) => fromLks92({ east: 450_000 + east, north: 310_000 + north });
  const corners = [plane(-1000, -1000), plane(1000, -1000), plane(1000, 1000), plane(-1000, 1000)];
  const ring = [...corners, plane(-1000, -1000)].map((corner) => [...corner]);
  const town: Town = { kind: 'town', geometry: { type: 'Polygon', coordinates: [ring] } };
  const road = {
    highway: 'trunk',
    surface: 'paved',
    ref: 'A10',
    name: null,
    source: 'a map',
    confidence: 'high',
  } as const;
  const plan = {
    roads: [{ ...road, name: 'West-East', from: 'West', to: 'East' }],
    places: new Map([
      ['West', plane(-3000, 0)],
      ['East', plane(3000, 0)],
    ]),
    warnings: [],
  };
  const farm = { name: 'Farm', lonLat: plane(500, 3000) };
  const build = (towns: readonly Town[]) => buildStreets(plan, [farm], builtUpTowns(towns));

  it('begin and end at the border of the town, on roads and on links', () => {
    const { nodes, edges } = build([town, { kind: 'parish', geometry: null }]);
    expect(nodes.map(({ id }) => id)).toEqual(nodes.map((_, index) => index));
    const pieces = edges.map(({ role, lengthMetres, isBuiltUp }) => [
      role,
      Math.round(lengthMetres / detourFactor),
      isBuiltUp,
    ]);
    expect(pieces).toEqual([
      ['road', 2000, false],
      ['road', 1500, true],
      ['road', 500, true],
      ['road', 2000, false],
      ['link', 2000, false],
      ['link', 1000, true],
    ]);
    edges.slice(0, 4).forEach(({ from, to }, index, all) => {
      expect(to).toBe(all[index + 1]?.from ?? nodes.find(({ name }) => name === 'East')?.id);
      expect(from).not.toBe(to);
    });
  });

  it('change neither where links join nor how long anything is', () => {
    const metres = (network: ReturnType<typeof build>) =>
      network.edges.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0);
    const [without, within] = [build([]), build([town])];
    expect(within.nodes.slice(0, without.nodes.length)).toEqual(without.nodes);
    expect(within.nodes.length - without.nodes.length).toBe(3);
    expect(metres(within)).toBeCloseTo(metres(without), 0);
    expect(without.edges.every(({ isBuiltUp }) => !isBuiltUp)).toBe(true);
  });
});

describe('helpers', () => {
  it('find the nearest point of a segment, its ends included', () => {
    const [a, b] = [
      { east: 0, north: 0 },
      { east: 10, north: 0 },
    ];
    expect(nearestOnSegment({ east: 4, north: 3 }, a, b)).toEqual({ distance: 3, share: 0.4 });
    expect(nearestOnSegment({ east: -3, north: 4 }, a, b)).toEqual({ distance: 5, share: 0 });
    expect(nearestOnSegment({ east: 3, north: 4 }, a, a).distance).toBe(5);
  });

  it('write between markers and nowhere else', () => {
    const document = 'a\n<!-- x: begin -->old<!-- x: end -->\nb';
    expect(between(document, 'x', ['new'])).toBe('a\n<!-- x: begin -->\n\nnew\n\n<!-- x: end -->\nb');
    expect(() => between(document, 'y', [])).toThrow();
  });
});
