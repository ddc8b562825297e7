import { type Fault, Problem } from '../problem.ts';
import { sharedRoom } from './arcs.ts';
import type { StreetColumns } from './columns.ts';
import { graphOrder, inverse } from './order.ts';

/**
 * The columns in the order of the graph, in memory that threads can share. Throws `bad-import` for an edge
 * with an end that is no node, or without length.
 */
export function arrange(columns: StreetColumns): StreetColumns {
  checkColumns(columns);
  const { nodes, edges } = graphOrder(columns);
  const nodeOf = inverse(nodes);
  const edgeOf = inverse(edges);
  const node = (row: number) => nodeOf[row] ?? 0;
  const edge = (row: number) => edgeOf[row] ?? 0;
  return {
    nodeLonLat: pairsInOrder(columns.nodeLonLat, nodes),
    nodeKind: bytesInOrder(columns.nodeKind, nodes),
    edgeFrom: inOrder(columns.edgeFrom, edges, node),
    edgeTo: inOrder(columns.edgeTo, edges, node),
    edgeDecimetres: inOrder(columns.edgeDecimetres, edges),
    edgeHighway: bytesInOrder(columns.edgeHighway, edges),
    edgeSurface: bytesInOrder(columns.edgeSurface, edges),
    edgeFlags: shortsInOrder(columns.edgeFlags, edges),
    edgeMaxSpeedKmh: bytesInOrder(columns.edgeMaxSpeedKmh, edges),
    edgeAccess: shortsInOrder(columns.edgeAccess, edges),
    edgeFixedSeconds: inOrder(columns.edgeFixedSeconds, edges),
    edgeRef: inOrder(columns.edgeRef, edges),
    edgeName: inOrder(columns.edgeName, edges),
    strings: columns.strings,
    ...linesInOrder(columns, edges),
    restrictions: columns.restrictions.map((turn) => ({
      ...turn,
      fromEdge: edge(turn.fromEdge),
      viaNode: node(turn.viaNode),
      viaEdges: turn.viaEdges.map(edge),
      toEdge: edge(turn.toEdge),
    })),
  };
}

type Numbers = Int32Array | Uint8Array | Uint16Array;

function fill<T extends Numbers>(target: T, source: T, order: Int32Array, map = (value: number) => value): T {
  for (let place = 0; place < order.length; place += 1) {
    target[place] = map(source[order[place] ?? 0] ?? 0);
  }
  return target;
}

const inOrder = (source: Int32Array, order: Int32Array, map?: (value: number) => number) =>
  fill(sharedRoom(order.length), source, order, map);

const bytesInOrder = (source: Uint8Array, order: Int32Array) =>
  fill(new Uint8Array(new SharedArrayBuffer(order.length)), source, order);

const shortsInOrder = (source: Uint16Array, order: Int32Array) =>
  fill(new Uint16Array(new SharedArrayBuffer(2 * order.length)), source, order);

function pairsInOrder(source: Int32Array, order: Int32Array): Int32Array {
  const pairs = sharedRoom(2 * order.length);
  order.forEach((row, place) => {
    pairs[2 * place] = source[2 * row] ?? 0;
    pairs[2 * place + 1] = source[2 * row + 1] ?? 0;
  });
  return pairs;
}

function linesInOrder({ lineOffset, linePoints }: StreetColumns, order: Int32Array) {
  const offset = sharedRoom(order.length + 1);
  const points = sharedRoom(linePoints.length);
  order.forEach((row, place) => {
    const begin = lineOffset[row] ?? 0;
    const end = lineOffset[row + 1] ?? begin;
    const at = offset[place] ?? 0;
    points.set(linePoints.subarray(2 * begin, 2 * end), 2 * at);
    offset[place + 1] = at + end - begin;
  });
  return { lineOffset: offset, linePoints: points };
}

function checkColumns(columns: StreetColumns): void {
  const { edgeFrom, edgeTo, edgeDecimetres } = columns;
  const nodeCount = columns.nodeKind.length;
  const faults: Fault[] = [];
  const note = (fault: Fault) => {
    if (faults.length < 100) faults.push(fault);
  };
  for (let edge = 0; edge < edgeFrom.length; edge += 1) {
    for (const [field, column] of [['from', edgeFrom] as const, ['to', edgeTo] as const]) {
      const node = column[edge] ?? -1;
      if (node >= 0 && node < nodeCount) continue;
      note({ field: `edges/${edge}/${field}`, fault: 'unknown-reference', value: `${node}` });
    }
    const length = edgeDecimetres[edge] ?? 0;
    if (length >= 1) continue;
    const expected = 'at least 1';
    note({ field: `edges/${edge}/decimetres`, fault: 'out-of-range', value: `${length}`, expected });
  }
  if (faults.length > 0) throw new Problem('bad-import', { faults });
}
