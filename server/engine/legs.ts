import type { Way } from '#core/access/answer.ts';
import type { LonLat } from '#core/place/units.ts';
import type { Snap } from '#core/roads/snap.ts';
import type { StreetEdge } from '#core/roads/street.ts';
import { cutLine, type RoadWay } from '#core/roads/way.ts';

type Leg = Way['legs'][number];

/** The journey as a person would tell it: one leg per road, and what is walked off the network at both ends. */
export function describeLegs(origin: Snap, end: Snap, way: RoadWay, edges: readonly StreetEdge[]): Leg[] {
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
    const road = edges[edge];
    if (!road) continue;
    const { ref, name, highway, surface, role } = road;
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
export function drawLine(from: LonLat, to: LonLat, way: RoadWay, edges: readonly StreetEdge[]): LonLat[] {
  const points = way.stretches.flatMap((stretch) =>
    cutLine(edges[stretch.edge]?.line ?? [], stretch.from, stretch.to),
  );
  return [from, ...points, to].filter((point, i, all) => !isSamePoint(point, all[i - 1]));
}

const isSamePoint = (a: LonLat, b: LonLat | undefined) => b !== undefined && a[0] === b[0] && a[1] === b[1];
