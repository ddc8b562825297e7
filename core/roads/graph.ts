import { projectionOf } from '../place/projection.ts';
import { type Arcs, type Hops, turnRound } from './arcs.ts';
import { arrange } from './arrange.ts';
import type { StreetColumns } from './columns.ts';
import { costsOf } from './costs.ts';
import { type Copies, expand } from './expand.ts';
import { buildSnapTree } from './snap-tree.ts';
import type { SpeedModel } from './speed.ts';
import { type Mode, modes } from './street.ts';
import { turnMemory } from './turns.ts';
import { mainNetwork, usableEdges } from './usable.ts';

/**
 * The streets as one mode can use them. A search runs over search nodes: the junctions, and after them
 * copies of some, which keep turn restrictions and ends-only streets exact (`expand.ts`). Journeys are
 * found with `seedsTo`, `seedsFrom` and `journey`, which know of the copies.
 */
export interface ModeGraph {
  /** Arcs leaving a search node. */
  readonly out: Arcs;
  /** The reversed graph: arcs arriving at a search node. */
  readonly in: Hops;
  /** Milliseconds along an edge in its own direction and against it; -1 where it may not be passed that way. */
  readonly forwardMs: Int32Array;
  readonly backwardMs: Int32Array;
  readonly copies: Copies;
  /** 1 for search nodes of the largest strongly connected component. */
  readonly isMain: Uint8Array;
}

/**
 * A street network in flat arrays, the same for any order of the rows it was made from: nodes are numbered
 * along a Hilbert curve, edges by their first node. It holds the columns it was made from, so it can be
 * reckoned again with other speeds. All arrays lie in shared memory, so that threads read them uncopied.
 */
export interface StreetGraph extends StreetColumns {
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** EPSG code of the plane for distances. */
  readonly crs: number;
  readonly speeds: SpeedModel;
  readonly modes: Readonly<Record<Mode, ModeGraph>>;
  /** Bit per mode: set where a place may be joined to the edge. */
  readonly usable: Uint8Array;
  /** A Flatbush over the boxes of edges in centimetres of the plane; empty without edges. */
  readonly snapTree: Uint8Array;
}

/** Throws `bad-import` for an edge with an end that is no node or without length, `bad-config` for a strange plane. */
export function buildGraph(columns: StreetColumns, speeds: SpeedModel, crs: number): StreetGraph {
  const projection = projectionOf(crs);
  const arranged = arrange(columns);
  const nodeCount = arranged.nodeKind.length;
  const edgeCount = arranged.edgeFrom.length;
  const usable = new Uint8Array(new SharedArrayBuffer(edgeCount));
  const forMode = (mode: Mode, bit: number): ModeGraph => {
    const graph = buildMode(arranged, mode, speeds);
    usableEdges(graph, nodeCount, edgeCount).forEach((isUsable, edge) => {
      if (isUsable === 1) usable[edge] = (usable[edge] ?? 0) | (1 << bit);
    });
    return graph;
  };
  const byMode = Object.fromEntries(modes.map((mode, bit) => [mode, forMode(mode, bit)]));
  return {
    ...arranged,
    nodeCount,
    edgeCount,
    crs,
    speeds,
    modes: byMode as Record<Mode, ModeGraph>,
    usable,
    snapTree: buildSnapTree(arranged, projection),
  };
}

/** The graph itself when it was reckoned with these speeds, otherwise reckoned anew. */
export const withSpeeds = (graph: StreetGraph, speeds: SpeedModel): StreetGraph =>
  JSON.stringify(graph.speeds) === JSON.stringify(speeds) ? graph : buildGraph(graph, speeds, graph.crs);

function buildMode(columns: StreetColumns, mode: Mode, speeds: SpeedModel): ModeGraph {
  const costs = costsOf(columns, mode, speeds);
  const { out, copies } = expand(columns, costs, turnMemory(columns, mode, costs));
  const isSymmetric =
    copies.junction.length === 0 && costs.forwardMs.every((ms, edge) => ms === costs.backwardMs[edge]);
  return {
    out,
    in: isSymmetric ? out : turnRound(out),
    forwardMs: costs.forwardMs,
    backwardMs: costs.backwardMs,
    copies,
    isMain: mainNetwork(out, copies, columns.nodeKind.length),
  };
}
