import { Delaunay } from 'd3-delaunay';
import type { Seed } from './seeds.ts';

/** What the facts say of units, measured on a diagram: areas, centroids, shared borders, parts. */
export interface Shape {
  /** Square kilometres and centroid in kilometres, by unit. */
  readonly units: ReadonlyMap<string, { area: number; east: number; north: number }>;
  /** Kilometres of border by "unit|unit" in alphabetical order. */
  readonly borders: ReadonlyMap<string, number>;
  /** Number of separate pieces, by unit. */
  readonly parts: ReadonlyMap<string, number>;
}

export const pairKey = (a: string, b: string): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/**
 * Measures a diagram edge by edge without making polygons, which is what lets a search look at
 * thousands of them: each Voronoi edge spans a triangle with the seed on either side.
 */
export function shapeOf(seeds: readonly Seed[]): Shape {
  const delaunay = Delaunay.from(
    seeds,
    (seed) => seed.at.east / 1000,
    (seed) => seed.at.north / 1000,
  );
  const { halfedges, triangles, points } = delaunay;
  const corners = delaunay.voronoi().circumcenters;
  const units = new Map<string, { area: number; east: number; north: number }>();
  const borders = new Map<string, number>();
  const group = Array.from(seeds, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (group[at] !== at) at = group[at] ?? at;
    group[index] = at;
    return at;
  };
  const add = (seed: number, ax: number, ay: number, bx: number, by: number) => {
    const unit = seeds[seed]?.unit ?? '';
    const [x, y] = [points[2 * seed] ?? 0, points[2 * seed + 1] ?? 0];
    const area = Math.abs((ax - x) * (by - y) - (bx - x) * (ay - y)) / 2;
    const sum = units.get(unit) ?? { area: 0, east: 0, north: 0 };
    sum.area += area;
    sum.east += (area * (x + ax + bx)) / 3;
    sum.north += (area * (y + ay + by)) / 3;
    units.set(unit, sum);
  };
  for (let edge = 0; edge < halfedges.length; edge++) {
    const twin = halfedges[edge] ?? -1;
    if (twin < edge) continue;
    const [i, j] = [triangles[edge] ?? 0, triangles[twin] ?? 0];
    const [s, t] = [2 * Math.floor(edge / 3), 2 * Math.floor(twin / 3)];
    const [ax, ay] = [corners[s] ?? 0, corners[s + 1] ?? 0];
    const [bx, by] = [corners[t] ?? 0, corners[t + 1] ?? 0];
    add(i, ax, ay, bx, by);
    add(j, ax, ay, bx, by);
    const [a, b] = [seeds[i]?.unit ?? '', seeds[j]?.unit ?? ''];
    if (a === b) group[root(i)] = root(j);
    else borders.set(pairKey(a, b), (borders.get(pairKey(a, b)) ?? 0) + Math.hypot(ax - bx, ay - by));
  }
  for (const sum of units.values()) {
    sum.east /= sum.area;
    sum.north /= sum.area;
  }
  return { units, borders, parts: countParts(seeds, root) };
}

function countParts(seeds: readonly Seed[], root: (index: number) => number): Map<string, number> {
  const roots = new Map<string, Set<number>>();
  seeds.forEach((seed, index) => {
    roots.set(seed.unit, (roots.get(seed.unit) ?? new Set()).add(root(index)));
  });
  return new Map([...roots].map(([unit, found]) => [unit, found.size]));
}
