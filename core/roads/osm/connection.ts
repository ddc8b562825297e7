import { accessLevel, type StreetColumns } from '../columns.ts';
import type { StreetGraph } from '../graph.ts';
import { type Mode, modes } from '../street.ts';

/** How much of a mode's streets hangs together. */
export interface Connection {
  /** Streets that the mode may use at all. */
  readonly km: number;
  /** Of these, streets from which one cannot get everywhere and back: no place is joined to them. */
  readonly unconnectedKm: number;
  /** Junctions that touch only such streets. */
  readonly unconnectedNodes: number;
}

const isFor = (columns: StreetColumns, edge: number, mode: Mode): boolean => {
  const place = 2 * modes.indexOf(mode);
  const access = columns.edgeAccess[edge] ?? 0;
  return (
    ((access >> place) & 3) !== accessLevel.closed || ((access >> (place + 6)) & 3) !== accessLevel.closed
  );
};

/** What hangs together and what does not, for one mode. */
export function connectionOf(graph: StreetGraph, mode: Mode): Connection {
  const bit = 1 << modes.indexOf(mode);
  // 0 for nodes the mode never meets, 1 for those it meets on unconnected streets only, 2 for the others.
  const met = new Uint8Array(graph.nodeCount);
  let [metres, unconnected] = [0, 0];
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    if (!isFor(graph, edge, mode)) continue;
    const length = (graph.edgeDecimetres[edge] ?? 0) / 10;
    const isUsable = ((graph.usable[edge] ?? 0) & bit) !== 0;
    metres += length;
    if (!isUsable) unconnected += length;
    for (const node of [graph.edgeFrom[edge] ?? 0, graph.edgeTo[edge] ?? 0]) {
      met[node] = Math.max(met[node] ?? 0, isUsable ? 2 : 1);
    }
  }
  return {
    km: metres / 1000,
    unconnectedKm: unconnected / 1000,
    unconnectedNodes: met.reduce((sum, each) => sum + (each === 1 ? 1 : 0), 0),
  };
}
