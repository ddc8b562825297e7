import type { TurnRestriction } from '../columns.ts';
import type { OsmExtract } from './extract.ts';
import type { Network } from './network.ts';
import { createFinder } from './node-table.ts';
import type { IgnoredReason, RawRestriction } from './restriction.ts';

/** Edges of ways, without those that stand for barriers. */
interface WayEdges {
  /** In the direction of the way. */
  of(wayId: number): readonly number[];
}

function indexEdges({ roads }: OsmExtract, network: Network, wanted: ReadonlySet<number>): WayEdges {
  const byWay = new Map<number, number[]>();
  for (let edge = 0; edge < network.edgeCount; edge += 1) {
    const way = roads.ids[network.edgeWay[edge] ?? 0] ?? 0;
    if (!wanted.has(way) || network.barriers.has(edge)) continue;
    const edges = byWay.get(way);
    if (edges === undefined) byWay.set(way, [edge]);
    else edges.push(edge);
  }
  return { of: (id) => byWay.get(id) ?? [] };
}

const isOneOf = (network: Network, edge: number, node: number): boolean =>
  network.edgeFrom[edge] === node || network.edgeTo[edge] === node;

const otherEnd = (network: Network, edge: number, node: number): number =>
  (network.edgeFrom[edge] === node ? network.edgeTo[edge] : network.edgeFrom[edge]) ?? -1;

/** Directions in which any wheel may go. */
type MayGo = (edge: number, isForward: boolean) => boolean;

/** Edges of a way by which one can come to a node, or go from it. */
const touching = (
  network: Network,
  mayGo: MayGo,
  edges: readonly number[],
  node: number,
  isArriving: boolean,
) =>
  edges.filter((edge) => {
    if (!isOneOf(network, edge, node)) return false;
    const endsThere = network.edgeTo[edge] === node;
    return mayGo(edge, endsThere === isArriving);
  });

/** The chain of edges from one node to another along via ways; null where they do not join. */
function findChain(
  network: Network,
  edges: readonly number[],
  from: number,
  to: number,
): readonly number[] | null {
  const chain: number[] = [];
  let node = from;
  while (node !== to) {
    const next = edges.find((edge) => isOneOf(network, edge, node) && !chain.includes(edge));
    if (next === undefined || chain.length > 60) return null;
    chain.push(next);
    node = otherEnd(network, next, node);
  }
  return chain.length === 0 ? null : chain;
}

const endsOf = (network: Network, edges: readonly number[]): ReadonlySet<number> =>
  new Set(edges.flatMap((edge) => [network.edgeFrom[edge] ?? -1, network.edgeTo[edge] ?? -1]));

interface Via {
  readonly begin: number;
  readonly end: number;
  readonly edges: readonly number[];
}

/** Where the turn begins and ends: one node, or the ends of a chain of edges between the two ways. */
function findVia(
  extract: OsmExtract,
  network: Network,
  ways: WayEdges,
  { viaNode, viaWays }: RawRestriction,
  from: readonly number[],
  to: readonly number[],
): Via | null {
  if (viaNode !== null) {
    const index = createFinder(extract.nodes)(viaNode);
    const node = index < 0 ? -1 : (network.nodeOf[index] ?? -1);
    return node < 0 ? null : { begin: node, end: node, edges: [] };
  }
  const via = viaWays.flatMap((way) => ways.of(way));
  const ends = endsOf(network, via);
  for (const begin of endsOf(network, from).intersection(ends)) {
    for (const end of endsOf(network, to).intersection(ends)) {
      const edges = begin === end ? null : findChain(network, via, begin, end);
      if (edges !== null) return { begin, end, edges };
    }
  }
  return null;
}

function resolveOne(
  extract: OsmExtract,
  network: Network,
  ways: WayEdges,
  mayGo: MayGo,
  raw: RawRestriction,
): TurnRestriction[] | IgnoredReason {
  const all = [...raw.from, ...raw.to, ...raw.viaWays];
  if (all.some((way) => ways.of(way).length === 0)) return 'way-not-read';
  const [from, to] = [raw.from.flatMap((way) => ways.of(way)), raw.to.flatMap((way) => ways.of(way))];
  const via = findVia(extract, network, ways, raw, from, to);
  if (via === null) return 'not-connected';
  const arriving = touching(network, mayGo, from, via.begin, true);
  const leaving = touching(network, mayGo, to, via.end, false);
  if (arriving.length === 0 || leaving.length === 0) return 'not-connected';
  // A way that goes on beyond the junction: which of its two sides is meant is not said.
  if (arriving.length > raw.from.length || leaving.length > raw.to.length) return 'ambiguous';
  const { kind, modes } = raw;
  return arriving.flatMap((fromEdge) =>
    leaving.map((toEdge) => ({ kind, fromEdge, viaNode: via.begin, viaEdges: via.edges, toEdge, modes })),
  );
}

export interface Turns {
  readonly restrictions: readonly TurnRestriction[];
  /** Relations kept; one may give several restrictions. */
  readonly kept: number;
  readonly ignored: Readonly<Partial<Record<IgnoredReason, number>>>;
}

/** Says the turn restrictions of an extract in edges and nodes of its network. */
export function resolveTurns(extract: OsmExtract, network: Network, mayGo: MayGo): Turns {
  const named = extract.restrictions.flatMap(({ from, to, viaWays }) => [...from, ...to, ...viaWays]);
  const ways = indexEdges(extract, network, new Set(named));
  const ignored: Partial<Record<IgnoredReason, number>> = { ...extract.counts.restrictionsIgnored };
  const restrictions: TurnRestriction[] = [];
  let kept = 0;
  for (const raw of extract.restrictions) {
    const found = resolveOne(extract, network, ways, mayGo, raw);
    if (typeof found === 'string') {
      ignored[found] = (ignored[found] ?? 0) + 1;
      continue;
    }
    kept += 1;
    restrictions.push(...found);
  }
  return { restrictions, kept, ignored };
}
