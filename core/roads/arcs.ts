/**
 * Arcs of one mode in one direction, as compressed sparse rows: those of node n are numbered from
 * `offset[n]` up to (not including) `offset[n + 1]`.
 */
export interface Arcs {
  readonly offset: Int32Array;
  /**
   * Three numbers an arc, next to each other because a search reads them together: the node at the other
   * end, milliseconds, decimetres. Arc a stands at `arcStride * a`.
   */
  readonly hops: Int32Array;
  /** Index of the street edge the arc runs along. */
  readonly edge: Int32Array;
}

export const arcStride = 3;

export interface EdgeEnds {
  readonly nodeCount: number;
  readonly edgeFrom: Int32Array;
  readonly edgeTo: Int32Array;
  readonly edgeDecimetres: Int32Array;
}

/** A copy of the numbers in memory that threads can share. */
export function sharedInt32(values: ArrayLike<number>): Int32Array {
  const array = new Int32Array(new SharedArrayBuffer(values.length * 4));
  array.set(values);
  return array;
}

/**
 * Counting sort of the passable directions by the node they start from; within a node by edge.
 * `thereMs` is the cost of an edge from its first to its second end, `backMs` the other way, -1 where
 * closed. With the two exchanged the result is the reversed graph.
 */
export function buildArcs(ends: EdgeEnds, thereMs: Int32Array, backMs: Int32Array): Arcs {
  const offset = sharedInt32(new Int32Array(ends.nodeCount + 1));
  eachArc(ends, thereMs, backMs, (start) => {
    offset[start + 1] = (offset[start + 1] ?? 0) + 1;
  });
  for (let node = 0; node < ends.nodeCount; node += 1) {
    offset[node + 1] = (offset[node + 1] ?? 0) + (offset[node] ?? 0);
  }
  const count = offset[ends.nodeCount] ?? 0;
  const hops = sharedInt32(new Int32Array(arcStride * count));
  const arcs: Arcs = { offset, hops, edge: sharedInt32(new Int32Array(count)) };
  const filled = Int32Array.from(offset);
  eachArc(ends, thereMs, backMs, (start, node, edge, ms) => {
    const slot = filled[start] ?? 0;
    filled[start] = slot + 1;
    hops.set([node, ms, ends.edgeDecimetres[edge] ?? 0], arcStride * slot);
    arcs.edge[slot] = edge;
  });
  return arcs;
}

function eachArc(
  ends: EdgeEnds,
  thereMs: Int32Array,
  backMs: Int32Array,
  visit: (start: number, node: number, edge: number, ms: number) => void,
): void {
  for (let edge = 0; edge < thereMs.length; edge += 1) {
    const from = ends.edgeFrom[edge] ?? 0;
    const to = ends.edgeTo[edge] ?? 0;
    const there = thereMs[edge] ?? -1;
    const back = backMs[edge] ?? -1;
    if (there >= 0) visit(from, to, edge, there);
    if (back >= 0) visit(to, from, edge, back);
  }
}
