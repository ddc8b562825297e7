import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectionOf } from '#core/place/projection.ts';
import type { LonLat } from '#core/place/units.ts';
import { lineOf } from '#core/roads/attributes.ts';
import { buildGraph } from '#core/roads/graph.ts';
import { columnsOf } from '#core/roads/network.ts';
import { buildSnapIndex, snap } from '#core/roads/snap.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import type { StreetEdge, StreetNetwork } from '#core/roads/street.ts';
import { anyNetwork } from '../../toytown/random.ts';
import { at, network } from '../../toytown/toytown.ts';
import { townOf } from './town.ts';

const indexOf = (streets: StreetNetwork) => {
  const { graph, edgeIds } = townOf(streets);
  return { index: buildSnapIndex(graph), edgeIds };
};
const { index: toytown, edgeIds } = indexOf(network);

describe('snapping to the streets', () => {
  it('finds the nearest street and the place along it', () => {
    const found = snap(toytown, at(0.25, 0.01), 'car');
    expect(edgeIds[found?.edge ?? -1], 'street from (0,0) to (1,0)').toBe(0);
    expect(found?.fraction).toBeCloseTo(0.25, 6);
    expect(found?.straightMetres).toBeCloseTo(20, 3);
  });

  it('keeps the part off the road: 1 km straight is 1,150 m and 14.375 minutes of walking', () => {
    const found = snap(toytown, at(0, -0.5), 'car');
    expect(found?.straightMetres).toBeCloseTo(1000, 3);
    expect(found?.offRoadDecimetres).toBe(11_500);
    expect(found?.offRoadMs).toBe(14.375 * 60_000);
  });

  it('is blank beyond 3 km, and takes a place at 3 km less a metre', () => {
    expect(snap(toytown, at(0, -2.5), 'foot')).toBeNull();
    expect(snap(toytown, at(0, -2999 / 2000), 'foot')?.straightMetres).toBeCloseTo(2999, 3);
    expect(snap(toytown, at(0, -3001 / 2000), 'foot')).toBeNull();
  });

  it('is blank for a position that is no number, and where there are no streets', () => {
    expect(snap(toytown, [Number.NaN, 57], 'car')).toBeNull();
    expect(snap(indexOf({ nodes: network.nodes, edges: [] }).index, at(0, 0), 'car')).toBeNull();
  });

  it('passes over streets that the mode may not use or cannot leave', () => {
    const path: StreetEdge = { ...firstEdge(), id: 900, highway: 'path', line: [at(0, -0.2), at(1, -0.2)] };
    const island: StreetEdge = {
      ...firstEdge(),
      id: 901,
      from: 100,
      to: 101,
      line: [at(0, -0.3), at(1, -0.3)],
    };
    const town = {
      nodes: [
        ...network.nodes,
        { id: 100, lonLat: at(0, -0.3), name: null },
        { id: 101, lonLat: at(1, -0.3), name: null },
      ],
      edges: [...network.edges, path, island],
    };
    const { index, edgeIds: ids } = indexOf(town);
    const nearest = (mode: 'car' | 'foot') => ids[snap(index, at(0.5, -0.29), mode)?.edge ?? -1];
    expect(nearest('car')).toBe(0);
    expect(nearest('foot')).toBe(900);
  });

  it('finds the diagonal street behind the nearer box', () => {
    const diagonal: StreetEdge = { ...firstEdge(), id: 902, from: 0, to: 6, line: [at(0, 0), at(1, 1)] };
    const { index, edgeIds: ids } = indexOf({
      nodes: network.nodes,
      edges: [...network.edges, diagonal],
    });
    const found = snap(index, at(0.6, 0.1), 'car');
    expect(ids[found?.edge ?? -1]).toBe(0);
    expect(found?.straightMetres).toBeCloseTo(200, 3);
  });

  it.each([
    { plane: 'LKS-92', crs: 3059, west: 400_000, south: 300_000 },
    { plane: 'UTM 22 south', crs: 32722, west: 480_000, south: 6_670_000 },
  ])('agrees with looking at every street in $plane', ({ crs, west, south }) => {
    const projection = projectionOf(crs);
    const metres = fc.integer({ min: -1000, max: 11_000 });
    const bent = fc.array(fc.tuple(metres, metres), { maxLength: 3 });
    fc.assert(
      fc.property(anyNetwork(), fc.array(bent, { maxLength: 6 }), metres, metres, (town, bends, x, y) => {
        const moved = moveTo(town, bends, ([east, north]) =>
          projection.fromPlane({ east: west + east, north: south + north }),
        );
        const index = buildSnapIndex(buildGraph(columnsOf(moved), defaultSpeeds, crs));
        const { graph } = index;
        const distances = [...graph.edgeFrom.keys()].flatMap((edge) => {
          if (((graph.usable[edge] ?? 0) & 1) === 0) return [];
          const line = lineOf(graph, edge).map(projection.toPlane);
          return line.slice(1).map((end, i) => pointToSegment(west + x, south + y, line[i] ?? end, end));
        });
        const truth = Math.min(Infinity, ...distances);
        const found = snap(index, projection.fromPlane({ east: west + x, north: south + y }), 'car');
        if (truth > 3000.05) expect(found).toBeNull();
        else if (truth < 2999.95)
          expect(Math.abs((found?.straightMetres ?? NaN) - truth)).toBeLessThan(0.051);
      }),
    );
  });
});

/** The network at another place: its junctions 500 m apart, and some of its streets bent. */
function moveTo(
  town: StreetNetwork,
  bends: readonly (readonly (readonly [number, number])[])[],
  toLonLat: (metres: readonly [number, number]) => LonLat,
): StreetNetwork {
  const lks92 = projectionOf(3059);
  const nodes = town.nodes.map((node) => {
    const { east, north } = lks92.toPlane(node.lonLat);
    return { ...node, lonLat: toLonLat([east - 400_000, north - 300_000]) };
  });
  const place = (id: number) => nodes.find((node) => node.id === id)?.lonLat ?? [0, 0];
  const edges = town.edges.map((edge, i) => ({
    ...edge,
    line: [place(edge.from), ...(bends[i] ?? []).map(toLonLat), place(edge.to)],
  }));
  return { nodes, edges };
}

function firstEdge(): StreetEdge {
  const [edge] = network.edges;
  if (!edge) throw new Error('toytown has no streets');
  return edge;
}

interface Point {
  readonly east: number;
  readonly north: number;
}

/** By trying many points of the segment, then closing in. */
function pointToSegment(east: number, north: number, start: Point, end: Point): number {
  const distance = (share: number) =>
    Math.hypot(
      start.east + share * (end.east - start.east) - east,
      start.north + share * (end.north - start.north) - north,
    );
  let low = 0;
  let high = 1;
  for (let step = 0; step < 200; step += 1) {
    const third = (high - low) / 3;
    if (distance(low + third) < distance(high - third)) high -= third;
    else low += third;
  }
  return distance(low);
}
