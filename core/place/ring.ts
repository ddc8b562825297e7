import Flatbush from 'flatbush';

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

/** Every segment of some rings, to be asked for what is near. */
export class Segments {
  readonly #at: Float64Array;
  readonly #tree: Flatbush | null;
  readonly count: number;
  /** Number of the ring of each segment, and its place in it. */
  readonly ring: Int32Array;
  readonly place: Int32Array;

  constructor(rings: readonly Ring[]) {
    this.count = rings.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0);
    this.#at = new Float64Array(4 * this.count);
    this.ring = new Int32Array(this.count);
    this.place = new Int32Array(this.count);
    this.#tree = this.count === 0 ? null : new Flatbush(this.count);
    let segment = 0;
    for (const [r, ring] of rings.entries()) {
      for (let i = 1; i < ring.length; i += 1) {
        const [[ax, ay], [bx, by]] = [ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0]];
        this.#at.set([ax, ay, bx, by], 4 * segment);
        this.ring[segment] = r;
        this.place[segment] = i - 1;
        this.#tree?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
        segment += 1;
      }
    }
    this.#tree?.finish();
  }

  from = (segment: number): Xy => [this.#at[4 * segment] ?? 0, this.#at[4 * segment + 1] ?? 0];
  to = (segment: number): Xy => [this.#at[4 * segment + 2] ?? 0, this.#at[4 * segment + 3] ?? 0];

  /** Segments whose boxes come as near as `metres` to that of this one, those after it only. */
  near(segment: number, metres = 0): readonly number[] {
    const [[ax, ay], [bx, by]] = [this.from(segment), this.to(segment)];
    const box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const;
    return (
      this.#tree?.search(
        box[0] - metres,
        box[1] - metres,
        box[2] + metres,
        box[3] + metres,
        (other) => other > segment,
      ) ?? []
    );
  }
}

/** Where two segments cross in their inside; null where they do not, or only touch. */
export function crossing(a: Xy, b: Xy, c: Xy, d: Xy): Xy | null {
  const [c1, c2, d1, d2] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (!(c1 > 0 !== c2 > 0 && d1 > 0 !== d2 > 0) || c1 === 0 || c2 === 0 || d1 === 0 || d2 === 0) return null;
  const t = d1 / (d1 - d2);
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}

const isOn = (a: Xy, b: Xy, c: Xy): boolean =>
  turn(a, b, c) === 0 &&
  Math.min(a[0], b[0]) <= c[0] &&
  c[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= c[1] &&
  c[1] <= Math.max(a[1], b[1]);

/**
 * A place where tidied rings of one polygon are not simple: two segments cross, or a ring touches itself; null
 * where the polygon is sound (ISO 19107, as `ST_IsValid` tests it). Rings may touch each other in single places.
 */
export function findCrossing(rings: readonly Ring[]): Xy | null {
  const segments = new Segments(rings);
  for (let s = 0; s < segments.count; s += 1) {
    const [a, b] = [segments.from(s), segments.to(s)];
    for (const other of segments.near(s)) {
      const found = touch(segments, rings, s, other, a, b);
      if (found !== null) return found;
    }
  }
  return null;
}

function touch(
  segments: Segments,
  rings: readonly Ring[],
  s: number,
  other: number,
  a: Xy,
  b: Xy,
): Xy | null {
  const [c, d] = [segments.from(other), segments.to(other)];
  const cross = crossing(a, b, c, d);
  if (cross !== null) return cross;
  if (segments.ring[s] !== segments.ring[other]) return null;
  const gap = (segments.place[other] ?? 0) - (segments.place[s] ?? 0);
  const isNext = gap === 1 || gap === (rings[segments.ring[s] ?? 0]?.length ?? 0) - 2;
  if (isNext) return null;
  if (isOn(a, b, c)) return c;
  if (isOn(a, b, d)) return d;
  return isOn(c, d, a) ? a : null;
}

/** A place of the first ring that the second does not hold, asked whether it lies within the second. */
function liesWithin(inner: Ring, outer: Ring): boolean {
  const corners = new Set(outer.map(([x, y]) => `${x} ${y}`));
  const own = inner.find(([x, y]) => !corners.has(`${x} ${y}`));
  if (own !== undefined) return isInRing(own, outer);
  const [a, b] = [inner[0] ?? [0, 0], inner[1] ?? [0, 0]];
  return isInRing([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], outer);
}

const turned = (ring: Ring, isCounterClockwise: boolean): Ring =>
  signedArea(ring) > 0 === isCounterClockwise ? ring : ring.toReversed();

/**
 * Polygons of tidied rings by how they lie in one another, whatever their direction in the file: a ring within
 * none is an outline, one within an outline a hole, one within a hole an outline again.
 */
export function nestRings(rings: readonly Ring[]): { polygons: Polygons; turned: number } {
  const items = rings
    .map((ring) => ({ ring, area: Math.abs(signedArea(ring)), box: boxOf([ring]), depth: 0 }))
    .sort((a, b) => b.area - a.area);
  const polygons: { outer: (typeof items)[number]; rings: Ring[] }[] = [];
  for (const [i, item] of items.entries()) {
    const around = items
      .slice(0, i)
      .filter(({ ring, box }) => holds(box, item.box) && liesWithin(item.ring, ring));
    item.depth = around.length;
    const parent = around.at(-1);
    const home = item.depth % 2 === 1 ? polygons.find(({ outer }) => outer === parent) : undefined;
    if (home === undefined) polygons.push({ outer: item, rings: [turned(item.ring, true)] });
    else home.rings.push(turned(item.ring, false));
  }
  const wrong = items.filter(({ ring, depth }) => signedArea(ring) > 0 !== (depth % 2 === 0)).length;
  return { polygons: polygons.map((polygon) => polygon.rings), turned: wrong };
}

type Box = ReturnType<typeof boxOf>;
const holds = (a: Box, b: Box): boolean => a[0] <= b[0] && a[1] <= b[1] && a[2] >= b[2] && a[3] >= b[3];
