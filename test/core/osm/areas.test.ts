import { describe, expect, it } from 'vitest';
import { findSea } from '#core/roads/osm/coast.ts';
import { drawAreas } from '#core/roads/osm/drawn-areas.ts';
import { drawLines } from '#core/roads/osm/drawn-lines.ts';
import { drawPlaces } from '#core/roads/osm/drawn-places.ts';
import { isInRing, joinLines, signedArea } from '#core/roads/osm/rings.ts';
import { defaultOsmSettings } from '#core/roads/osm/settings.ts';
import { simplifyLine, simplifyRing } from '#core/roads/osm/simplify.ts';
import { type Content, type Node, read, row, type Way } from './writer.ts';

const street: Way = { id: 1, refs: [1, 2], tags: { highway: 'residential' } };

/** Corners of a square counter-clockwise, ids from `first` on; sides in thousandths of a degree. */
const square = (first: number, lon: number, lat: number, side: number): Node[] =>
  [
    [0, 0],
    [side, 0],
    [side, side],
    [0, side],
  ].map(([dx = 0, dy = 0], i) => ({ id: first + i, lon: lon + dx / 1000, lat: lat + dy / 1000 }));

const ring = (first: number) => [first, first + 1, first + 2, first + 3, first];

const streetsWith = ({ nodes = [], ways = [], relations = [] }: Content) =>
  read({ nodes: [...row(2), ...nodes], ways: [street, ...ways], relations });

const areasOf = async (content: Content) => (await streetsWith(content)).areas;

describe('areas', () => {
  it('takes closed ways of the kinds that are drawn', async () => {
    const kinds: [Way['tags'], string][] = [
      [{ natural: 'water' }, 'lake'],
      [{ waterway: 'riverbank' }, 'lake'],
      [{ landuse: 'reservoir' }, 'lake'],
      [{ natural: 'wood' }, 'wood'],
      [{ landuse: 'forest' }, 'wood'],
      [{ landuse: 'residential' }, 'built-up'],
      [{ landuse: 'industrial' }, 'built-up'],
    ];
    for (const [tags, kind] of kinds) {
      const ways = [{ id: 2, refs: ring(10), tags: tags ?? {} }];
      const { areas } = await areasOf({ nodes: square(10, 23, 57, 10), ways });
      expect(areas.map((area) => area.kind)).toEqual([kind]);
    }
    const open = [{ id: 2, refs: [10, 11, 12], tags: { natural: 'wood' } }];
    expect((await areasOf({ nodes: square(10, 23, 57, 10), ways: open })).areas).toEqual([]);
    const meadow = [{ id: 2, refs: ring(10), tags: { landuse: 'meadow' } }];
    expect((await areasOf({ nodes: square(10, 23, 57, 10), ways: meadow })).areas).toEqual([]);
  });

  it('assembles a relation from pieces of its outline, with its hole and an island in the hole', async () => {
    const nodes = [
      ...square(10, 23, 57, 10),
      ...square(20, 23.002, 57.002, 6),
      ...square(30, 23.004, 57.004, 2),
    ];
    const ways = [
      { id: 2, refs: [10, 11, 12] },
      { id: 3, refs: [10, 13, 12] },
      { id: 4, refs: ring(20) },
      { id: 5, refs: ring(30) },
    ];
    const members = [2, 3, 4, 5].map((id) => ['way', id, ''] as const);
    const relations = [{ id: 7, tags: { type: 'multipolygon', natural: 'water' }, members }];
    const { areas, unclosed } = await areasOf({ nodes, ways, relations });
    expect(unclosed).toBe(0);
    expect(areas.map(({ id, rings }) => [id, rings.length])).toEqual([
      ['r7', 2],
      ['r7-2', 1],
    ]);
    const [lake, island] = areas;
    expect(lake?.squareMetres).toBeCloseTo(areaOf(10) - areaOf(6), -4);
    expect(island?.squareMetres).toBeCloseTo(areaOf(2), -3);
  });

  it('counts relations whose outline is not whole', async () => {
    const members = [['way', 2, 'outer'] as const, ['way', 99, 'outer'] as const];
    const relations = [{ id: 7, tags: { type: 'multipolygon', natural: 'wood' }, members }];
    const ways = [{ id: 2, refs: [10, 11, 12] }];
    const found = await areasOf({ nodes: square(10, 23, 57, 10), ways, relations });
    expect(found).toEqual({ areas: [], unclosed: 1 });
  });

  it('draws the largest, simplified and within the bounds, and says what it left out', async () => {
    const nodes = [
      ...square(10, 23, 57, 10),
      ...square(20, 23.1, 57, 5),
      ...square(30, 25, 57, 5),
      ...square(40, 23, 57.1, 0.1),
    ];
    const ways = [10, 20, 30, 40].map((first) => ({
      id: first,
      refs: ring(first),
      tags: { natural: 'wood' },
    }));
    const streets = await streetsWith({ nodes, ways });
    const drawn = drawAreas(streets, [22, 56, 24, 58], defaultOsmSettings);
    expect(drawn.rows.map(({ id }) => id)).toEqual(['w10', 'w20']);
    expect(drawn).toMatchObject({ leftOut: 1, isSeaWhole: true });
    expect(drawn.rows[0]?.geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [23, 57],
          [23.01, 57],
          [23.01, 57.01],
          [23, 57.01],
          [23, 57],
        ],
      ],
    });
    const one = drawAreas(streets, null, { ...defaultOsmSettings, mostAreas: 1 });
    expect(one.rows).toHaveLength(1);
    expect(one.leftOut).toBe(3);
  });
});

