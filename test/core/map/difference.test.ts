import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { type DifferenceMapInput, differenceScene } from '#core/map/difference.ts';
import { toSvg } from '#core/map/svg.ts';
import type { ChangedShape, Difference } from '#core/place/difference.ts';

const square = (west: number, south: number, size: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});
const point = (lon: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lon, lat] });
const line = (...coordinates: [number, number][]): Geometry => ({ type: 'LineString', coordinates });

const difference = (more: Partial<Difference> = {}): Difference => ({
  ...{ dataset: 'venues', same: 1234, added: 0, changed: 0, gone: 0, examples: [] },
  ...more,
});

const input = (
  shapes: readonly ChangedShape[],
  more: Partial<DifferenceMapInput> = {},
): DifferenceMapInput => ({
  dataset: 'Norises vietas',
  drawn: { difference: difference(), shapes, limit: 3000 },
  borders: [square(23, 56.9, 0.4)],
  bounds: [22.5, 56.6, 23.8, 57.5],
  crs: 3059,
  language: 'lv',
  ...more,
});

const shapesOf = (given: DifferenceMapInput, group: string) =>
  differenceScene(given).groups.find(({ id }) => id === group)?.shapes ?? [];

describe('points of a difference', () => {
  const given = input([
    { change: 'added', before: null, after: point(23.1, 57) },
    { change: 'gone', before: point(23.2, 57), after: null },
    { change: 'changed', before: point(23.1, 57.1), after: point(23.3, 57.1) },
    { change: 'changed', before: point(23.1, 57.2), after: point(23.1, 57.2) },
  ]);

  it('have a form of their own each: a dot, a cross, a ring', () => {
    expect(shapesOf(given, 'added').map(({ shape }) => shape)).toEqual(['area']);
    const [cross] = shapesOf(given, 'gone');
    expect(cross?.shape === 'line' && cross.lines).toHaveLength(2);
    expect(cross).not.toHaveProperty('isClosed');
  });

  it('that moved show where from; those that stayed do not', () => {
    const changed = shapesOf(given, 'changed');
    expect(changed.map((shape) => shape.shape === 'line' && shape.isClosed === true)).toEqual([
      false,
      true,
      true,
    ]);
    const [way] = changed;
    if (way?.shape !== 'line') throw new Error('no way');
    const [[from, to] = []] = way.lines;
    // 0.2 degrees of longitude at 57.1 N are 12.1 km; to the east is to the right.
    expect((to?.[0] ?? 0) - (from?.[0] ?? 0)).toBeGreaterThan(100);
    expect(way.dash).toBeDefined();
  });

  it('outside the map are counted and not drawn', () => {
    const far = input([{ change: 'added', before: null, after: point(27, 57) }]);
    expect(shapesOf(far, 'added')).toEqual([]);
    expect(toSvg(differenceScene(far))).toContain('ārpus zīmējuma: 1');
    expect(toSvg(differenceScene(given))).not.toContain('ārpus zīmējuma');
  });
});

describe('areas and lines of a difference', () => {
  it('are outlines: solid where they are new, dashed where they are gone, both where they changed', () => {
    const given = input([
      { change: 'added', before: null, after: square(23.05, 57, 0.1) },
      { change: 'gone', before: square(23.05, 57.1, 0.1), after: null },
      { change: 'changed', before: square(23.2, 57, 0.1), after: square(23.2, 57, 0.12) },
    ]);
    const dashes = (group: string) =>
      shapesOf(given, group).map((shape) => shape.shape === 'line' && shape.dash !== undefined);
    expect(dashes('added')).toEqual([false]);
    expect(dashes('gone')).toEqual([true]);
    expect(dashes('changed')).toEqual([true, false]);
  });

  it('are cut at the edge of the map', () => {
    const given = input([{ change: 'added', before: null, after: line([23.2, 57], [30, 57]) }]);
    const scene = differenceScene(given);
    const [road] = shapesOf(given, 'added');
    if (road?.shape !== 'line') throw new Error('no road');
    const right = Math.max(...road.lines.flat().map(([x]) => x));
    expect(right).toBeCloseTo(scene.width - 8, 1);
  });
});

describe('the legend of a difference', () => {
  it.each([
    ['lv', 'jauns: 12', 'bez izmaiņām (nav zīmēts): 1234'],
    ['en', 'new: 12', 'the same (not drawn): 1,234'],
  ] as const)('counts every row in the language of the reader: %s', (language, added, same) => {
    const drawn = { difference: difference({ added: 12, gone: 5000 }), shapes: [], limit: 3000 };
    const svg = toSvg(differenceScene(input([], { drawn, language }))).replaceAll('\u00a0', ' ');
    expect(svg).toContain(added);
    expect(svg).toContain(same);
    expect(svg).toContain(language === 'lv' ? 'ne vairāk kā 3000' : 'at most 3,000');
    expect(svg).toContain(`lang="${language}"`);
  });

  it('needs no border: the region is shown instead', () => {
    const given = input([{ change: 'added', before: null, after: point(23.1, 57) }], { borders: [] });
    expect(shapesOf(given, 'added')).toHaveLength(1);
    expect(shapesOf(given, 'borders')).toEqual([]);
  });
});
