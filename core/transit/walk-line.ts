import type { LonLat } from '../place/units.ts';
import type { StreetGraph } from '../roads/graph.ts';
import { seedsTo } from '../roads/journey.ts';
import { createSearch } from '../roads/reach.ts';
import type { Snap } from '../roads/snap.ts';
import { cutLine, findWay } from '../roads/way.ts';

/** An end of a walk: the point itself, and where it meets the streets. */
export interface Spot {
  readonly lonLat: LonLat;
  readonly snap: Snap | null;
}

/** A walk to draw. */
export interface DrawnWalk {
  readonly km: number;
  readonly line: readonly LonLat[];
}

/**
 * Draws walks on streets: from the first point over the streets to the last.
 *
 * @throws RangeError where there is no way; walks that `walksTo` found have one.
 */
export function createWalkDrawer(
  graph: StreetGraph,
  lineOf: (edge: number) => readonly LonLat[],
): (from: Spot, to: Spot) => DrawnWalk {
  const search = createSearch(graph.modes.foot.in);
  return (from, to) => {
    const reach = to.snap && search(seedsTo(graph, 'foot', to.snap));
    const way = from.snap && to.snap && reach && findWay(graph, 'foot', from.snap, to.snap, reach);
    if (!way) throw new RangeError('a walk without a way');
    const points = way.stretches.flatMap((part) => cutLine(lineOf(part.edge), part.from, part.to));
    const line = [from.lonLat, ...points, to.lonLat];
    return { km: way.decimetres / 10_000, line: line.filter((point, i) => !isSame(point, line[i - 1])) };
  };
}

const isSame = (a: LonLat, b: LonLat | undefined) => b !== undefined && a[0] === b[0] && a[1] === b[1];
