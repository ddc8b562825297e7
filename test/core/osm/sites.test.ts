import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Bbox } from '#core/place/units.ts';
import { collectSites } from '#core/roads/osm/sites.ts';
import type { TagList } from '#core/roads/osm/string-table.ts';
import { type Content, openBytes, type WriteOptions, writeOsm } from './writer.ts';

const isLibrary = (tags: TagList) => tags.get('amenity') === 'library';
const library = { amenity: 'library', name: 'Bibliotēka' };

const sitesOf = async (content: Content, options: WriteOptions = {}, bounds: Bbox | null = null) => {
  const { sites, withoutPosition } = await collectSites(
    await openBytes(writeOsm(content, options)),
    isLibrary,
    bounds,
  );
  return { sites: sites.map(({ tags, ...site }) => ({ ...site, name: tags.get('name') })), withoutPosition };
};

/** Corners of a rectangle, as nodes from `first` on. */
const corners = (first: number, [west, south, east, north]: Bbox) =>
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ].map(([lon = 0, lat = 0], i) => ({ id: first + i, lon, lat }));

const ring = (first: number) => [first, first + 1, first + 2, first + 3, first];

describe.each([true, false])('sites of a file (sorted: %s)', (isSorted) => {
  it('are nodes where they stand', async () => {
    const nodes = [
      { id: 1, lon: 23.1, lat: 57, tags: library },
      { id: 2, lon: 23.2, lat: 57, tags: { amenity: 'pub', name: 'Krogs' } },
      { id: 3, lon: 23.3, lat: 57 },
    ];
    expect((await sitesOf({ nodes }, { isSorted })).sites).toEqual([
      { type: 'node', id: 1, lonLat: [23.1, 57], radiusMetres: 0, name: 'Bibliotēka' },
    ]);
  });

  it('are areas by the centre of gravity of their outline', async () => {
    const nodes = [
      ...corners(1, [23, 57, 23.002, 57.001]),
      // An L: three squares of a thousandth; its middle is (5/6, 5/6) of one from the corner.
      ...[
        [23, 56],
        [23.002, 56],
        [23.002, 56.001],
        [23.001, 56.001],
        [23.001, 56.002],
        [23, 56.002],
      ].map(([lon = 0, lat = 0], i) => ({ id: 11 + i, lon, lat })),
    ];
    const ways = [
      { id: 5, refs: ring(1), tags: library },
      { id: 6, refs: [11, 12, 13, 14, 15, 16, 11], tags: library },
      { id: 7, refs: [1, 2], tags: { highway: 'service' } },
    ];
    const { sites } = await sitesOf({ nodes, ways }, { isSorted });
    expect(sites.map(({ type, id, lonLat }) => [type, id, lonLat])).toEqual([
      ['way', 5, [23.001, 57.0005]],
      ['way', 6, [23.0008333, 56.0008333]],
    ]);
    // Half a diagonal: 60.6 m east by cos 57 and 55.6 m north.
    expect(sites[0]?.radiusMetres).toBe(82);
  });

  it('are relations by their largest outline, from ways of any direction and without their holes', async () => {
    const nodes = [
      ...corners(1, [23, 57, 23.004, 57.002]),
      ...corners(11, [23.0001, 57.0001, 23.001, 57.001]),
    ];
    const ways = [
      { id: 5, refs: [1, 2, 3] },
      { id: 6, refs: [1, 4, 3] },
      { id: 7, refs: ring(11) },
    ];
    const members = [
      ['way', 5, 'outer'],
      ['way', 6, 'outer'],
      ['way', 7, 'inner'],
    ] as const;
    const relations = [{ id: 9, tags: { type: 'multipolygon', ...library }, members }];
    const { sites, withoutPosition } = await sitesOf({ nodes, ways, relations }, { isSorted });
    expect(sites).toMatchObject([{ type: 'relation', id: 9, lonLat: [23.002, 57.001] }]);
    expect(withoutPosition).toEqual([]);
  });

  it('take what is known of an outline that an extract has cut, and tell of those without any node', async () => {
    const nodes = [
      { id: 1, lon: 23, lat: 57 },
      { id: 2, lon: 23.002, lat: 57 },
    ];
    const ways = [
      { id: 5, refs: [1, 2, 98, 99, 1], tags: library },
      { id: 6, refs: [96, 97], tags: library },
    ];
    const relations = [
      { id: 9, tags: { type: 'multipolygon', ...library }, members: [['way', 77, 'outer']] as const },
    ];
    const { sites, withoutPosition } = await sitesOf({ nodes, ways, relations }, { isSorted });
    expect(sites.map(({ id }) => id)).toEqual([5]);
    expect(withoutPosition).toEqual([
      { type: 'relation', id: 9 },
      { type: 'way', id: 6 },
    ]);
  });

  it('lie within the bounds', async () => {
    const nodes = [
      { id: 1, lon: 23.1, lat: 57, tags: library },
      { id: 2, lon: 25.1, lat: 57, tags: library },
    ];
    const { sites } = await sitesOf({ nodes }, { isSorted }, [22, 56, 24, 58]);
    expect(sites.map(({ id }) => id)).toEqual([1]);
  });
});

const realFile = '../shared/real/porto-alegre/poa_osm.pbf';

describe(
  existsSync(realFile) ? 'a real extract' : `a real extract (skipped: ${realFile} is not here)`,
  () => {
    it.skipIf(!existsSync(realFile))('of Porto Alegre holds one market, as mapped', async () => {
      const file = await openBytes(readFileSync(realFile));
      const isMarket = (tags: TagList) => tags.get('amenity') === 'marketplace';
      const { sites } = await collectSites(file, isMarket, null);
      expect(sites.map(({ id, lonLat, tags }) => [id, lonLat, tags.get('name')])).toEqual([
        [2_165_260_154, [-51.2262116, -30.0381072], 'Mercadão da Praia de Belas'],
      ]);
    });
  },
);
