import { metresPerUnit } from './distance.ts';
import type { Ring } from './rings.ts';

/** Metres from point i to the straight line from point a to point b. */
function distanceTo(points: Ring, i: number, a: number, b: number, east: number, north: number): number {
  const at = (k: number) =>
    [
      ((points[2 * k] ?? 0) - (points[0] ?? 0)) * east,
      ((points[2 * k + 1] ?? 0) - (points[1] ?? 0)) * north,
    ] as const;
  const [[px, py], [ax, ay], [bx, by]] = [at(i), at(a), at(b)];
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / squared));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

/**
 * Leaves out points that lie within so many metres of the line without them: D. H. Douglas and T. K. Peucker,
 * "Algorithms for the reduction of the number of points required to represent a digitized line or its
 * caricature", The Canadian Cartographer 10 (1973), 112-122. First and last point stay.
 *
 * @param points longitude, latitude, longitude ... in units of 1e-7 degrees.
 */
export function simplifyLine(points: Ring, metres: number): Ring {
  const count = points.length / 2;
  if (count < 3) return points;
  const { east, north } = metresPerUnit(points[1] ?? 0);
  const keeps = new Uint8Array(count);
  keeps[0] = 1;
  keeps[count - 1] = 1;
  const open: (readonly [number, number])[] = [[0, count - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [a, b] = span;
    let [farthest, most] = [-1, metres];
    for (let i = a + 1; i < b; i += 1) {
      const distance = distanceTo(points, i, a, b, east, north);
      if (distance > most) [farthest, most] = [i, distance];
    }
    if (farthest < 0) continue;
    keeps[farthest] = 1;
    open.push([a, farthest], [farthest, b]);
  }
  return points.filter((_, i) => keeps[i >> 1] === 1);
}

/** The same for a closed ring, which stays closed; null where less than a triangle is left. */
export function simplifyRing(ring: Ring, metres: number): Ring | null {
  const half = 2 * Math.floor(ring.length / 4);
  const [there, back] = [ring.slice(0, half + 2), ring.slice(half)];
  const simple = [...simplifyLine(there, metres), ...simplifyLine(back, metres).slice(2)];
  return simple.length >= 8 ? simple : null;
}

/** Degrees with five decimals, about a metre: enough to draw. */
export function toLonLats(points: Ring): [number, number][] {
  const degrees = (value: number | undefined) => Math.round((value ?? 0) / 100) / 1e5;
  return Array.from({ length: points.length / 2 }, (_, i) => [
    degrees(points[2 * i]),
    degrees(points[2 * i + 1]),
  ]);
}
