import type { LonLat } from '../place/units.ts';
import { alongEdge } from '../roads/ends.ts';
import type { StreetGraph } from '../roads/graph.ts';
import { seedsFrom, seedsTo } from '../roads/journey.ts';
import { createSearch, type Reach, unreachable } from '../roads/reach.ts';
import { type Snap, type SnapIndex, snap } from '../roads/snap.ts';
import { offsetsByRow } from './rows.ts';

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
  const doors = openDoors(graph, targets);
  const search = createSearch(graph.modes.foot.in);
  const found: FoundWalk[] = [];
  sources.forEach((source, from) => {
    if (!source) return;
    const reach = search(seedsTo(graph, 'foot', source), maxSeconds * 1000);
    for (const [to, ms] of nearby(graph, doors, source, reach)) {
      const offRoadMs = source.offRoadMs + (targets[to]?.offRoadMs ?? 0);
      const seconds = Math.ceil((ms + offRoadMs) / 1000);
      const [point, stop] = isTurned ? [to, from] : [from, to];
      if (seconds <= maxSeconds && isWanted(point, stop)) found.push({ point, stop, seconds });
    }
  });
  return inRows(found, points.length);
}

/** Where snapped points step onto the streets: those at each search node, and those along each edge. */
interface Doors {
  readonly atNode: ReadonlyMap<number, readonly { readonly point: number; readonly milliseconds: number }[]>;
  readonly onEdge: ReadonlyMap<number, readonly { readonly point: number; readonly fraction: number }[]>;
}

function openDoors(graph: StreetGraph, points: readonly (Snap | null)[]): Doors {
  const snapped = points.flatMap((at, point) => (at ? [{ point, at }] : []));
  const starts = snapped.flatMap(({ point, at }) =>
    seedsFrom(graph, 'foot', at).map(({ node, milliseconds }) => ({ node, point, milliseconds })),
  );
  return {
    atNode: Map.groupBy(starts, ({ node }) => node),
    onEdge: Map.groupBy(
      snapped.map(({ point, at }) => ({ point, edge: at.edge, fraction: at.fraction })),
      ({ edge }) => edge,
    ),
  };
}

/** Milliseconds on the streets to each point whose door the search reached, or that stands on the same edge. */
function nearby(graph: StreetGraph, doors: Doors, source: Snap, reach: Reach): Map<number, number> {
  const times = new Map<number, number>();
  const offer = (point: number, ms: number) => {
    if (ms < (times.get(point) ?? unreachable)) times.set(point, ms);
  };
  for (const node of reach.nodes) {
    for (const { point, milliseconds } of doors.atNode.get(node) ?? []) {
      offer(point, (reach.milliseconds[node] ?? unreachable) + milliseconds);
    }
  }
  for (const { point, fraction } of doors.onEdge.get(source.edge) ?? []) {
    const along = alongEdge(graph, 'foot', source.edge, fraction, source.fraction);
    if (along) offer(point, along.milliseconds);
  }
  return times;
}

interface FoundWalk {
  readonly point: number;
  readonly stop: number;
  readonly seconds: number;
}

function inRows(found: FoundWalk[], pointCount: number): Walks {
  found.sort((a, b) => a.point - b.point || a.seconds - b.seconds || a.stop - b.stop);
  return {
    offset: offsetsByRow(
      found.map(({ point }) => point),
      pointCount,
    ),
    stop: Int32Array.from(found, ({ stop }) => stop),
    seconds: Int32Array.from(found, ({ seconds }) => seconds),
  };
}
