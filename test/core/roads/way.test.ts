import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromLks92 } from '#core/place/lks92.ts';
import type { LonLat } from '#core/place/units.ts';
import { journey, seedsTo, travelMatrix } from '#core/roads/journey.ts';
import { createSearch, unreachable } from '#core/roads/reach.ts';
import { buildSnapIndex, snap } from '#core/roads/snap.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import { type Mode, modes, type StreetNetwork } from '#core/roads/street.ts';
import { cutLine, findWay } from '#core/roads/way.ts';
import { anyNetwork } from '../../toytown/random.ts';
import { at, network } from '../../toytown/toytown.ts';
import { townOf } from './town.ts';

function travel(town: StreetNetwork, mode: Mode, from: LonLat, to: LonLat) {
  const { graph } = townOf(town);
  const index = buildSnapIndex(graph);
  const origin = snap(index, from, mode);
  const destination = snap(index, to, mode);
  if (!origin || !destination) return null;
  const reach = createSearch(graph.modes[mode].in)(seedsTo(graph, mode, destination));
  const way = findWay(graph, mode, origin, destination, reach);
  return { graph, origin, destination, way, cost: journey(graph, mode, origin, destination, reach) };
}

const minutes = (mode: Mode, from: LonLat, to: LonLat) =>
  (travel(network, mode, from, to)?.way?.milliseconds ?? Number.NaN) / 60_000;

describe('journeys between places along the streets of toytown', () => {
  it('goes part of the first and of the last street', () => {
    // A quarter block to (0,0), a block to (0,1), half a block on: 1.75 blocks of 3 minutes.
    expect(minutes('car', at(0.25, 0), at(0.5, 1))).toBeCloseTo(5.25, 3);
  });

  it('stays on the street when both ends are on it, in either direction', () => {
    expect(minutes('car', at(0.25, 0), at(0.75, 0))).toBeCloseTo(1.5, 3);
    expect(minutes('foot', at(0.75, 0), at(0.25, 0))).toBeCloseTo(12.5, 3);
    expect(minutes('car', at(0.5, 0), at(0.5, 0))).toBe(0);
  });

  it('goes round the block against a one-way street', () => {
    const edges = network.edges.map((edge) => (edge.id === 0 ? { ...edge, oneway: true } : edge));
    const against = travel({ nodes: network.nodes, edges }, 'car', at(0.75, 0), at(0.25, 0));
    // A quarter block on to (1,0), three sides of the block, a quarter block: 3.5 blocks.
    expect((against?.way?.milliseconds ?? 0) / 60_000).toBeCloseTo(10.5, 3);
    const walking = travel({ nodes: network.nodes, edges }, 'foot', at(0.75, 0), at(0.25, 0));
    expect((walking?.way?.milliseconds ?? 0) / 60_000).toBeCloseTo(12.5, 3);
  });

  it('adds the walk to the street at both ends', () => {
    // 14.375 minutes of walking from the field, three minutes of driving.
    expect(minutes('car', at(0, -0.5), at(1, 0))).toBeCloseTo(17.375, 3);
  });
});

describe('laws of ways on networks of any shape', () => {
  const metres = fc.integer({ min: 0, max: 10_000 });
  const spot = fc.tuple(metres, metres).map(([x, y]) => fromLks92({ east: 400_000 + x, north: 300_000 + y }));

  it('is as long as its stretches and its walks at both ends, and hangs together', () => {
    fc.assert(
      fc.property(anyNetwork(), fc.constantFrom(...modes), spot, spot, (town, mode, from, to) => {
        const found = travel(town, mode, from, to);
        if (!found) return;
        const { way, cost, origin, destination, graph } = found;
        expect(way, 'the largest component joins everything that snaps').not.toBeNull();
        const sum = (key: 'milliseconds' | 'decimetres') =>
          (way?.stretches ?? []).reduce((total, stretch) => total + stretch[key], 0);
        expect(way?.milliseconds).toBe(cost?.milliseconds);
        expect(sum('milliseconds') + origin.offRoadMs + destination.offRoadMs).toBe(cost?.milliseconds);
        expect(sum('decimetres') + origin.offRoadDecimetres + destination.offRoadDecimetres).toBe(
          cost?.decimetres,
        );
        const ends = (way?.stretches ?? []).flatMap(({ edge, from: start, to: end }) =>
          [start, end].map((fraction) =>
            fraction === 0
              ? `node ${graph.edgeFrom[edge]}`
              : fraction === 1
                ? `node ${graph.edgeTo[edge]}`
                : `${edge} at ${fraction}`,
          ),
        );
        for (let i = 1; i + 1 < ends.length; i += 2) expect(ends[i]).toBe(ends[i + 1]);
      }),
      { numRuns: 400 },
    );
  });

  it('is the same in the matrix as one by one, and blank for what does not snap', () => {
    fc.assert(
      fc.property(
        anyNetwork(),
        fc.constantFrom(...modes),
        fc.array(spot, { maxLength: 4 }),
        (town, mode, spots) => {
          const { graph } = townOf(town);
          const index = buildSnapIndex(graph);
          const snaps = spots.map((lonLat) => snap(index, lonLat, mode));
          const matrix = travelMatrix(graph, mode, snaps, snaps);
          spots.forEach((to, row) => {
            spots.forEach((from, column) => {
              const one = travel(town, mode, from, to)?.cost?.milliseconds ?? unreachable;
              expect(matrix.milliseconds[row * spots.length + column]).toBe(one);
            });
          });
        },
      ),
    );
  });

  it('never makes a slower walker faster', () => {
    fc.assert(
      fc.property(
        anyNetwork(),
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        spot,
        spot,
        (town, factor, from, to) => {
          const { graph } = townOf(town);
          const slower = townOf(town, { ...defaultSpeeds, foot: defaultSpeeds.foot * factor }).graph;
          const cost = [graph, slower].map((each) => {
            const index = buildSnapIndex(each);
            const snaps = [snap(index, from, 'foot'), snap(index, to, 'foot')];
            return travelMatrix(each, 'foot', snaps.slice(0, 1), snaps.slice(1)).milliseconds[0] ?? 0;
          });
          expect(cost[1]).toBeGreaterThanOrEqual(cost[0] ?? Infinity);
        },
      ),
    );
  });
});

describe('cutting a line', () => {
  const line: LonLat[] = [
    [23, 57],
    [23, 57.1],
    [23, 57.4],
  ];
  it('keeps the bends between the two fractions, in the direction of travel', () => {
    const expectLine = (found: LonLat[], lats: number[]) => {
      expect(found.map(([lon]) => lon)).toEqual(lats.map(() => 23));
      found.forEach(([, lat], i) => {
        expect(lat).toBeCloseTo(lats[i] ?? 0, 9);
      });
    };
    expectLine(cutLine(line, 0.125, 0.625), [57.05, 57.1, 57.25]);
    expectLine(cutLine(line, 0.625, 0.125), [57.25, 57.1, 57.05]);
    expectLine(cutLine(line, 0.5, 0.75), [57.2, 57.3]);
  });
});
