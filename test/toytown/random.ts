import fc from 'fast-check';
import { fromLks92 } from '#core/place/lks92.ts';
import { highwayClasses, type StreetEdge, type StreetNetwork } from '#core/roads/street.ts';

const surfaces = ['paved', 'gravel', 'ground', 'unknown'] as const;

/** Small networks of any shape: one-way streets, parallel edges, loops, islands, stretches of equal cost. */
export const anyNetwork = (maxNodes = 12): fc.Arbitrary<StreetNetwork> =>
  fc.integer({ min: 1, max: maxNodes }).chain((count) =>
    fc
      .record({
        spots: fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), {
          minLength: count,
          maxLength: count,
        }),
        edges: fc.array(anyEdge(count), { maxLength: count * 3 }),
      })
      .map(({ spots, edges }) => toNetwork(spots, edges)),
  );

const anyEdge = (count: number) =>
  fc.record({
    from: fc.nat(count - 1),
    to: fc.nat(count - 1),
    lengthMetres: fc.constantFrom(1, 500, 1000, 1500, 2000, 33_333.3),
    highway: fc.constantFrom(...highwayClasses),
    surface: fc.constantFrom(...surfaces),
    isBuiltUp: fc.boolean(),
    oneway: fc.boolean(),
  });

function toNetwork(
  spots: readonly (readonly [number, number])[],
  edges: readonly Pick<
    StreetEdge,
    'from' | 'to' | 'lengthMetres' | 'highway' | 'surface' | 'isBuiltUp' | 'oneway'
  >[],
): StreetNetwork {
  const nodes = spots.map(([x, y], id) => ({
    id,
    lonLat: fromLks92({ east: 400_000 + x * 500, north: 300_000 + y * 500 }),
    name: null,
  }));
  const lonLat = (id: number) => nodes[id]?.lonLat ?? ([0, 0] as const);
  return {
    nodes,
    edges: edges.map((edge, id) => ({
      ...edge,
      id,
      source: 'random',
      confidence: 'made up',
      isModel: true,
      ref: null,
      name: null,
      role: 'road' as const,
      line: [lonLat(edge.from), lonLat(edge.to)],
    })),
  };
}
