import { metresPerUnit } from './distance.ts';

/** A closed line: longitude, latitude, longitude ... in units of 1e-7 degrees, the first point repeated last. */
export type Ring = readonly number[];

/** Square metres, positive counter-clockwise: the shoelace formula in a plane touching the middle of the ring. */
export function signedArea(ring: Ring): number {
  const [lon0, lat0] = [ring[0] ?? 0, ring[1] ?? 0];
  const { east, north } = metresPerUnit(lat0);
  let twice = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [x1, y1] = [(ring[i] ?? 0) - lon0, (ring[i + 1] ?? 0) - lat0];
    const [x2, y2] = [(ring[i + 2] ?? 0) - lon0, (ring[i + 3] ?? 0) - lat0];
    twice += x1 * y2 - x2 * y1;
  }
  return (twice / 2) * east * north;
}

/** Whether a point lies in a ring: a ray to the east crosses it an odd number of times. */
export function isInRing(ring: Ring, lon: number, lat: number): boolean {
  let isInside = false;
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [x1, y1] = [ring[i] ?? 0, ring[i + 1] ?? 0];
    const [x2, y2] = [ring[i + 2] ?? 0, ring[i + 3] ?? 0];
    if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
  }
  return isInside;
}

export interface Joined {
  /** Lines of nodes whose last node is their first. */
  readonly closed: readonly (readonly number[])[];
  readonly open: readonly (readonly number[])[];
}

/**
 * Joins lines of nodes end to end until they close, turning them round where that is needed.
 *
 * @param mayTurn false where the direction of a line means something, as for a coast.
 */
export function joinLines(lines: readonly (readonly number[])[], mayTurn = true): Joined {
  const left = new Set(lines.filter((line) => line.length > 1));
  const byEnd = new Map<number, Set<readonly number[]>>();
  const note = (node: number | undefined, line: readonly number[]) => {
    if (node === undefined) return;
    const there = byEnd.get(node) ?? new Set();
    byEnd.set(node, there.add(line));
  };
  for (const line of left) {
    note(line[0], line);
    if (mayTurn) note(line.at(-1), line);
  }
  const takeAt = (node: number | undefined): readonly number[] | null => {
    for (const line of byEnd.get(node ?? -1) ?? []) {
      if (!left.delete(line)) continue;
      return line[0] === node ? line : line.toReversed();
    }
    return null;
  };
  const [closed, open]: [number[][], number[][]] = [[], []];
  for (const first of left) {
    left.delete(first);
    const joined = [...first];
    while (joined[0] !== joined.at(-1)) {
      const next = takeAt(joined.at(-1));
      if (next === null) break;
      for (const node of next.slice(1)) joined.push(node);
    }
    (joined[0] === joined.at(-1) && joined.length > 3 ? closed : open).push(joined);
  }
  return { closed, open: mayTurn ? open : mergeOpen(open) };
}

/** Of directed lines, one begun in the middle of a chain continues another that ends where it begins. */
function mergeOpen(lines: number[][]): number[][] {
  const byStart = new Map(lines.map((line) => [line[0], line]));
  const ends = new Set(lines.map((line) => line.at(-1)));
  return lines
    .filter((line) => !ends.has(line[0]))
    .map((line) => {
      const chain = [...line];
      for (let next = byStart.get(chain.at(-1)); next !== undefined; next = byStart.get(chain.at(-1))) {
        byStart.delete(next[0]);
        for (const node of next.slice(1)) chain.push(node);
      }
      return chain;
    });
}
