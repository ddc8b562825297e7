import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StreetColumns } from '#core/roads/columns.ts';
import { buildGraph, type StreetGraph } from '#core/roads/graph.ts';
import { journey, journeyCost, seedsFrom, seedsTo } from '#core/roads/journey.ts';
import { graphOrder, inverse } from '#core/roads/order.ts';
import { createSearch } from '#core/roads/reach.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import { type Mode, modes } from '#core/roads/street.ts';
import { findWay } from '#core/roads/way.ts';
import { bruteForce, type Place } from './brute-force.ts';
import { anyEdge, anyRows, openToAll, type Rows, toColumns } from './random-columns.ts';

const anyPlace = fc.tuple(fc.nat(), fc.constantFrom(0, 0.25, 0.5, 1));
const anyMode = fc.constantFrom(...modes);

const built = (columns: StreetColumns) => buildGraph(columns, defaultSpeeds, 3059);
const placeOn = (edgeCount: number, [pick, fraction]: readonly [number, number]): Place => ({
  edge: pick % edgeCount,
  fraction,
});
const snapAt = ({ edge, fraction }: Place) => ({
  edge,
  fraction,
  straightMetres: 0,
  offRoadMs: 0,
  offRoadDecimetres: 0,
});

/** The journey found from the destination, from the origin, and its stretches. */
function travel(graph: StreetGraph, mode: Mode, from: Place, to: Place) {
  const [origin, destination] = [snapAt(from), snapAt(to)];
  const backwards = createSearch(graph.modes[mode].in)(seedsTo(graph, mode, destination));
  const forwards = createSearch(graph.modes[mode].out)(seedsFrom(graph, mode, origin));
  return {
    cost: journey(graph, mode, origin, destination, backwards),
    costForwards: journeyCost(graph, mode, origin, destination, forwards),
    way: findWay(graph, mode, origin, destination, backwards),
  };
}

/** Milliseconds by row of the columns, so that graphs of different rows can be compared. */
function msByRow(columns: StreetColumns, mode: Mode, from: Place, to: Place): number {
  const edges = inverse(graphOrder(columns).edges);
  const place = ({ edge, fraction }: Place) => ({ edge: edges[edge] ?? 0, fraction });
  return travel(built(columns), mode, place(from), place(to)).cost?.milliseconds ?? Infinity;
}

