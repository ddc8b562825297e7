import type { LonLat } from '../place/units.ts';
import type { StreetGraph } from '../roads/graph.ts';
import { alongEdge, seedsTo } from '../roads/journey.ts';
import { createSearch, type Seed, unreachable } from '../roads/reach.ts';
import { type Snap, type SnapIndex, snap } from '../roads/snap.ts';

/**
 * Walks on the streets, at most so long, from points to stops as compressed sparse rows: those of point p
 * are numbered `offset[p] .. offset[p + 1]`, the nearest first. Walking takes the same time both ways.
 */
export interface Walks {
  readonly offset: Int32Array;
  readonly stop: Int32Array;
  /** Parts off the road at both ends included, rounded up. */
  readonly seconds: Int32Array;
}

/** A stop that can be walked to (or from), and the seconds it takes. */
export interface Walk {
  readonly stop: number;
  readonly seconds: number;
}

/** The walks of one point, the nearest stop first. */
export function walksOf(walks: Walks, point: number): Walk[] {
  const list: Walk[] = [];
  for (let i = walks.offset[point] ?? 0; i < (walks.offset[point + 1] ?? 0); i += 1) {
    list.push({ stop: walks.stop[i] ?? 0, seconds: walks.seconds[i] ?? 0 });
  }
  return list;
}

/** Where each point meets the streets that people walk on; null for one too far from any. */
export const snapOnFoot = (index: SnapIndex, points: readonly LonLat[]): (Snap | null)[] =>
  points.map((lonLat) => snap(index, lonLat, 'foot'));

/** Walks of at most `maxSeconds` from each point to the stops; none for points and stops that do not snap. */
export const walksTo = (
  graph: StreetGraph,
  index: SnapIndex,
  points: readonly LonLat[],
  stops: readonly LonLat[],
  maxSeconds: number,
): Walks => walksBetween(graph, snapOnFoot(index, points), snapOnFoot(index, stops), maxSeconds);

/** Walks of at most `maxSeconds` from each stop to each other stop, itself left out. */
export function transfersOf(graph: StreetGraph, stops: readonly (Snap | null)[], maxSeconds: number): Walks {
  return walksBetween(graph, stops, stops, maxSeconds, (from, to) => from !== to);
}

/** One limited search from each point of the shorter list; walking back takes as long as walking there. */
export function walksBetween(
  graph: StreetGraph,
  points: readonly (Snap | null)[],
  stops: readonly (Snap | null)[],
  maxSeconds: number,
  isWanted: (point: number, stop: number) => boolean = () => true,
): Walks {
  const isTurned = stops.length < points.length;
  const [sources, targets] = isTurned ? [stops, points] : [points, stops];
  const landings = targets.map((target) => target && landingOf(graph, target));
  const search = createSearch(graph.modes.foot.in);
  const found: { readonly point: number; readonly stop: number; readonly seconds: number }[] = [];
  sources.forEach((source, from) => {
    if (!source) return;
    const { milliseconds } = search(seedsTo(graph, 'foot', source));
    landings.forEach((landing, to) => {
      const [point, stop] = isTurned ? [to, from] : [from, to];
      if (!landing || !isWanted(point, stop)) return;
      const seconds = Math.ceil(walkMs(graph, source, landing, milliseconds) / 1000);
      if (seconds <= maxSeconds) found.push({ point, stop, seconds });
    });
  });
  return inRows(found, points.length);
}

/** A snapped point with the ends of its edge, and what is left to walk from each. */
interface Landing {
  readonly snap: Snap;
  readonly ends: readonly Seed[];
}

const landingOf = (graph: StreetGraph, point: Snap): Landing => ({
  snap: point,
  ends: seedsTo(graph, 'foot', point),
});

function walkMs(
  graph: StreetGraph,
  source: Snap,
  { snap: target, ends }: Landing,
  reach: Int32Array,
): number {
  let best = Number.POSITIVE_INFINITY;
  if (source.edge === target.edge) {
    const along = alongEdge(graph, 'foot', source.edge, source.fraction, target.fraction);
    if (along) best = along.milliseconds;
  }
  for (const { node, milliseconds } of ends) {
    const there = reach[node] ?? unreachable;
    if (there < unreachable) best = Math.min(best, there + milliseconds);
  }
  return best + source.offRoadMs + target.offRoadMs;
}

function inRows(
  found: { readonly point: number; readonly stop: number; readonly seconds: number }[],
  pointCount: number,
): Walks {
  found.sort((a, b) => a.point - b.point || a.seconds - b.seconds || a.stop - b.stop);
  const offset = new Int32Array(pointCount + 1);
  for (const { point } of found) offset[point + 1] = (offset[point + 1] ?? 0) + 1;
  for (let point = 0; point < pointCount; point += 1) {
    offset[point + 1] = (offset[point + 1] ?? 0) + (offset[point] ?? 0);
  }
  return {
    offset,
    stop: Int32Array.from(found, ({ stop }) => stop),
    seconds: Int32Array.from(found, ({ seconds }) => seconds),
  };
}
