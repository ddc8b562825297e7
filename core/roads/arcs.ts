/**
 * Arcs of one mode in one direction, as compressed sparse rows: those of node n stand at
 * `offset[n]` up to (not including) `offset[n + 1]`.
 */
export interface Arcs {
  readonly offset: Int32Array;
  /** The node at the other end. */
  readonly node: Int32Array;
  /** Index of the street edge the arc runs along. */
  readonly edge: Int32Array;
  readonly milliseconds: Int32Array;
  readonly decimetres: Int32Array;
}

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
  const empty = () => sharedInt32(new Int32Array(offset[ends.nodeCount] ?? 0));
  const arcs: Arcs = { offset, node: empty(), edge: empty(), milliseconds: empty(), decimetres: empty() };
  const filled = Int32Array.from(offset);
  eachArc(ends, thereMs, backMs, (start, node, edge, ms) => {
    const slot = filled[start] ?? 0;
    filled[start] = slot + 1;
    arcs.node[slot] = node;
    arcs.edge[slot] = edge;
    arcs.milliseconds[slot] = ms;
    arcs.decimetres[slot] = ends.edgeDecimetres[edge] ?? 0;
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
