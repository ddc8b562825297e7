import fc from 'fast-check';
import { accessLevel, roadSurfaces, type StreetColumns, type TurnRestriction } from '#core/roads/columns.ts';
import { highwayClasses, modes } from '#core/roads/street.ts';

/** An edge by its rows, before it becomes columns. */
interface Edge {
  readonly from: number;
  readonly to: number;
  readonly decimetres: number;
  readonly highway: number;
  readonly surface: number;
  readonly flags: number;
  readonly maxSpeedKmh: number;
  readonly access: number;
  readonly fixedSeconds: number;
}

export interface Rows {
  readonly spots: readonly (readonly [number, number])[];
  readonly kinds: readonly number[];
  readonly edges: readonly Edge[];
  readonly restrictions: readonly TurnRestriction[];
}

const level = fc.constantFrom(
  ...[
    accessLevel.open,
    accessLevel.open,
    accessLevel.open,
    accessLevel.ends,
    accessLevel.ends,
    accessLevel.closed,
  ],
);

/** Twelve bits: levels by mode forwards, then backwards; half of the edges are alike both ways. */
const anyAccess = fc
  .record({
    forward: fc.tuple(level, level, level),
    backward: fc.tuple(level, level, level),
    both: fc.boolean(),
  })
  .map(({ forward, backward, both }) =>
    [...forward, ...(both ? forward : backward)].reduce<number>(
      (bits, each, i) => bits | (each << (2 * i)),
      0,
    ),
  );

export const anyEdge = (nodeCount: number): fc.Arbitrary<Edge> =>
  fc.record({
    from: fc.nat(nodeCount - 1),
    to: fc.nat(nodeCount - 1),
    decimetres: fc.constantFrom(1, 4000, 8000, 10_000, 33_333),
    highway: fc.constantFrom(...highwayClasses.keys()),
    surface: fc.constantFrom(...roadSurfaces.keys()),
    flags: fc.nat(255),
    maxSpeedKmh: fc.constantFrom(0, 0, 30, 90),
    access: anyAccess,
    fixedSeconds: fc.constantFrom(0, 0, 0, 600),
  });

const anyModes: fc.Arbitrary<TurnRestriction['modes']> = fc.constantFrom(
  ['car'] as const,
  ['car', 'bicycle'] as const,
  modes,
);

/** Numbers by which a restriction is chosen among those that the edges allow. */
const anyTurn = fc.record({
  kind: fc.constantFrom('no', 'only'),
  modes: anyModes,
  picks: fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
  viaCount: fc.constantFrom(0, 0, 0, 1, 1, 2),
});

/** Any network, or one with many restrictions on few streets, all of them open, so that they overlap. */
export const anyRows = (kind: 'any' | 'overlapping' = 'any'): fc.Arbitrary<Rows> => {
  const [maxNodes, maxEdges, maxTurns] = kind === 'any' ? [6, 8, 5] : [3, 5, 12];
  return fc.integer({ min: 1, max: maxNodes }).chain((nodeCount) =>
    fc
      .record({
        spots: fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: nodeCount, maxLength: nodeCount }),
        kinds: fc.array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: nodeCount, maxLength: nodeCount }),
        edges: fc.array(anyEdge(nodeCount), { minLength: 1, maxLength: maxEdges }),
        turns: fc.array(anyTurn, { maxLength: maxTurns }),
      })
      .map(({ turns, edges, ...rows }) => ({
        ...rows,
        edges: kind === 'any' ? edges : edges.map((edge) => ({ ...edge, access: openToAll })),
        restrictions: turns.map((turn) => toTurn(edges, turn)),
      })),
  );
};

/** Levels `open` for all modes both ways. */
export const openToAll = 0b101010101010;

/** A restriction over edges that hang together, of any shape: back along the same edge, over loops. */
function toTurn(
  edges: readonly Edge[],
  {
    kind,
    modes: bound,
    picks,
    viaCount,
  }: { kind: string; modes: TurnRestriction['modes']; picks: number[]; viaCount: number },
): TurnRestriction {
  const [first = 0, side = 0, ...rest] = picks;
  const fromEdge = first % edges.length;
  const viaNode = (side % 2 === 0 ? edges[fromEdge]?.to : edges[fromEdge]?.from) ?? 0;
  let node = viaNode;
  const chain = rest.slice(0, viaCount + 1).map((pick) => {
    const around = edges.flatMap(({ from, to }, edge) => (from === node || to === node ? [edge] : []));
    const edge = around[pick % around.length] ?? 0;
    const { from = 0, to = 0 } = edges[edge] ?? {};
    node = from === node ? to : from;
    return edge;
  });
  return {
    kind: kind === 'only' ? 'only' : 'no',
    fromEdge,
    viaNode,
    viaEdges: chain.slice(0, -1),
    toEdge: chain.at(-1) ?? 0,
    modes: bound,
  };
}

export function toColumns({ spots, kinds, edges, restrictions }: Rows): StreetColumns {
  const numbers = (key: keyof Edge) => edges.map((edge) => edge[key]);
  const place = (node: number) =>
    spots[node]?.map((unit, axis) => 230_000_000 * (1 - axis) + 570_000_000 * axis + 5000 * unit) ?? [];
  return {
    nodeLonLat: Int32Array.from(spots.flatMap((_, node) => place(node))),
    nodeKind: Uint8Array.from(kinds),
    edgeFrom: Int32Array.from(numbers('from')),
    edgeTo: Int32Array.from(numbers('to')),
    edgeDecimetres: Int32Array.from(numbers('decimetres')),
    edgeHighway: Uint8Array.from(numbers('highway')),
    edgeSurface: Uint8Array.from(numbers('surface')),
    edgeFlags: Uint16Array.from(numbers('flags')),
    edgeMaxSpeedKmh: Uint8Array.from(numbers('maxSpeedKmh')),
    edgeAccess: Uint16Array.from(numbers('access')),
    edgeFixedSeconds: Int32Array.from(numbers('fixedSeconds')),
    edgeRef: Int32Array.from(edges.map((_, edge) => edge % 3)),
    edgeName: new Int32Array(edges.length),
    strings: ['', 'A1', 'V1101'],
    lineOffset: Int32Array.from({ length: edges.length + 1 }, (_, edge) => 2 * edge),
    linePoints: Int32Array.from(edges.flatMap(({ from, to }) => [...place(from), ...place(to)])),
    restrictions,
  };
}
