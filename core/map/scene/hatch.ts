import type { Line, Point } from './primitives.ts';

const gap = 2.6;

/**
 * Diagonal lines that fill an area, cut at its border: the same in every renderer, which patterns are
 * not. The lines of all areas lie on one family of diagonals, so that neighbours run on.
 */
export const hatch = (rings: readonly (readonly Point[])[], stroke: string): Line => {
  const sums = rings.flat().map(([x, y]) => x + y);
  const lines: Point[][] = [];
  const first = Math.ceil(Math.min(...sums) / gap);
  const last = Math.floor(Math.max(...sums) / gap);
  for (let i = first; i <= last; i++) lines.push(...chords(rings, (i + 0.5) * gap));
  return { shape: 'line', lines, stroke, width: 0.55 };
};

/** Stretches of the diagonal x + y = sum inside the rings, by the even-odd rule. */
const chords = (rings: readonly (readonly Point[])[], sum: number): Point[][] => {
  const crossings: number[] = [];
  for (const ring of rings) {
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
      const [s1, s2] = [x1 + y1, x2 + y2];
      if (s1 > sum !== s2 > sum) crossings.push(x1 + ((sum - s1) / (s2 - s1)) * (x2 - x1));
    });
  }
  crossings.sort((a, b) => a - b);
  const found: Point[][] = [];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from, to] = [crossings[i] ?? 0, crossings[i + 1] ?? 0];
    found.push([
      [from, sum - from],
      [to, sum - to],
    ]);
  }
  return found;
};
