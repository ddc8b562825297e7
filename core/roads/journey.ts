import type { StreetGraph } from './graph.ts';
import { createSearch, type Reach, type Seed, unreachable } from './reach.ts';
import type { Snap } from './snap.ts';
import type { Mode } from './street.ts';

/** Cost of a whole journey between two points, the parts off the road included. */
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

/** Seeds of a search over the reversed graph: the ends of the destination's edge, and what is left from there. */
export function seedsTo(graph: StreetGraph, mode: Mode, destination: Snap): Seed[] {
  const { edge, fraction } = destination;
  const seed = (node: number, cost: Cost | null): Seed[] => (cost ? [{ node, ...cost }] : []);
  return [
    ...seed(graph.edgeFrom[edge] ?? 0, alongEdge(graph, mode, edge, 0, fraction)),
    ...seed(graph.edgeTo[edge] ?? 0, alongEdge(graph, mode, edge, 1, fraction)),
  ];
}

/** How a journey leaves its first edge: towards an end, or straight to a destination on the same edge. */
export type Departure = 'to-first-end' | 'to-second-end' | 'same-edge';

/** The fastest (then shortest) journey from an origin, given the reach of its destination; null when there is none. */
export function journey(
  graph: StreetGraph,
  mode: Mode,
  origin: Snap,
  destination: Snap,
  reach: Reach,
): (Cost & { readonly departure: Departure }) | null {
  const { edge, fraction } = origin;
  let best: (Cost & { departure: Departure }) | null = null;
  const offer = (departure: Departure, first: Cost | null, rest: Cost) => {
    if (!first || rest.milliseconds >= unreachable) return;
    const milliseconds = first.milliseconds + rest.milliseconds;
    const decimetres = first.decimetres + rest.decimetres;
    const isBetter =
      !best ||
      milliseconds < best.milliseconds ||
      (milliseconds === best.milliseconds && decimetres < best.decimetres);
    if (isBetter) best = { milliseconds, decimetres, departure };
  };
  const from = (node: number): Cost => ({
    milliseconds: reach.milliseconds[node] ?? unreachable,
    decimetres: reach.decimetres[node] ?? unreachable,
  });
  if (edge === destination.edge) {
    offer('same-edge', alongEdge(graph, mode, edge, fraction, destination.fraction), nothing);
  }
  offer('to-first-end', alongEdge(graph, mode, edge, fraction, 0), from(graph.edgeFrom[edge] ?? 0));
  offer('to-second-end', alongEdge(graph, mode, edge, fraction, 1), from(graph.edgeTo[edge] ?? 0));
  return best === null ? null : withOffRoad(best, origin, destination);
}

const nothing: Cost = { milliseconds: 0, decimetres: 0 };

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
  destinations.forEach((destination, row) => {
    if (!destination) return;
    const reach = search(seedsTo(graph, mode, destination));
    origins.forEach((origin, column) => {
      const cost = origin && journey(graph, mode, origin, destination, reach);
      if (!cost) return;
      milliseconds[row * origins.length + column] = cost.milliseconds;
      decimetres[row * origins.length + column] = cost.decimetres;
    });
  });
  return { originCount: origins.length, milliseconds, decimetres };
}
