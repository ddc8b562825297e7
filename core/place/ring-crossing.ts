import Flatbush from 'flatbush';
import { type Ring, turn, type Xy } from './ring.ts';

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
