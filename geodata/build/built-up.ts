import type { Geometry, Position } from 'geojson';
import { toLks92 } from '#core/place/lks92.ts';
import type { Territory } from '#core/place/territory.ts';
import type { Lks92 } from '#core/place/units.ts';
import { middle } from './plane.ts';

/** Where a car keeps to the speed of built-up areas. */
export interface BuiltUp {
  /** Shares of the way from a to b, ascending and between 0 and 1, at which the segment goes in or out. */
  crossings(a: Lks92, b: Lks92): number[];
  contains(point: Lks92): boolean;
}

interface Side {
  readonly start: Lks92;
  readonly end: Lks92;
}

/** The land of the towns. Villages are left out: the facts know their points, not their extent. */
export function builtUpTowns(territories: readonly Pick<Territory, 'kind' | 'geometry'>[]): BuiltUp {
  const sides = territories
    .filter(({ kind }) => kind === 'town')
    .flatMap(({ geometry }) => ringsOf(geometry))
    .flatMap(sidesOf);
  return {
    crossings: (a, b) => sides.flatMap((side) => crossing(a, b, side)).sort((one, other) => one - other),
    // Even-odd rule: a ray to the east meets the border an odd number of times.
    contains: (point) => sides.filter((side) => isWestOf(point, side)).length % 2 === 1,
  };
}

function ringsOf(geometry: Geometry | null): Position[][] {
  if (geometry?.type === 'Polygon') return geometry.coordinates;
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates.flat();
  throw new Error('a town needs a polygon');
}

function sidesOf(ring: readonly Position[]): Side[] {
  const corners = ring.map(([lon = 0, lat = 0]) => toLks92([lon, lat]));
  return corners.slice(1).map((end, index) => ({ start: corners[index] ?? end, end }));
}

/** The half-open test of heights counts a corner once. */
function isWestOf(point: Lks92, { start, end }: Side): boolean {
  if (start.north > point.north === end.north > point.north) return false;
  return point.east < middle(start, end, (point.north - start.north) / (end.north - start.north)).east;
}

function crossing(a: Lks92, b: Lks92, { start, end }: Side): number[] {
  const [east, north] = [b.east - a.east, b.north - a.north];
  const [sideEast, sideNorth] = [end.east - start.east, end.north - start.north];
  const cross = east * sideNorth - north * sideEast;
  if (cross === 0) return [];
  const [toEast, toNorth] = [start.east - a.east, start.north - a.north];
  const share = (toEast * sideNorth - toNorth * sideEast) / cross;
  const alongSide = (toEast * north - toNorth * east) / cross;
  return share > 0 && share < 1 && alongSide >= 0 && alongSide < 1 ? [share] : [];
}