describe('turn restrictions and ends-only streets', () => {
  it.each(['any', 'overlapping'] as const)(
    'equal every path tried edge by edge, from both sides, time and length: %s',
    (kind) => {
      fc.assert(
        fc.property(anyRows(kind), anyMode, anyPlace, anyPlace, (rows, mode, first, second) => {
          const graph = built(toColumns(rows));
          const [from, to] = [placeOn(graph.edgeCount, first), placeOn(graph.edgeCount, second)];
          const truth = bruteForce(graph, mode, graph.modes[mode], from, to);
          const { cost, costForwards, way } = travel(graph, mode, from, to);
          expect(cost && [cost.milliseconds, cost.decimetres]).toEqual(truth);
          expect(costForwards && [costForwards.milliseconds, costForwards.decimetres]).toEqual(truth);
          const sum = (way?.stretches ?? []).reduce((ms, stretch) => ms + stretch.milliseconds, 0);
          expect(way ? sum : undefined).toEqual(truth?.[0]);
        }),
        { numRuns: 400 },
      );
    },
  );

  it('are usable where a journey can come from and go to the main network', () => {
    fc.assert(
      fc.property(anyRows(), anyMode, (rows, mode) => {
        const graph = built(toColumns(rows));
        const bit = 1 << modes.indexOf(mode);
        const usable = [...graph.usable.keys()].filter((edge) => ((graph.usable[edge] ?? 0) & bit) !== 0);
        for (const edge of usable) {
          for (const other of usable) {
            const found = travel(graph, mode, { edge, fraction: 0.5 }, { edge: other, fraction: 0.5 });
            expect(found.cost, `from ${edge} to ${other}`).not.toBeNull();
          }
        }
      }),
    );
  });

  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(
        anyRows(),
        anyMode,
        anyPlace,
        anyPlace,
        fc.infiniteStream(fc.nat()),
        (rows, mode, a, b, random) => {
          const shuffled = shuffle(rows, () => random.next().value ?? 0);
          const places = [a, b].map((place) => placeOn(rows.edges.length, place));
          const [from, to] = places;
          if (!from || !to) return;
          const moved = ({ edge, fraction }: Place) => ({ edge: shuffled.edgeRows[edge] ?? 0, fraction });
          const ms = msByRow(toColumns(rows), mode, from, to);
          expect(msByRow(toColumns(shuffled.rows), mode, moved(from), moved(to))).toBe(ms);
        },
      ),
    );
  });

  it('never lengthen a journey when an open road is added', () => {
    fc.assert(
      fc.property(anyRows(), anyMode, anyPlace, anyPlace, fc.nat(), (rows, mode, a, b, pick) => {
        const [from, to] = [placeOn(rows.edges.length, a), placeOn(rows.edges.length, b)];
        const [extra] = fc.sample(anyEdge(rows.spots.length), { numRuns: 1, seed: pick });
        if (!extra) return;
        const more = { ...rows, edges: [...rows.edges, { ...extra, access: openToAll }] };
        const before = msByRow(toColumns(rows), mode, from, to);
        expect(msByRow(toColumns(more), mode, from, to)).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('never shorten a journey, unless another way on is allowed', () => {
    fc.assert(
      fc.property(anyRows(), anyMode, anyPlace, anyPlace, (rows, mode, a, b) => {
        const [from, to] = [placeOn(rows.edges.length, a), placeOn(rows.edges.length, b)];
        const [extra, ...rest] = rows.restrictions;
        if (!extra) return;
        const isSecondWayOn = rest.some(
          ({ kind, fromEdge }) => kind === 'only' && extra.kind === 'only' && fromEdge === extra.fromEdge,
        );
        if (isSecondWayOn) return;
        const without = msByRow(toColumns({ ...rows, restrictions: rest }), mode, from, to);
        expect(msByRow(toColumns(rows), mode, from, to)).toBeGreaterThanOrEqual(without);
      }),
      { numRuns: 200 },
    );
  });
});

/** Nodes and edges in another order; where each edge went. */
function shuffle(rows: Rows, random: () => number): { rows: Rows; edgeRows: readonly number[] } {
  const permutation = (length: number) => {
    const keys = Array.from({ length }, (_, i) => [random(), i] as const);
    return keys.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, i]) => i);
  };
  const [nodes, edges] = [permutation(rows.spots.length), permutation(rows.edges.length)];
  const nodeRows = nodes.map((_, node) => nodes.indexOf(node));
  const edgeRows = edges.map((_, edge) => edges.indexOf(edge));
  const at = <T>(list: readonly T[], row: number): T => {
    const found = list[row];
    if (found === undefined) throw new Error(`no row ${row}`);
    return found;
  };
  return {
    edgeRows,
    rows: {
      spots: nodes.map((node) => at(rows.spots, node)),
      kinds: nodes.map((node) => at(rows.kinds, node)),
      edges: edges.map((edge) => {
        const { from, to, ...rest } = at(rows.edges, edge);
        return { ...rest, from: at(nodeRows, from), to: at(nodeRows, to) };
      }),
      restrictions: rows.restrictions
        .map((turn) => ({
          ...turn,
          fromEdge: at(edgeRows, turn.fromEdge),
          toEdge: at(edgeRows, turn.toEdge),
          viaNode: at(nodeRows, turn.viaNode),
          viaEdges: turn.viaEdges.map((edge) => at(edgeRows, edge)),
        }))
        .toReversed(),
    },
  };
}
