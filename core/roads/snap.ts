import Flatbush from 'flatbush';
import { type PlanePoint, type Projection, projectionOf } from '../place/projection.ts';
import type { LonLat } from '../place/units.ts';
import type { StreetGraph } from './graph.ts';
import { boxesPerMetre } from './snap-tree.ts';
import { type Mode, modes } from './street.ts';

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

/** Where a point meets the network: `fraction` of edge `edge` from its first end, 0 to 1, to the decimetre. */
export interface Snap {
  readonly edge: number;
  readonly fraction: number;
  /** Straight distance from the point to the road in metres, to the decimetre. */
  readonly straightMetres: number;
  readonly offRoadMs: number;
  readonly offRoadDecimetres: number;
}

/** The drawn lines of all edges, to be found by place. */
export interface SnapIndex {
  readonly graph: StreetGraph;
  readonly settings: SnapSettings;
  readonly projection: Projection;
  /** Null when there is no street at all. */
  readonly tree: Flatbush | null;
}

/** Quick: the tree was built with the graph. */
export function buildSnapIndex(graph: StreetGraph, settings: SnapSettings = defaultSnapSettings): SnapIndex {
  const { buffer, byteOffset, length } = graph.snapTree;
  const tree = length === 0 ? null : Flatbush.from(buffer, byteOffset);
  return { graph, settings, projection: projectionOf(graph.crs), tree };
}

/**
 * The nearest road that the mode can use both ways and back; of equally near ones, that with the
 * lowest number. Null when none lies within `maxSnapMetres`.
 */
export function snap(index: SnapIndex, lonLat: LonLat, mode: Mode): Snap | null {
  const { tree, settings, graph, projection } = index;
  if (tree === null || !lonLat.every(Number.isFinite)) return null;
  const at = projection.toPlane(lonLat);
  const bit = 1 << modes.indexOf(mode);
  const isUsable = (edge: number) => ((graph.usable[edge] ?? 0) & bit) !== 0;
  const inBoxes = (metres: number) => metres * boxesPerMetre;
  // The nearest box is a first bound only: a diagonal road fills little of its box.
  const reach = inBoxes(settings.maxSnapMetres) + 1;
  const [first] = tree.neighbors(inBoxes(at.east), inBoxes(at.north), 1, reach, isUsable);
  if (first === undefined) return null;
  const radius = Math.min(settings.maxSnapMetres, nearestOnEdge(index, first, at).metres) + 0.001;
  let best: { edge: number; along: number; metres: number } | null = null;
  const found = tree.search(
    inBoxes(at.east - radius),
    inBoxes(at.north - radius),
    inBoxes(at.east + radius),
    inBoxes(at.north + radius),
    isUsable,
  );
  for (const edge of found.sort((a, b) => a - b)) {
    const { metres, along } = nearestOnEdge(index, edge, at);
    if (metres <= settings.maxSnapMetres && (best === null || metres < best.metres))
      best = { edge, along, metres };
  }
  return best === null ? null : toSnap(index, best);
}

/** Positions are known to the centimetre, so nothing finer than a decimetre is made of them. */
function toSnap(
  { graph, settings }: SnapIndex,
  { edge, along, metres }: { edge: number; along: number; metres: number },
): Snap {
  const decimetres = Math.max(1, graph.edgeDecimetres[edge] ?? 1);
  const straightMetres = Math.round(metres * 10) / 10;
  const walked = straightMetres * settings.offRoadDetour;
  return {
    edge,
    fraction: Math.round(along * decimetres) / decimetres,
    straightMetres,
    offRoadMs: Math.round((walked * 3600) / settings.offRoadKmh),
    offRoadDecimetres: Math.round(walked * 10),
  };
}

/** Nearest point of an edge's drawn line: metres to it, and the share of the line before it, 0 to 1. */
function nearestOnEdge({ graph, projection }: SnapIndex, edge: number, at: PlanePoint) {
  const { lineOffset, linePoints } = graph;
  const end = lineOffset[edge + 1] ?? 0;
  let total = 0;
  let best = { metres: Infinity, metresAlong: 0 };
  let start: PlanePoint | null = null;
  for (let point = lineOffset[edge] ?? 0; point < end; point += 1) {
    const next = projection.toPlane([
      (linePoints[2 * point] ?? 0) / 1e7,
      (linePoints[2 * point + 1] ?? 0) / 1e7,
    ]);
    const piece = nearestOn(start ?? next, next, at);
    if (piece.metres < best.metres) {
      best = { metres: piece.metres, metresAlong: total + piece.along * piece.length };
    }
    total += piece.length;
    start = next;
  }
  return { metres: best.metres, along: total > 0 ? Math.min(1, best.metresAlong / total) : 0 };
}

/** Nearest point of a straight piece: metres to it, and how far along it stands, 0 to 1. */
function nearestOn(start: PlanePoint, end: PlanePoint, at: PlanePoint) {
  const east = end.east - start.east;
  const north = end.north - start.north;
  const square = east * east + north * north;
  const projected = (at.east - start.east) * east + (at.north - start.north) * north;
  const along = square > 0 ? Math.min(1, Math.max(0, projected / square)) : 0;
  return {
    along,
    length: Math.sqrt(square),
    metres: Math.hypot(at.east - start.east - along * east, at.north - start.north - along * north),
  };
}
