import type { Geometry, Position } from 'geojson';
import { type Crs, crs84, toCrs } from '#core/contract/crs.ts';
import type { Bbox } from '#core/place/units.ts';

type Coordinates = Position | readonly Coordinates[];

const isPosition = (coordinates: Coordinates): coordinates is Position => typeof coordinates[0] === 'number';

function mapCoordinates(coordinates: Coordinates, change: (position: Position) => Position): Coordinates {
  if (isPosition(coordinates)) return change(coordinates);
  return coordinates.map((inner) => mapCoordinates(inner, change));
}

/** A geometry in degrees written in another system, in its order of axes. */
export function geometryIn(crs: Crs, geometry: Geometry | null): Geometry | null {
  if (geometry === null) return null;
  if (geometry.type === 'GeometryCollection') {
    return {
      ...geometry,
      geometries: geometry.geometries.map((part) => geometryIn(crs, part)).filter((part) => part !== null),
    };
  }
  const change = ([lon = 0, lat = 0]: Position): Position => toCrs(crs, [lon, lat]);
  return { ...geometry, coordinates: mapCoordinates(geometry.coordinates, change) } as Geometry;
}

/** Positions of a geometry, in degrees. */
function* positionsOf(geometry: Geometry): Generator<Position> {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) yield* positionsOf(part);
    return;
  }
  const waiting: Coordinates[] = [geometry.coordinates];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isPosition(next)) yield next;
    else waiting.push(...next);
  }
}

/** Smallest box around geometries, or null when none has one. */
export function extentOf(geometries: Iterable<Geometry | null>): Bbox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    if (geometry === null) continue;
    for (const position of positionsOf(geometry)) {
      const [lon, lat] = toCrs(crs84, [position[0] ?? 0, position[1] ?? 0]);
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
  }
  return west > east ? null : [west, south, east, north];
}
