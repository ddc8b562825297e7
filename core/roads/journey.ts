import { alongEdge, type Cost, type EdgeEnd, finishesOf, startsOf } from './ends.ts';
import type { StreetGraph } from './graph.ts';
import { createSearch, type Reach, type Seed, unreachable } from './reach.ts';
import type { Snap } from './snap.ts';
import type { Mode } from './street.ts';

/** Seeds of a search over the reversed graph: the ends of the destination's edge, and what is left from there. */
export const seedsTo = (graph: StreetGraph, mode: Mode, destination: Snap): Seed[] =>
  finishesOf(graph, mode, destination);

/** Seeds of a search over the graph: the ends of the origin's edge, and what it costs to get there. */
export const seedsFrom = (graph: StreetGraph, mode: Mode, origin: Snap): Seed[] =>
  startsOf(graph, mode, origin);

/** How a journey leaves its first edge: by one of its ends, or straight to a destination on the same edge. */
type Departure = EdgeEnd | 'same-edge';

interface Journey extends Cost {
  readonly departure: Departure;
}

/**
 * The fastest (then shortest) journey from an origin, given the reach of its destination: that of a search
 * over `in` from `seedsTo`. Null when there is none. Costs have the parts off the road in them.
 */
export const journey = (
  graph: StreetGraph,
  mode: Mode,
  origin: Snap,
  destination: Snap,
  reach: Reach,
): Journey | null => {
  const best = fastest(startsOf(graph, mode, origin), reach, straight(graph, mode, origin, destination));
  return best && withOffRoad(best, origin, destination);
};

/** The same cost from the other side, given the reach of the origin: that of a search over `out` from `seedsFrom`. */
export function journeyCost(
  graph: StreetGraph,
  mode: Mode,
  origin: Snap,
  destination: Snap,
  reach: Reach,
): Cost | null {
  const best = fastest(
    finishesOf(graph, mode, destination),
    reach,
    straight(graph, mode, origin, destination),
  );
  if (!best) return null;
  const { milliseconds, decimetres } = withOffRoad(best, origin, destination);
  return { milliseconds, decimetres };
}

function straight(graph: StreetGraph, mode: Mode, origin: Snap, destination: Snap): Cost | null {
  if (origin.edge !== destination.edge) return null;
  return alongEdge(graph, mode, origin.edge, origin.fraction, destination.fraction);
}

function fastest(ends: readonly EdgeEnd[], reach: Reach, along: Cost | null): Journey | null {
  let best: Journey | null = along && { ...along, departure: 'same-edge' };
  for (const end of ends) {
    const rest = reach.milliseconds[end.node] ?? unreachable;
    if (rest >= unreachable) continue;
    const milliseconds = end.milliseconds + rest;
    const decimetres = end.decimetres + (reach.decimetres[end.node] ?? 0);
    const isBetter =
      best === null ||
      milliseconds < best.milliseconds ||
      (milliseconds === best.milliseconds && decimetres < best.decimetres);
    if (isBetter) best = { milliseconds, decimetres, departure: end };
  }
  return best;
}

const withOffRoad = <T extends Cost>(cost: T, origin: Snap, destination: Snap): T => ({
  ...cost,
  milliseconds: cost.milliseconds + origin.offRoadMs + destination.offRoadMs,
  decimetres: cost.decimetres + origin.offRoadDecimetres + destination.offRoadDecimetres,
});

/** Journeys between many points: row by row per destination, one column per origin; `unreachable` where there is none. */
export interface TravelMatrix {
  readonly originCount: number;
  readonly milliseconds: Int32Array;
  readonly decimetres: Int32Array;
}

/** One search per destination. A null snap gives a row or a column of `unreachable`. */
export function travelMatrix(
  graph: StreetGraph,
  mode: Mode,
  origins: readonly (Snap | null)[],
  destinations: readonly (Snap | null)[],
): TravelMatrix {
  const cells = () => new Int32Array(new SharedArrayBuffer(4 * origins.length * destinations.length));
  const milliseconds = cells().fill(unreachable);
  const decimetres = cells().fill(unreachable);
  const search = createSearch(graph.modes[mode].in);
  const starts = origins.map((origin) => (origin ? startsOf(graph, mode, origin) : []));
  destinations.forEach((destination, row) => {
    if (!destination) return;
    const reach = search(seedsTo(graph, mode, destination));
    origins.forEach((origin, column) => {
      if (!origin) return;
      const along = straight(graph, mode, origin, destination);
      const best = fastest(starts[column] ?? [], reach, along);
      if (!best) return;
      const cost = withOffRoad(best, origin, destination);
      milliseconds[row * origins.length + column] = cost.milliseconds;
      decimetres[row * origins.length + column] = cost.decimetres;
    });
  });
  return { originCount: origins.length, milliseconds, decimetres };
}