/** Square metres of a square of thousandths of a degree at 57 N. */
const areaOf = (side: number) => side * 60.77 * side * 111.35;

describe('rings', () => {
  it('measures area, sign and inside', () => {
    const points = square(1, 23, 57, 10).flatMap(({ lon, lat }) => [lon * 1e7, lat * 1e7]);
    const closed = [...points, points[0] ?? 0, points[1] ?? 0];
    expect(signedArea(closed) / areaOf(10)).toBeCloseTo(1, 2);
    expect(
      signedArea(
        [...closed].reverse().flatMap((_, i, all) => (i % 2 === 0 ? [all[i + 1] ?? 0, all[i] ?? 0] : [])),
      ),
    ).toBeLessThan(0);
    expect(isInRing(closed, 23.005e7, 57.005e7)).toBe(true);
    expect(isInRing(closed, 23.015e7, 57.005e7)).toBe(false);
  });

  it('joins lines whichever way they run, or only as they run', () => {
    const lines = [
      [1, 2],
      [3, 2],
      [3, 4, 1],
    ];
    expect(joinLines(lines)).toEqual({ closed: [[1, 2, 3, 4, 1]], open: [] });
    const directed = joinLines(
      [
        [2, 3],
        [1, 2],
        [3, 4],
      ],
      false,
    );
    expect(directed).toEqual({ closed: [], open: [[1, 2, 3, 4]] });
  });

  it('simplifies by distance and keeps ends and rings', () => {
    // 1e-5 degrees of latitude are 1.1 m.
    const line = [0, 0, 1000, 100, 2000, 0, 3000, 1000, 4000, 0];
    expect(simplifyLine(line, 5)).toEqual([0, 0, 2000, 0, 3000, 1000, 4000, 0]);
    expect(simplifyLine(line, 0)).toEqual(line);
    expect(simplifyRing([0, 0, 1000, 0, 1000, 1000, 0, 1000, 0, 0], 1)).toHaveLength(10);
    expect(simplifyRing([0, 0, 10, 0, 10, 10, 0, 10, 0, 0], 5)).toBeNull();
  });
});

describe('sea', () => {
  const box = [23, 57, 24, 58] as const;
  const coast = async (lines: readonly (readonly (readonly [number, number])[])[]) => {
    const nodes: Node[] = [];
    const ways = lines.map((line, w) => {
      const ids = new Map<string, number>();
      const refs = line.map(([lon, lat]) => {
        const known = ids.get(`${lon} ${lat}`);
        if (known !== undefined) return known;
        const id = 100 * (w + 1) + ids.size;
        ids.set(`${lon} ${lat}`, id);
        nodes.push({ id, lon, lat });
        return id;
      });
      return { id: 50 + w, refs, tags: { natural: 'coastline' } };
    });
    const { extract } = await streetsWith({ nodes, ways });
    const seas = findSea(extract, box);
    const isSea = (lon: number, lat: number) =>
      (seas ?? []).some(
        ({ rings }) => rings.filter((each) => isInRing(each, lon * 1e7, lat * 1e7)).length % 2 === 1,
      );
    return { seas, isSea };
  };

  it('lies to the right of the coast', async () => {
    // Runs west to east: land in the north, sea in the south.
    const { seas, isSea } = await coast([
      [
        [22.5, 57.5],
        [23.5, 57.4],
        [24.5, 57.5],
      ],
    ]);
    expect(seas).toHaveLength(1);
    expect(isSea(23.5, 57.2)).toBe(true);
    expect(isSea(23.5, 57.8)).toBe(false);
    const other = await coast([
      [
        [24.5, 57.5],
        [23.5, 57.4],
        [22.5, 57.5],
      ],
    ]);
    expect(other.isSea(23.5, 57.2)).toBe(false);
    expect(other.isSea(23.5, 57.8)).toBe(true);
  });

  it('goes around the corners of the box, between two coasts', async () => {
    const { isSea } = await coast([
      [
        [22.5, 57.8],
        [24.5, 57.8],
      ],
      [
        [24.5, 57.2],
        [22.5, 57.2],
      ],
    ]);
    expect(isSea(23.5, 57.5)).toBe(true);
    expect(isSea(23.5, 57.9)).toBe(false);
    expect(isSea(23.5, 57.1)).toBe(false);
  });

  it('leaves islands out, also those cut by the edge', async () => {
    const island = [
      [23.4, 57.4],
      [23.6, 57.4],
      [23.6, 57.6],
      [23.4, 57.6],
      [23.4, 57.4],
    ] as const;
    const { isSea } = await coast([island]);
    expect(isSea(23.5, 57.5)).toBe(false);
    expect(isSea(23.1, 57.1)).toBe(true);
    const half = await coast([
      [
        [23.8, 57.4],
        [24.2, 57.4],
        [24.2, 57.6],
        [23.8, 57.6],
        [23.8, 57.4],
      ],
    ]);
    expect(half.isSea(23.9, 57.5)).toBe(false);
    expect(half.isSea(23.5, 57.5)).toBe(true);
    expect(half.isSea(23.9, 57.9)).toBe(true);
  });

  it('is not guessed where there is no coast, or where it breaks off', async () => {
    expect((await coast([])).seas).toEqual([]);
    expect(
      (
        await coast([
          [
            [22.5, 57.5],
            [23.5, 57.4],
          ],
        ])
      ).seas,
    ).toBeNull();
  });
});

