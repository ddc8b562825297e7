import { toLks92 } from '../place/lks92.ts';
import { type Fault, Problem } from '../problem.ts';
import { type Arcs, buildArcs, type EdgeEnds, sharedInt32 } from './arcs.ts';
import { largestComponent } from './components.ts';
import { hilbertIndex } from './hilbert.ts';
import { type SpeedModel, speedKmh } from './speed.ts';
import { type Mode, modes, type StreetEdge, type StreetNetwork, type StreetNode } from './street.ts';

/** The streets as one mode can use them. Costs of an edge are -1 where it may not be passed that way. */
interface ModeGraph {
  /** Arcs leaving a node. */
  readonly out: Arcs;
  /** The reversed graph: arcs arriving at a node. */
  readonly in: Arcs;
  readonly forwardMs: Int32Array;
  readonly backwardMs: Int32Array;
  /** 1 for nodes of the largest strongly connected component. */
  readonly isMain: Uint8Array;
}

/**
 * A street network in flat arrays, the same for any order of its rows: nodes are numbered along a
 * Hilbert curve, edges by id. All arrays lie in shared memory, so that a worker reads them uncopied.
 */
export interface StreetGraph {
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly nodeId: Int32Array;
  readonly edgeId: Int32Array;
  readonly edgeFrom: Int32Array;
  readonly edgeTo: Int32Array;
  readonly edgeDecimetres: Int32Array;
  readonly modes: Readonly<Record<Mode, ModeGraph>>;
}

/** Throws `bad-import` when an edge has an end that is no node, or no positive length. */
export function buildGraph(network: StreetNetwork, speeds: SpeedModel): StreetGraph {
  const nodes = inHilbertOrder(network.nodes);
  const edges = byId(network.edges);
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  checkEdges(edges, indexOf);
  const end = (id: number) => indexOf.get(id) ?? -1;
  const edgeFrom = sharedInt32(edges.map((edge) => end(edge.from)));
  const edgeTo = sharedInt32(edges.map((edge) => end(edge.to)));
  const edgeDecimetres = sharedInt32(edges.map((edge) => Math.max(1, Math.round(edge.lengthMetres * 10))));
  const ends = { nodeCount: nodes.length, edgeFrom, edgeTo, edgeDecimetres };
  const forMode = (mode: Mode) => buildMode(mode, edges, speeds, ends);
  return {
    nodeCount: nodes.length,
    edgeCount: edges.length,
    nodeId: sharedInt32(nodes.map((node) => node.id)),
    edgeId: sharedInt32(edges.map((edge) => edge.id)),
    edgeFrom,
    edgeTo,
    edgeDecimetres,
    modes: Object.fromEntries(modes.map((mode) => [mode, forMode(mode)])) as Record<Mode, ModeGraph>,
  };
}

/** Street edges in the order the graph numbers them. */
export const byId = (edges: readonly StreetEdge[]) => edges.toSorted((a, b) => a.id - b.id);

function inHilbertOrder(nodes: readonly StreetNode[]): StreetNode[] {
  const placed = nodes.map((node) => ({ node, at: toLks92(node.lonLat) }));
  let west = Infinity;
  let south = Infinity;
  let extent = 1;
  for (const { at } of placed) {
    west = Math.min(west, at.east);
    south = Math.min(south, at.north);
  }
  for (const { at } of placed) extent = Math.max(extent, at.east - west, at.north - south);
  return placed
    .map(({ node, at }) => ({
      node,
      rank: hilbertIndex((at.east - west) / extent, (at.north - south) / extent),
    }))
    .sort((a, b) => a.rank - b.rank || a.node.id - b.node.id)
    .map(({ node }) => node);
}

function checkEdges(edges: readonly StreetEdge[], indexOf: ReadonlyMap<number, number>): void {
  const faults: Fault[] = [];
  edges.forEach((edge, index) => {
    for (const field of ['from', 'to'] as const) {
      if (!indexOf.has(edge[field])) {
        faults.push({
          field: `edges/${edge.id}/${field}`,
          fault: 'unknown-reference',
          value: `${edge[field]}`,
        });
      }
    }
    if (!(edge.lengthMetres > 0 && edge.lengthMetres < 1e6)) {
      const value = `${edge.lengthMetres}`;
      faults.push({
        field: `edges/${edge.id}/lengthMetres`,
        fault: 'out-of-range',
        value,
        expected: '0-1000000',
      });
    }
    if (edges[index - 1]?.id === edge.id) {
      faults.push({ field: `edges/${edge.id}`, fault: 'duplicate', value: `${edge.id}` });
    }
  });
  if (faults.length > 0) throw new Problem('bad-import', { faults: faults.slice(0, 100) });
}

function buildMode(mode: Mode, edges: readonly StreetEdge[], speeds: SpeedModel, ends: EdgeEnds): ModeGraph {
  const forwardMs = sharedInt32(edges.map((edge) => edgeMilliseconds(edge, speedKmh(speeds, mode, edge))));
  // A one-way sign binds wheels, not walkers.
  const backwardMs = sharedInt32(
    edges.map((edge, index) => (edge.oneway && mode !== 'foot' ? -1 : (forwardMs[index] ?? -1))),
  );
  const out = buildArcs(ends, forwardMs, backwardMs);
  return {
    out,
    in: buildArcs(ends, backwardMs, forwardMs),
    forwardMs,
    backwardMs,
    isMain: largestComponent(out, ends.nodeCount),
  };
}

/** At least 1 ms, so that no journey is free and the search always moves on. */
const edgeMilliseconds = (edge: StreetEdge, kmh: number | null) =>
  kmh === null || kmh <= 0 ? -1 : Math.max(1, Math.round((edge.lengthMetres * 3600) / kmh));
