import { arcStride } from './arcs.ts';
import { layer } from './expand.ts';
import type { ModeGraph, StreetGraph } from './graph.ts';
import type { Seed } from './reach.ts';
import type { Snap } from './snap.ts';
import type { Mode } from './street.ts';

/** Cost of a journey or of a part of one. */
export interface Cost {
  readonly milliseconds: number;
  readonly decimetres: number;
}

/** Part of an edge from one fraction to another; null where the mode may not go that way. */
export function alongEdge(
  graph: StreetGraph,
  mode: Mode,
  edge: number,
  from: number,
  to: number,
): Cost | null {
  const { forwardMs, backwardMs } = graph.modes[mode];
  const whole = (to >= from ? forwardMs : backwardMs)[edge] ?? -1;
  if (whole < 0) return from === to ? { milliseconds: 0, decimetres: 0 } : null;
  const share = Math.abs(to - from);
  return {
    milliseconds: Math.round(share * whole),
    decimetres: Math.round(share * (graph.edgeDecimetres[edge] ?? 0)),
  };
}

/** A way onto or off the network: a search node, and the part of the edge between it and the place. */
export interface EdgeEnd extends Seed {
  /** The end of the edge that the search node stands at: fraction 0 or 1. */
  readonly end: 0 | 1;
}

/**
 * Where a journey that begins at a place comes to the first junction. A place right at a junction begins
 * there, free to take any road.
 */
export function startsOf(graph: StreetGraph, mode: Mode, origin: Snap): EdgeEnd[] {
  const { edge, fraction } = origin;
  const { copies, out } = graph.modes[mode];
  const begin = (junction: number) => startNode(graph.modes[mode], graph.nodeCount, junction);
  const junctions = [graph.edgeFrom[edge] ?? 0, graph.edgeTo[edge] ?? 0] as const;
  if (fraction === 0 || fraction === 1) {
    return [{ node: begin(junctions[fraction]), milliseconds: 0, decimetres: 0, end: fraction }];
  }
  return ([0, 1] as const).flatMap((end) => {
    const cost = alongEdge(graph, mode, edge, fraction, end);
    if (cost === null) return [];
    const run = 2 * edge + (end === 1 ? 0 : 1);
    // Without copies a run leads to its junction; with them, to the copy that the arc along it leads to.
    const tail = begin(junctions[1 - end] ?? 0);
    const node = copies.junction.length === 0 ? (junctions[end] ?? 0) : headOfRun(out, tail, run);
    return node < 0 ? [] : [{ node, ...cost, end }];
  });
}

/** The search nodes from which a journey goes its last way to a place, along its edge or standing there. */
export function finishesOf(graph: StreetGraph, mode: Mode, destination: Snap): EdgeEnd[] {
  const { edge, fraction } = destination;
  const { out } = graph.modes[mode];
  const junctions = [graph.edgeFrom[edge] ?? 0, graph.edgeTo[edge] ?? 0] as const;
  if (fraction === 0 || fraction === 1) {
    const nodes = nodesAt(graph.modes[mode], graph.nodeCount, junctions[fraction]);
    return nodes.map((node) => ({ node, milliseconds: 0, decimetres: 0, end: fraction }));
  }
  return ([0, 1] as const).flatMap((end) => {
    const cost = alongEdge(graph, mode, edge, end, fraction);
    if (cost === null) return [];
    const run = 2 * edge + end;
    return nodesAt(graph.modes[mode], graph.nodeCount, junctions[end] ?? 0)
      .filter((node) => headOfRun(out, node, run) >= 0)
      .map((node) => ({ node, ...cost, end }));
  });
}

function headOfRun({ offset, run: runs, hops }: ModeGraph['out'], tail: number, run: number): number {
  const end = offset[tail + 1] ?? 0;
  for (let arc = offset[tail] ?? 0; arc < end; arc += 1) {
    if (runs[arc] === run) return hops[arcStride * arc] ?? -1;
  }
  return -1;
}

/** First copy that belongs to the junction or a later one; copies are sorted by junction. */
function firstCopy({ copies }: ModeGraph, junction: number): number {
  let low = 0;
  let high = copies.junction.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((copies.junction[middle] ?? 0) < junction) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The junction itself and its copies. */
function nodesAt(modeGraph: ModeGraph, junctionCount: number, junction: number): number[] {
  const nodes = [junction];
  const { junction: owners } = modeGraph.copies;
  for (let copy = firstCopy(modeGraph, junction); owners[copy] === junction; copy += 1) {
    nodes.push(junctionCount + copy);
  }
  return nodes;
}

/** The search node of a journey that begins at a junction: its start copy where it has one. */
function startNode(modeGraph: ModeGraph, junctionCount: number, junction: number): number {
  const { junction: owners, layer: layers, state } = modeGraph.copies;
  for (let copy = firstCopy(modeGraph, junction); owners[copy] === junction; copy += 1) {
    if (layers[copy] === layer.start && state[copy] === 0) return junctionCount + copy;
  }
  return junction;
}
