import { sharedRoom, toOffsets } from './arcs.ts';
import type { StreetColumns } from './columns.ts';
import { hilbertIndex } from './hilbert.ts';

/** Row of the columns by number in the graph: `nodes[n]` is the row of node n. */
export interface GraphOrder {
  readonly nodes: Int32Array;
  readonly edges: Int32Array;
}

/**
 * The order of the graph, the same for any order of the rows: nodes along a Hilbert curve, edges by the
 * node they start from and then by everything that tells them apart.
 */
export function graphOrder(columns: StreetColumns): GraphOrder {
  const nodes = nodesAlongCurve(columns.nodeLonLat);
  return { nodes, edges: edgesByNode(columns, inverse(nodes)) };
}

/** Number in the graph by row. */
export function inverse(order: Int32Array): Int32Array {
  const numbers = new Int32Array(order.length);
  order.forEach((row, number) => {
    numbers[row] = number;
  });
  return numbers;
}

function nodesAlongCurve(lonLat: Int32Array): Int32Array {
  const count = lonLat.length / 2;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let row = 0; row < count; row += 1) {
    west = Math.min(west, lonLat[2 * row] ?? 0);
    east = Math.max(east, lonLat[2 * row] ?? 0);
    south = Math.min(south, lonLat[2 * row + 1] ?? 0);
    north = Math.max(north, lonLat[2 * row + 1] ?? 0);
  }
  const narrowing = Math.cos(((south + north) / 2 / 1e7) * (Math.PI / 180));
  const extent = Math.max(1, (east - west) * narrowing, north - south);
  const rank = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) {
    const x = (((lonLat[2 * row] ?? 0) - west) * narrowing) / extent;
    rank[row] = hilbertIndex(x, ((lonLat[2 * row + 1] ?? 0) - south) / extent);
  }
  const order = sortedBy(rank);
  const compare = (a: number, b: number) =>
    (rank[a] ?? 0) - (rank[b] ?? 0) ||
    (lonLat[2 * a] ?? 0) - (lonLat[2 * b] ?? 0) ||
    (lonLat[2 * a + 1] ?? 0) - (lonLat[2 * b + 1] ?? 0);
  insertionSort(order, 0, count, compare);
  return order;
}

/** Rows by ascending key, equal ones by row: a radix sort in two passes. */
function sortedBy(keys: Uint32Array): Int32Array {
  let order = Int32Array.from(keys.keys());
  for (const shift of [0, 16]) {
    const digit = (row: number) => ((keys[row] ?? 0) >>> shift) & 0xffff;
    const start = new Int32Array(0x1_0000 + 1);
    for (const row of order) start[digit(row)] = (start[digit(row)] ?? 0) + 1;
    toOffsets(start);
    const next = new Int32Array(order.length);
    for (const row of order) {
      const place = start[digit(row)] ?? 0;
      start[digit(row)] = place + 1;
      next[place] = row;
    }
    order = next;
  }
  return order;
}

/** For what is nearly sorted, or short. */
function insertionSort(
  rows: Int32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): void {
  for (let i = from + 1; i < to; i += 1) {
    const row = rows[i] ?? 0;
    let place = i;
    while (place > from && compare(rows[place - 1] ?? 0, row) > 0) {
      rows[place] = rows[place - 1] ?? 0;
      place -= 1;
    }
    rows[place] = row;
  }
}

function edgesByNode(columns: StreetColumns, numberOf: Int32Array): Int32Array {
  const count = columns.edgeFrom.length;
  const start = new Int32Array(numberOf.length + 1);
  const from = (row: number) => numberOf[columns.edgeFrom[row] ?? 0] ?? 0;
  for (let row = 0; row < count; row += 1) start[from(row)] = (start[from(row)] ?? 0) + 1;
  toOffsets(start);
  const order = sharedRoom(count);
  const filled = Int32Array.from(start);
  for (let row = 0; row < count; row += 1) {
    const place = filled[from(row)] ?? 0;
    filled[from(row)] = place + 1;
    order[place] = row;
  }
  const compare = (a: number, b: number) => compareEdges(columns, numberOf, a, b);
  for (let node = 0; node < numberOf.length; node += 1) {
    insertionSort(order, start[node] ?? 0, start[node + 1] ?? count, compare);
  }
  return order;
}

/** Two edges from the same node, by everything that an answer could show of them. */
function compareEdges(columns: StreetColumns, numberOf: Int32Array, a: number, b: number): number {
  const to = (row: number) => numberOf[columns.edgeTo[row] ?? 0] ?? 0;
  if (to(a) !== to(b)) return to(a) - to(b);
  const numeric = [
    columns.edgeDecimetres,
    columns.edgeHighway,
    columns.edgeSurface,
    columns.edgeFlags,
    columns.edgeMaxSpeedKmh,
    columns.edgeAccess,
    columns.edgeFixedSeconds,
  ];
  for (const column of numeric) {
    const difference = (column[a] ?? 0) - (column[b] ?? 0);
    if (difference !== 0) return difference;
  }
  for (const column of [columns.edgeRef, columns.edgeName]) {
    const [left = '', right = ''] = [columns.strings[column[a] ?? 0], columns.strings[column[b] ?? 0]];
    if (left !== right) return left < right ? -1 : 1;
  }
  return compareLines(columns, a, b);
}

function compareLines({ lineOffset, linePoints }: StreetColumns, a: number, b: number): number {
  const line = (row: number) =>
    linePoints.subarray(2 * (lineOffset[row] ?? 0), 2 * (lineOffset[row + 1] ?? 0));
  const [left, right] = [line(a), line(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
