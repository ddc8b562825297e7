import type { Way } from '#core/access/answer.ts';
import type { LonLat } from '#core/place/units.ts';
import { roadOf } from '#core/roads/attributes.ts';
import type { StreetGraph } from '#core/roads/graph.ts';
import { seedsTo } from '#core/roads/journey.ts';
import { createSearch } from '#core/roads/reach.ts';
import { type Snap, snap } from '#core/roads/snap.ts';
import type { Mode } from '#core/roads/street.ts';
import { cutLine, findWay, type RoadWay } from '#core/roads/way.ts';
import type { World } from '../world.ts';
import { snapHomes, streetsOf } from './on-streets.ts';

export interface StreetWayTask {
  readonly mode: Mode;
  readonly home: number;
  readonly place: LonLat;
}

type Leg = Way['legs'][number];

/** What a way is between its ends. */
export type FoundWay = Omit<Way, 'mode' | 'from' | 'to'>;

export const noWay = (reason: Way['reason']): FoundWay => ({
  minutes: null,
  km: null,
  reason,
  offRoadMetres: { start: 0, end: 0 },
  line: [],
  legs: [],
  journeys: [],
});

/** The fastest way on streets from a home to a place, road by road. */
export function streetWay(world: World, { mode, home, place }: StreetWayTask): FoundWay {
  const { graph, index } = streetsOf(world);
  const origin = snapHomes(world, mode)[home] ?? null;
  const end = snap(index, place, mode);
  if (!origin || !end) return noWay('unsnapped');
  const reach = createSearch(graph.modes[mode].in)(seedsTo(graph, mode, end));
  const way = findWay(graph, mode, origin, end, reach);
  if (!way) return noWay('no-route');
  return {
    minutes: way.milliseconds / 60_000,
    km: way.decimetres / 10_000,
    reason: null,
    offRoadMetres: { start: origin.offRoadDecimetres / 10, end: end.offRoadDecimetres / 10 },
    line: drawLine(world.homes.lonLat[home] ?? place, place, way, graph),
    legs: describeLegs(origin, end, way, graph),
    journeys: [],
  };
}

/** The journey as a person would tell it: one leg per road, and what is walked off the network at both ends. */
function describeLegs(origin: Snap, end: Snap, way: RoadWay, graph: StreetGraph): Leg[] {
  const legs: { milliseconds: number; decimetres: number; about: Omit<Leg, 'km' | 'minutes'> }[] = [];
  const add = (milliseconds: number, decimetres: number, about: Omit<Leg, 'km' | 'minutes'>) => {
    const last = legs.at(-1);
    if (last && isSameRoad(last.about, about)) {
      last.milliseconds += milliseconds;
      last.decimetres += decimetres;
    } else legs.push({ milliseconds, decimetres, about });
  };
  if (origin.offRoadDecimetres > 0) add(origin.offRoadMs, origin.offRoadDecimetres, offRoad);
  for (const { edge, milliseconds, decimetres } of way.stretches) {
    const { ref, name, highway, surface, role } = roadOf(graph, edge);
    add(milliseconds, decimetres, { ref, name, highway, surface, role });
  }
  if (end.offRoadDecimetres > 0) add(end.offRoadMs, end.offRoadDecimetres, offRoad);
  return legs.map(({ milliseconds, decimetres, about }) => ({
    ...about,
    km: decimetres / 10_000,
    minutes: milliseconds / 60_000,
  }));
}

const offRoad = { ref: null, name: null, highway: 'path', surface: 'unknown', role: 'off-road' } as const;

const isSameRoad = (a: Omit<Leg, 'km' | 'minutes'>, b: Omit<Leg, 'km' | 'minutes'>) =>
  a.ref === b.ref &&
  a.name === b.name &&
  a.highway === b.highway &&
  a.surface === b.surface &&
  a.role === b.role;

/** The way on the map, from the home over the streets to the destination. */
function drawLine(from: LonLat, to: LonLat, way: RoadWay, graph: StreetGraph): LonLat[] {
  const points = way.stretches.flatMap(({ edge, from: start, to: end }) =>
    cutLine(lineOf(graph, edge), start, end),
  );
  return [from, ...points, to].filter((point, i, all) => !isSamePoint(point, all[i - 1]));
}

/** The drawn line of an edge in degrees. */
export function lineOf({ lineOffset, linePoints }: StreetGraph, edge: number): LonLat[] {
  const points: LonLat[] = [];
  for (let point = lineOffset[edge] ?? 0; point < (lineOffset[edge + 1] ?? 0); point += 1) {
    points.push([(linePoints[2 * point] ?? 0) / 1e7, (linePoints[2 * point + 1] ?? 0) / 1e7]);
  }
  return points;
}

const isSamePoint = (a: LonLat, b: LonLat | undefined) => b !== undefined && a[0] === b[0] && a[1] === b[1];
