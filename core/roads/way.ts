import type { LonLat } from '../place/units.ts';
import { arcStride } from './arcs.ts';
import type { StreetGraph } from './graph.ts';
import { alongEdge, type Cost, type Departure, journey } from './journey.ts';
import type { Reach } from './reach.ts';
import type { Snap } from './snap.ts';
import type { Mode } from './street.ts';

/** A stretch of one edge, from one fraction of its length to another. */
interface Stretch extends Cost {
  readonly edge: number;
  readonly from: number;
  readonly to: number;
}

/** A journey as the stretches it runs along; the off-road parts are in the totals but no stretches. */
export interface RoadWay extends Cost {
  readonly stretches: readonly Stretch[];
}

/**
 * The fastest journey itself, read off the reach of its destination: from each node along the arc whose
 * cost is exactly what is missing, of several the one with the lowest edge number. The stretches and the
 * two off-road parts add up to the totals to the millisecond and the decimetre.
 */
export function findWay(
  graph: StreetGraph,
  mode: Mode,
  origin: Snap,
  destination: Snap,
  reach: Reach,
): RoadWay | null {
  const found = journey(graph, mode, origin, destination, reach);
  if (!found) return null;
  const { milliseconds, decimetres, departure } = found;
  const stretches = stretchesOf(graph, mode, origin, destination, reach, departure);
  return { milliseconds, decimetres, stretches: stretches.filter((stretch) => stretch.from !== stretch.to) };
}

function stretchesOf(
  graph: StreetGraph,
  mode: Mode,
  origin: Snap,
  destination: Snap,
  reach: Reach,
  departure: Departure,
): Stretch[] {
  const part = (edge: number, from: number, to: number): Stretch => {
    const cost = alongEdge(graph, mode, edge, from, to) ?? { milliseconds: 0, decimetres: 0 };
    return { edge, from, to, ...cost };
  };
  if (departure === 'same-edge') return [part(origin.edge, origin.fraction, destination.fraction)];
  const firstEnd = departure === 'to-first-end';
  const stretches = [part(origin.edge, origin.fraction, firstEnd ? 0 : 1)];
  let node = (firstEnd ? graph.edgeFrom : graph.edgeTo)[origin.edge] ?? 0;
  for (let steps = 0; steps <= graph.nodeCount; steps += 1) {
    const last = lastStretch(graph, mode, node, destination, reach);
    if (last) return [...stretches, part(destination.edge, last.from, last.to)];
    const arc = nextArc(graph, mode, node, reach);
    if (arc === null) break;
    stretches.push(part(arc.edge, arc.isForward ? 0 : 1, arc.isForward ? 1 : 0));
    node = arc.node;
  }
  return stretches;
}

/** The stretch from a node straight to the destination on its edge, when that is the fastest from there. */
function lastStretch(graph: StreetGraph, mode: Mode, node: number, destination: Snap, reach: Reach) {
  const { edge, fraction } = destination;
  for (const end of [0, 1]) {
    if ((end === 0 ? graph.edgeFrom : graph.edgeTo)[edge] !== node) continue;
    const cost = alongEdge(graph, mode, edge, end, fraction);
    const isFastest =
      cost?.milliseconds === reach.milliseconds[node] && cost?.decimetres === reach.decimetres[node];
    if (isFastest) return { from: end, to: fraction };
  }
  return null;
}

function nextArc(graph: StreetGraph, mode: Mode, node: number, reach: Reach) {
  const { out } = graph.modes[mode];
  const end = out.offset[node + 1] ?? 0;
  for (let arc = out.offset[node] ?? 0; arc < end; arc += 1) {
    const [next = 0, arcMs = 0, arcDm = 0] = out.hops.subarray(arcStride * arc, arcStride * (arc + 1));
    const edge = out.edge[arc] ?? 0;
    const ms = (reach.milliseconds[next] ?? 0) + arcMs;
    const dm = (reach.decimetres[next] ?? 0) + arcDm;
    if (ms === reach.milliseconds[node] && dm === reach.decimetres[node]) {
      return { edge, node: next, isForward: graph.edgeFrom[edge] === node && graph.edgeTo[edge] === next };
    }
  }
  return null;
}

/** The points of a line between two fractions of its drawn length, in the direction of travel. */
export function cutLine(line: readonly LonLat[], from: number, to: number): LonLat[] {
  if (to < from) return cutLine(line, to, from).reverse();
  const lengths = line.slice(1).map((end, i) => drawnLength(line[i] ?? end, end));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const points: LonLat[] = [];
  let before = 0;
  lengths.forEach((length, i) => {
    const start = line[i];
    const end = line[i + 1];
    if (!start || !end || total === 0) return;
    const at = (fraction: number): LonLat => {
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, (fraction * total - before) / length));
      return [start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])];
    };
    const startsBy = before / total <= to;
    const endsAfter = (before + length) / total >= from;
    if (startsBy && endsAfter) {
      if (points.length === 0) points.push(at(from));
      points.push(at(to));
    }
    before += length;
  });
  return points;
}

/** Proportional to metres well enough within one edge: degrees of longitude shrink with the cosine of latitude. */
const drawnLength = (a: LonLat, b: LonLat) =>
  Math.hypot((a[0] - b[0]) * Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180), a[1] - b[1]);
