import Flatbush from 'flatbush';
import { toLks92 } from '../place/lks92.ts';
import type { Lks92, LonLat } from '../place/units.ts';
import { byId, type StreetGraph } from './graph.ts';
import { type Mode, modes, type StreetEdge } from './street.ts';

/** How the way between a point and the network is reckoned. Settings, described in `docs/methods/travel-by-road.md`. */
export interface SnapSettings {
  /** A point farther from every usable road than this is `unsnapped`. Straight metres. */
  readonly maxSnapMetres: number;
  /** The part off the network is walked, by every mode. */
  readonly offRoadKmh: number;
  /** Metres walked for each straight metre. */
  readonly offRoadDetour: number;
}

export const defaultSnapSettings: SnapSettings = {
  maxSnapMetres: 3000,
  offRoadKmh: 4.8,
  offRoadDetour: 1.15,
};

/** Where a point meets the network: `fraction` of edge `edge` from its first end, 0 to 1. */
export interface Snap {
  readonly edge: number;
  readonly fraction: number;
  /** Straight distance from the point to the road in metres. */
  readonly straightMetres: number;
  readonly offRoadMs: number;
  readonly offRoadDecimetres: number;
}

/** The drawn lines of all edges in metres, cut into straight pieces that can be found by place. */
export interface SnapIndex {
  readonly graph: StreetGraph;
  readonly settings: SnapSettings;
  /** Null when there is no street at all. */
  readonly tree: Flatbush | null;
  readonly pieces: readonly Piece[];
  /** Bit per mode: set where the edge belongs to the mode's largest strongly connected component. */
  readonly usable: Uint8Array;
}

interface Piece {
  readonly edge: number;
  readonly start: Lks92;
  readonly end: Lks92;
  /** Share of the edge's drawn length before the piece and upon it, 0 to 1. */
  readonly before: number;
  readonly share: number;
}

export function buildSnapIndex(
  graph: StreetGraph,
  edges: readonly StreetEdge[],
  settings: SnapSettings = defaultSnapSettings,
): SnapIndex {
  const pieces = byId(edges).flatMap(piecesOf);
  const usable = usableEdges(graph);
  if (pieces.length === 0) return { graph, settings, tree: null, pieces, usable };
  const tree = new Flatbush(pieces.length);
  for (const { start, end } of pieces) {
    tree.add(
      Math.min(start.east, end.east),
      Math.min(start.north, end.north),
      Math.max(start.east, end.east),
      Math.max(start.north, end.north),
    );
  }
  tree.finish();
  return { graph, settings, tree, pieces, usable };
}

/**
 * The nearest road that the mode can use both ways and back; of equally near ones, that with the
 * lowest id. Null when none lies within `maxSnapMetres`.
 */
export function snap(index: SnapIndex, lonLat: LonLat, mode: Mode): Snap | null {
  const { tree, settings } = index;
  if (tree === null || !lonLat.every(Number.isFinite)) return null;
  const at = toLks92(lonLat);
  const bit = 1 << modes.indexOf(mode);
  const isUsable = (item: number) => ((index.usable[index.pieces[item]?.edge ?? -1] ?? 0) & bit) !== 0;
  // The nearest box is a first bound only: a diagonal road fills little of its box.
  const [first] = tree.neighbors(at.east, at.north, 1, settings.maxSnapMetres, isUsable);
  const firstPiece = first === undefined ? undefined : index.pieces[first];
  if (!firstPiece) return null;
  const radius = Math.min(settings.maxSnapMetres, nearestOn(firstPiece, at).metres) + 0.001;
  let best: { piece: Piece; along: number; metres: number } | null = null;
  const box = [at.east - radius, at.north - radius, at.east + radius, at.north + radius] as const;
  for (const item of tree.search(...box, isUsable).sort((a, b) => a - b)) {
    const piece = index.pieces[item];
    if (!piece) continue;
    const { metres, along } = nearestOn(piece, at);
    if (metres <= settings.maxSnapMetres && (best === null || metres < best.metres))
      best = { piece, along, metres };
  }
  if (best === null) return null;
  const walked = best.metres * settings.offRoadDetour;
  return {
    edge: best.piece.edge,
    fraction: Math.min(1, best.piece.before + best.along * best.piece.share),
    straightMetres: best.metres,
    offRoadMs: Math.round((walked * 3600) / settings.offRoadKmh),
    offRoadDecimetres: Math.round(walked * 10),
  };
}

function piecesOf(edge: StreetEdge, index: number): Piece[] {
  const points = edge.line.map(toLks92);
  const lengths = points.slice(1).map((end, i) => distance(points[i] ?? end, end));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let before = 0;
  return points.slice(1).map((end, i) => {
    const share = total > 0 ? (lengths[i] ?? 0) / total : 0;
    const piece = { edge: index, start: points[i] ?? end, end, before, share };
    before += share;
    return piece;
  });
}

function usableEdges(graph: StreetGraph): Uint8Array {
  const usable = new Uint8Array(graph.edgeCount);
  modes.forEach((mode, bit) => {
    const { forwardMs, backwardMs, isMain } = graph.modes[mode];
    for (let edge = 0; edge < graph.edgeCount; edge += 1) {
      const isOpen = (forwardMs[edge] ?? -1) >= 0 || (backwardMs[edge] ?? -1) >= 0;
      const isInMain = isMain[graph.edgeFrom[edge] ?? 0] === 1 && isMain[graph.edgeTo[edge] ?? 0] === 1;
      if (isOpen && isInMain) usable[edge] = (usable[edge] ?? 0) | (1 << bit);
    }
  });
  return usable;
}

const distance = (a: Lks92, b: Lks92) => Math.hypot(a.east - b.east, a.north - b.north);

/** Nearest point of a straight piece: metres to it, and how far along it stands, 0 to 1. */
function nearestOn({ start, end }: Piece, at: Lks92): { metres: number; along: number } {
  const east = end.east - start.east;
  const north = end.north - start.north;
  const square = east * east + north * north;
  const projected = (at.east - start.east) * east + (at.north - start.north) * north;
  const along = square > 0 ? Math.min(1, Math.max(0, projected / square)) : 0;
  return {
    along,
    metres: Math.hypot(at.east - start.east - along * east, at.north - start.north - along * north),
  };
}
