/** A place on a plane in metres: east, north. */
export type Xy = readonly [number, number];
/** Closed: the last place is the first. */
export type Ring = readonly Xy[];
/** The outer ring first, counter-clockwise; then its holes, clockwise. */
export type Polygon = readonly Ring[];
export type Polygons = readonly Polygon[];

/** In square metres; positive when the ring runs counter-clockwise. */
export function signedArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [[ax, ay], [bx, by]] = [ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0]];
    // Relative to the first place: with coordinates of a country the products would eat the last digits.
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum / 2;
}

/** In square metres, holes taken off. */
export const areaOf = (polygons: Polygons): number =>
  polygons.reduce((sum, polygon) => sum + polygon.reduce((one, ring) => one + signedArea(ring), 0), 0);

export function lengthOf(ring: Ring): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0]];
    sum += Math.hypot(b[0] - a[0], b[1] - a[1]);
  }
  return sum;
}

/** west, south, east, north; infinite for nothing. */
export function boxOf(rings: Iterable<Ring>): readonly [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
  }
  return [west, south, east, north];
}

/** Whether a place lies within a ring; on its line either answer is possible. */
export function isInRing([x, y]: Xy, ring: Ring): boolean {
  let isInside = false;
  for (let i = 1; i < ring.length; i += 1) {
    const [[ax, ay], [bx, by]] = [ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0]];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  }
  return isInside;
}

export const isInPolygons = (at: Xy, polygons: Polygons): boolean =>
  polygons.some(([outer = [], ...holes]) => isInRing(at, outer) && !holes.some((hole) => isInRing(at, hole)));

const isSame = (a: Xy, b: Xy): boolean => a[0] === b[0] && a[1] === b[1];

/** Twice the area of the triangle: positive when c lies left of the way from a to b. */
export const turn = (a: Xy, b: Xy, c: Xy): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

const isBack = (a: Xy, b: Xy, c: Xy): boolean =>
  turn(a, b, c) === 0 && (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1]) > 0;

/**
 * The ring closed, without a place twice in a row and without needles that go out and back on the same line;
 * null where less than a triangle is left.
 */
export function tidyRing(ring: Ring): Ring | null {
  const places: Xy[] = [];
  for (const place of ring) {
    if (!Number.isFinite(place[0]) || !Number.isFinite(place[1])) return null;
    const last = places.at(-1);
    if (last === undefined || !isSame(last, place)) places.push(place);
  }
  const first = places[0];
  if (first !== undefined && places.length > 1 && isSame(first, places.at(-1) ?? first)) places.pop();
  for (let i = 0; i < places.length && places.length >= 3; ) {
    const at = (offset: number): Xy => places[(i + offset + places.length) % places.length] ?? [0, 0];
    if (isSame(at(0), at(1)) || isBack(at(-1), at(0), at(1))) {
      places.splice(i, 1);
      i = Math.max(0, i - 2);
    } else i += 1;
  }
  const start = places[0];
  if (start === undefined || places.length < 3) return null;
  const closed = [...places, start];
  return signedArea(closed) === 0 ? null : closed;
}