describe('roads and places to draw', () => {
  it('joins stretches of one road, ranks by class and place, and counts the rest', async () => {
    const named = (id: number, refs: number[], highway: string): Way => ({
      id,
      refs,
      tags: { highway, name: `N${highway}`, surface: 'asphalt' },
    });
    const nodes = [...row(7, 57, 100), ...row(3, 58, 200)];
    const ways = [
      named(2, [100, 101, 102], 'tertiary'),
      named(3, [104, 103, 102], 'tertiary'),
      named(4, [104, 105], 'residential'),
      named(5, [200, 201, 202], 'secondary'),
      { id: 6, refs: [105, 106], tags: { highway: 'footway' } },
    ];
    const streets = await streetsWith({ nodes, ways });
    const all = drawLines(streets, [22, 56.9, 24, 57.5], defaultOsmSettings);
    expect(all.rows.map(({ id, highway }) => [id, highway])).toEqual([
      [1, 'tertiary'],
      // Outside the region's bounds it ranks as a residential street, and is longer than these.
      [2, 'secondary'],
      [3, 'residential'],
      [4, 'residential'],
    ]);
    expect(all.rows[0]).toMatchObject({
      name: 'Ntertiary',
      ref: null,
      surface: 'paved',
      oneway: false,
      role: 'road',
      isModel: false,
      source: '© OpenStreetMap contributors',
    });
    // Four stretches of 60.8 m, their bends simplified away.
    expect(all.rows[0]?.lengthMetres).toBeCloseTo(243, 0);
    expect(all.rows[0]?.line).toHaveLength(2);
    const few = drawLines(streets, null, { ...defaultOsmSettings, mostLines: 2 });
    expect(few.rows.map(({ highway }) => highway)).toEqual(['secondary', 'tertiary']);
    expect(few.leftOut.lines).toBe(2);
    expect(few.leftOut.km).toBeCloseTo(0.12, 1);
  });

  it('takes named places within the bounds', async () => {
    const nodes = [
      { id: 50, lon: 23.1, lat: 57, tags: { place: 'village', name: 'Pūre', population: '1 100' } },
      { id: 51, lon: 23.2, lat: 57, tags: { place: 'hamlet', name: 'Dzirciems' } },
      { id: 52, lon: 23.3, lat: 57, tags: { place: 'farm', name: 'Kalni' } },
      { id: 53, lon: 23.4, lat: 57, tags: { place: 'town' } },
      { id: 54, lon: 29, lat: 57, tags: { place: 'town', name: 'Tāla' } },
    ];
    const { extract } = await streetsWith({ nodes });
    const places = drawPlaces(extract, [22, 56, 24, 58]);
    expect(places.map(({ id, nameLv, kind, position }) => [id, nameLv, kind, position])).toEqual([
      ['osm-n50', 'Pūre', 'village', [23.1, 57]],
      ['osm-n51', 'Dzirciems', 'hamlet', [23.2, 57]],
    ]);
    expect(places[0]?.population).toMatchObject({ people: 1100 });
    expect(places[1]?.population).toBeNull();
  });
});
