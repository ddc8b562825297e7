import type { LonLat } from '../place/units.ts';
import { type Arcs, arcStride, edgeOfRun } from './arcs.ts';
import { alongEdge, type Cost, finishesOf } from './ends.ts';
import type { StreetGraph } from './graph.ts';
import { journey } from './journey.ts';
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
 * The fastest journey itself, read off the reach of its destination (a search over `in` from `seedsTo`):
 * from each search node along the arc whose cost is exactly what is missing, of several the one with the
 * lowest edge number. The stretches and the two off-road parts add up to the totals to the millisecond and
 * the decimetre.
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
  const part = (edge: number, from: number, to: number): Stretch => {
    const cost = alongEdge(graph, mode, edge, from, to) ?? { milliseconds: 0, decimetres: 0 };
    return { edge, from, to, ...cost };
  };
  const stretches: Stretch[] = [];
  if (departure === 'same-edge') {
    stretches.push(part(origin.edge, origin.fraction, destination.fraction));
  } else {
    stretches.push(part(origin.edge, origin.fraction, departure.end));
    const { runs, finish } = runsFrom(graph, mode, departure.node, destination, reach);
    for (const run of runs) stretches.push(part(edgeOfRun(run), run & 1, 1 - (run & 1)));
    if (finish) stretches.push(part(destination.edge, finish.end, destination.fraction));
  }
  return { milliseconds, decimetres, stretches: stretches.filter(({ from, to }) => from !== to) };
}

/** The whole edges from a search node on, and the end of the destination's edge that they come to. */
function runsFrom(graph: StreetGraph, mode: Mode, start: number, destination: Snap, reach: Reach) {
  const { out } = graph.modes[mode];
  const finishes = finishesOf(graph, mode, destination);
  const isLeft = (node: number, ms: number, dm: number) =>
    ms === reach.milliseconds[node] && dm === reach.decimetres[node];
  const runs: number[] = [];
  let node = start;
  for (let steps = 0; steps < out.offset.length; steps += 1) {
    const finish = finishes.find(
      (one) => one.node === node && isLeft(node, one.milliseconds, one.decimetres),
    );
    if (finish) return { runs, finish };
    const arc = nextArc(out, node, isLeft, reach);
    if (arc < 0) break;
    runs.push(out.run[arc] ?? 0);
    node = out.hops[arcStride * arc] ?? 0;
  }
  return { runs, finish: null };
}

function nextArc(
  { offset, hops }: Arcs,
  node: number,
  isLeft: (node: number, ms: number, dm: number) => boolean,
  reach: Reach,
): number {
  const end = offset[node + 1] ?? 0;
  for (let arc = offset[node] ?? 0; arc < end; arc += 1) {
    const next = hops[arcStride * arc] ?? 0;
    const ms = (reach.milliseconds[next] ?? 0) + (hops[arcStride * arc + 1] ?? 0);
    const dm = (reach.decimetres[next] ?? 0) + (hops[arcStride * arc + 2] ?? 0);
    if (isLeft(node, ms, dm)) return arc;
  }
  return -1;
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
