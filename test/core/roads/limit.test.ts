import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '#core/roads/graph.ts';
import { createSearch, unreachable } from '#core/roads/reach.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import { modes } from '#core/roads/street.ts';
import { anyNetwork } from '../../toytown/random.ts';
import { anyRows, toColumns } from './random-columns.ts';
import { townOf } from './town.ts';

const anyTask = fc.record({
  seeds: fc.array(fc.tuple(fc.nat(), fc.nat(3_000_000)), { maxLength: 3 }),
  limitMs: fc.oneof(fc.nat(4_000_000), fc.constant(unreachable - 1)),
});

describe('a limited search', () => {
  it('is the full search within the limit, and nothing beyond, search after search', () => {
    const anyGraph = fc.oneof(
      anyNetwork(30).map((town) => townOf(town).graph),
      anyRows().map((rows) => buildGraph(toColumns(rows), defaultSpeeds, 3059)),
    );
    fc.assert(
      fc.property(
        anyGraph,
        fc.constantFrom(...modes),
        fc.array(anyTask, { maxLength: 6 }),
        (graph, mode, tasks) => {
          const arcs = graph.modes[mode].in;
          const search = createSearch(arcs);
          for (const { seeds, limitMs } of tasks) {
            const from = seeds.map(([pick, milliseconds]) => ({
              node: pick % (arcs.offset.length - 1),
              milliseconds,
              decimetres: 7,
            }));
            const full = createSearch(arcs)(from);
            const limited = search(from, limitMs);
            const within = Array.from(full.milliseconds, (ms) => ms <= limitMs);
            expect([...limited.milliseconds]).toEqual(
              within.map((isWithin, node) => (isWithin ? full.milliseconds[node] : unreachable)),
            );
            expect([...limited.decimetres]).toEqual(
              within.map((isWithin, node) => (isWithin ? full.decimetres[node] : unreachable)),
            );
            const reached = [...within.keys()].filter((node) => within[node]);
            expect([...limited.nodes].sort((a, b) => a - b)).toEqual(reached);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
