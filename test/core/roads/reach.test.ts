import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch, unreachable } from '#core/roads/reach.ts';
import { type Mode, modes, type StreetNetwork } from '#core/roads/street.ts';
import { anyNetwork } from '../../toytown/random.ts';
import { carMinutes, junction, network, size, slowMinutes } from '../../toytown/toytown.ts';
import { type Town, townOf } from './town.ts';

/** Minutes from every node to one, by node id. */
function minutesTo(streets: StreetNetwork, mode: Mode, id: number): Map<number, number> {
  const { graph, nodeOf, nodeIds } = townOf(streets);
  const search = createSearch(graph.modes[mode].in);
  const reach = search([{ node: nodeOf(id), milliseconds: 0, decimetres: 0 }]);
  return new Map(
    nodeIds.map((nodeId, node) => {
      const ms = reach.milliseconds[node] ?? unreachable;
      return [nodeId, ms === unreachable ? Infinity : ms / 60_000];
    }),
  );
}

describe('toytown, where the truth is arithmetic', () => {
  it('gives the minutes counted by hand between all junctions by every mode', () => {
    for (let to = 0; to < size * size; to += 1) {
      const destination = [to % size, Math.floor(to / size)] as const;
      for (const mode of modes) {
        for (const [from, found] of minutesTo(network, mode, to)) {
          const origin = [from % size, Math.floor(from / size)] as const;
          const truth =
            mode === 'car' ? carMinutes(origin, destination) : slowMinutes(mode, origin, destination);
          expect(found, `${mode} ${from} to ${to}`).toBe(truth);
        }
      }
    }
  });

  it('counts the metres of the fastest way, not of the shortest', () => {
    const { graph, nodeOf } = townOf(network);
    const search = createSearch(graph.modes.car.in);
    const reach = search([{ node: nodeOf(junction(0, 1)), milliseconds: 0, decimetres: 0 }]);
    // Four blocks straight would take 12 minutes; by the main road 6 blocks take 3 + 6 + 3.
    const node = nodeOf(junction(4, 1));
    expect(reach.milliseconds[node]).toBe(12 * 60_000);
    expect(reach.decimetres[node], 'of two equally fast ways the shorter').toBe(4 * 20_000);
  });
});

/** Plain Dijkstra over the rows themselves, pairs (time, length), no shared code with the search. */
function bruteForce(town: StreetNetwork, { graph, edgeOf }: Town, mode: Mode, to: number) {
  const labels = new Map<number, readonly [number, number]>([[to, [0, 0]]]);
  const less = (a: readonly [number, number], b: readonly [number, number]) =>
    a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const edge of town.edges) {
      const index = edgeOf(edge.id);
      const directions = [
        [edge.from, edge.to, graph.modes[mode].forwardMs[index]],
        [edge.to, edge.from, graph.modes[mode].backwardMs[index]],
      ] as const;
      for (const [start, end, ms = -1] of directions) {
        const rest = labels.get(end);
        if (ms < 0 || !rest) continue;
        const label = [rest[0] + ms, rest[1] + (graph.edgeDecimetres[index] ?? 0)] as const;
        const old = labels.get(start);
        if (!old || less(label, old)) {
          labels.set(start, label);
          changed = true;
        }
      }
    }
  }
  return labels;
}

describe('laws on networks of any shape', () => {
  it('agrees with brute force on every node, time and length', () => {
    fc.assert(
      fc.property(anyNetwork(), fc.constantFrom(...modes), fc.nat(), (town, mode, pick) => {
        const to = pick % town.nodes.length;
        const built = townOf(town);
        const { graph, nodeOf, nodeIds } = built;
        const truth = bruteForce(town, built, mode, to);
        const search = createSearch(graph.modes[mode].in);
        const seeds = [{ node: nodeOf(to), milliseconds: 0, decimetres: 0 }];
        search([{ node: 0, milliseconds: 5, decimetres: 5 }]);
        const reach = search(seeds);
        nodeIds.forEach((id, node) => {
          const [ms, dm] = truth.get(id) ?? [unreachable, unreachable];
          expect([reach.milliseconds[node], reach.decimetres[node]]).toEqual([ms, dm]);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with the best of single searches when there are several seeds far apart', () => {
    fc.assert(
      fc.property(
        anyNetwork(),
        fc.array(fc.tuple(fc.nat(), fc.nat(9_000_000)), { maxLength: 4 }),
        (town, picks) => {
          const { graph } = townOf(town);
          const search = createSearch(graph.modes.foot.in);
          const seeds = picks.map(([node, ms]) => ({
            node: node % graph.nodeCount,
            milliseconds: ms,
            decimetres: 0,
          }));
          const together = Int32Array.from(search(seeds).milliseconds);
          const best = new Int32Array(graph.nodeCount).fill(unreachable);
          for (const seed of seeds) {
            search([seed]).milliseconds.forEach((ms, node) => {
              best[node] = Math.min(best[node] ?? unreachable, ms);
            });
          }
          expect(together).toEqual(best);
        },
      ),
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(anyNetwork(), fc.constantFrom(...modes), fc.nat(), fc.nat(), (town, mode, pick, seed) => {
        const to = pick % town.nodes.length;
        const shuffled = { nodes: rotate(town.nodes, seed), edges: rotate(town.edges, seed).toReversed() };
        expect(minutesTo(shuffled, mode, to)).toEqual(minutesTo(town, mode, to));
        expect(townOf(shuffled).graph).toEqual(townOf(town).graph);
      }),
    );
  });

  it('never lengthens a journey by adding a road', () => {
    fc.assert(
      fc.property(anyNetwork(), fc.constantFrom(...modes), fc.nat(), fc.nat(), (town, mode, pick, drop) => {
        fc.pre(town.edges.length > 0);
        const to = pick % town.nodes.length;
        const fewer = { nodes: town.nodes, edges: town.edges.toSpliced(drop % town.edges.length, 1) };
        const all = minutesTo(town, mode, to);
        for (const [id, minutes] of minutesTo(fewer, mode, to)) {
          expect(all.get(id)).toBeLessThanOrEqual(minutes);
        }
      }),
    );
  });
});

const rotate = <T>(rows: readonly T[], by: number): T[] => {
  const cut = rows.length === 0 ? 0 : by % rows.length;
  return [...rows.slice(cut), ...rows.slice(0, cut)];
};
