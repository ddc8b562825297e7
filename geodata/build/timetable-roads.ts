import type { LonLat } from '#core/place/units.ts';
import type { HighwayClass, StreetEdge, StreetNetwork } from '#core/roads/street.ts';
import { roundLonLat } from './plane.ts';
import type { StopPlan } from './timetable-tables.ts';

/**
 * Kilometres per hour of a bus between stops: about 0.8 of a car's recommended speed
 * (`docs/methods/travel-by-road.md`). Settings of their own, so that a calibration of cars moves no bus.
 */
const busSpeeds: Readonly<Partial<Record<HighwayClass, { paved: number; gravel: number; builtUp: number }>>> =
  {
    trunk: { paved: 70, gravel: 52, builtUp: 38 },
    secondary: { paved: 64, gravel: 50, builtUp: 34 },
    tertiary: { paved: 60, gravel: 48, builtUp: 34 },
    unclassified: { paved: 52, gravel: 42, builtUp: 30 },
    residential: { paved: 32, gravel: 26, builtUp: 24 },
  };

interface Hop {
  readonly to: number;
  readonly metres: number;
  readonly kmh: number;
}

/** The drawn roads as a bus sees them; both ways alike, because no drawn road is one-way. */
export interface BusRoads {
  readonly nodeOf: (stop: string) => number;
  readonly positionOf: (stop: string) => LonLat;
  readonly hops: readonly (readonly Hop[])[];
}

/** Roads with the stops on them; a stop on the way between two places cuts the piece of road it stands on. */
export function layBusRoads({ nodes, edges }: StreetNetwork, stops: readonly StopPlan[]): BusRoads {
  const hops: Hop[][] = nodes.map(() => []);
  const positions: LonLat[] = nodes.map(({ lonLat }) => lonLat);
  const join = (a: number, b: number, metres: number, kmh: number) => {
    hops[a]?.push({ to: b, metres, kmh });
    hops[b]?.push({ to: a, metres, kmh });
  };
  for (const edge of edges) join(edge.from, edge.to, edge.lengthMetres, busSpeed(edge));
  const named = new Map<string, number>();
  for (const { id, name } of nodes) if (name !== null && !named.has(name)) named.set(name, id);
  const known = (name: string): number => {
    const node = named.get(name);
    if (node === undefined) throw new Error(`no place "${name}" on the drawn roads`);
    return node;
  };
  for (const { name, place, way } of stops) {
    if (place !== null) named.set(name, known(place));
    if (way === null) continue;
    const spot = spotOnWay(hops, known(way.from), known(way.to), way.metres);
    const node = hops.push([]) - 1;
    positions.push(between(positions[spot.from], positions[spot.to], spot.share));
    join(spot.from, node, spot.metres * spot.share, spot.kmh);
    join(node, spot.to, spot.metres * (1 - spot.share), spot.kmh);
    named.set(name, node);
  }
  const positionOf = (stop: string): LonLat => {
    const position = positions[known(stop)];
    if (position === undefined) throw new Error(`no position of ${stop}`);
    return position;
  };
  return { nodeOf: known, positionOf, hops };
}

/** An unknown surface is taken as the network takes it: paved on roads that join places, gravel else. */
function busSpeed({ highway, surface, isBuiltUp }: StreetEdge): number {
  const speeds = busSpeeds[highway];
  if (speeds === undefined) throw new Error(`no bus speed for ${highway}`);
  const isPaved = surface === 'paved' || (surface === 'unknown' && highway !== 'unclassified');
  const free = isPaved ? speeds.paved : speeds.gravel;
  return isBuiltUp ? Math.min(free, speeds.builtUp) : free;
}

/** Every node's fastest way from `from`: seconds, and the node before it. Label correcting, for few nodes. */
export function fastestWays(hops: BusRoads['hops'], from: number) {
  const seconds = new Map<number, number>([[from, 0]]);
  const before = new Map<number, number>();
  const queue = [from];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const { to, metres, kmh } of hops[at] ?? []) {
      const time = (seconds.get(at) ?? 0) + (metres * 3.6) / kmh;
      if (time >= (seconds.get(to) ?? Number.POSITIVE_INFINITY)) continue;
      seconds.set(to, time);
      before.set(to, at);
      queue.push(to);
    }
  }
  return { seconds, before };
}

function spotOnWay(hops: BusRoads['hops'], from: number, to: number, metres: number) {
  const { before } = fastestWays(hops, from);
  const way = [to];
  for (let at = before.get(to); at !== undefined; at = before.get(at)) way.unshift(at);
  let left = metres;
  for (const [index, start] of way.entries()) {
    const hop = hops[start]?.find((each) => each.to === way[index + 1]);
    if (hop === undefined) break;
    if (hop.metres >= left) return { ...hop, from: start, share: left / hop.metres };
    left -= hop.metres;
  }
  throw new Error(`the way is shorter than ${metres} m`);
}

function between(a: LonLat | undefined, b: LonLat | undefined, share: number): LonLat {
  if (a === undefined || b === undefined) throw new Error('a way without ends');
  return roundLonLat([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]);
}
