import type { Box, Point } from './primitives.ts';

type Ring = readonly Point[];

/** Crossing point of a segment with one side of a box; `axis` 0 is a vertical side. */
const cross = (a: Point, b: Point, axis: 0 | 1, at: number): Point => {
  const t = (at - a[axis]) / (b[axis] - a[axis]);
  return axis === 0 ? [at, a[1] + t * (b[1] - a[1])] : [a[0] + t * (b[0] - a[0]), at];
};

const sides = (box: Box) =>
  [
    { axis: 0, at: box.left, keeps: (v: number) => v >= box.left },
    { axis: 0, at: box.right, keeps: (v: number) => v <= box.right },
    { axis: 1, at: box.top, keeps: (v: number) => v >= box.top },
    { axis: 1, at: box.bottom, keeps: (v: number) => v <= box.bottom },
  ] as const;

/**
 * The part of a ring inside a box; empty where there is none. I. E. Sutherland and G. W. Hodgman,
 * "Reentrant polygon clipping", Communications of the ACM 17 (1974).
 */
export const clipRing = (ring: Ring, box: Box): Ring => {
  let points = ring;
  for (const { axis, at, keeps } of sides(box)) {
    const kept: Point[] = [];
    points.forEach((point, i) => {
      const before = points.at(i - 1) ?? point;
      if (keeps(point[axis]) !== keeps(before[axis])) kept.push(cross(before, point, axis, at));
      if (keeps(point[axis])) kept.push(point);
    });
    points = kept;
  }
  return points.length < 3 ? [] : points;
};

/** The parts of a line inside a box. */
export const clipLine = (line: Ring, box: Box): Ring[] => {
  let parts: Ring[] = [line];
  for (const { axis, at, keeps } of sides(box)) {
    parts = parts.flatMap((part) => cutLine(part, axis, at, keeps));
  }
  return parts;
};

const cutLine = (line: Ring, axis: 0 | 1, at: number, keeps: (v: number) => boolean): Ring[] => {
  const parts: Point[][] = [];
  let current: Point[] = [];
  line.forEach((point, i) => {
    const before = line[i - 1];
    const isKept = keeps(point[axis]);
    if (before !== undefined && keeps(before[axis]) !== isKept) current.push(cross(before, point, axis, at));
    if (isKept) current.push(point);
    else {
      if (current.length > 1) parts.push(current);
      current = [];
    }
  });
  if (current.length > 1) parts.push(current);
  return parts;
};

/** Even-odd over all rings. */
const isInside = ([x, y]: Point, rings: readonly Ring[]): boolean => {
  let odd = false;
  for (const ring of rings) {
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) odd = !odd;
    });
  }
  return odd;
};

/** True when the whole box lies in the area: its corners are inside and no border runs through it. */
export const holdsBox = (rings: readonly Ring[], box: Box): boolean => {
  const { left, top, right, bottom } = box;
  const middle: Point = [(left + right) / 2, (top + bottom) / 2];
  if (!isInside(middle, rings) || !isInside([left, top], rings)) return false;
  return rings.every((ring) => clipLine([...ring, ...ring.slice(0, 1)], box).length === 0);
};

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const within = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;

export const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/** Area of a ring in square points, without sign. */
export const ringArea = (ring: Ring): number =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length] ?? [x, y];
      return sum + x * y2 - x2 * y;
    }, 0),
  ) / 2;
