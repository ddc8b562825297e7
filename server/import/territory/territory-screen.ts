import { presimplify, simplify } from 'topojson-simplify';
import type { Polygons, Ring, Xy } from '#core/place/ring.ts';
import { crossing, findCrossing, Segments } from '#core/place/ring-crossing.ts';
import { arcOf, arcsOf, type Coverage, shapeOf } from './territory-topology.ts';

/** Outlines for the screen. */
export interface ScreenShapes {
  /** Of each drawing asked for, in its order. */
  readonly shapes: readonly Polygons[];
  /** A place is left out when it lies nearer than this to the line that is left; 0: nothing was left out. */
  readonly toleranceMetres: number;
  /** How far the lines drawn are from the full ones at most, as measured. */
  readonly deviationMetres: number;
  /** Places drawn, and of the full outlines. */
  readonly places: number;
  readonly fullPlaces: number;
}

/** Rings of lines, by polygon. */
export type Drawing = readonly (readonly (readonly number[])[])[];

const tolerances = [5, 10, 20, 40, 80, 160] as const;

/** Together about 50 kB packed: the first screen waits for them. */
const placesFor = (drawings: number): number => Math.max(6000, 60 * drawings);

/** From a place to a stretch of line. */
function distance(at: Xy, a: Xy, b: Xy): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / square));
  return Math.hypot(a[0] + t * dx - at[0], a[1] + t * dy - at[1]);
}

/**
 * Simplifies the lines of a cover, each once, so that whoever shared a border shares it still (Visvalingam's order
 * of elimination, each place weighed by its distance in metres). The finest tolerance whose places the first screen
 * can bear; a finer one where a coarse one would make lines cross.
 * @param isCover false where the shapes lie over each other anyway, so that only each for itself has to be sound.
 */
export function screenOf(coverage: Coverage, drawings: readonly Drawing[], isCover = true): ScreenShapes {
  const used = new Set(drawings.flat(3).map(arcOf));
  const full = arcsOf(coverage.topology).map((arc, i) => (used.has(i) ? arc : arc.slice(0, 2)));
  const weighed = presimplify(
    { ...coverage.topology, arcs: full } as unknown as Parameters<typeof presimplify>[0],
    (triangle) =>
      // The library's types do not know that a corner also carries its weight.
      distance(...(([a, b, c]) => [b, a, c] as const)(triangle as unknown as readonly [Xy, Xy, Xy])),
  );
  const drawn = (toleranceMetres: number) => {
    const arcs = toleranceMetres === 0 ? full : arcsOf(simplify(weighed, toleranceMetres));
    const shapes = drawings.map((drawing) => shapeOf(arcs, drawing));
    const places = shapes.reduce((sum, shape) => sum + placesOf(shape), 0);
    return { toleranceMetres, arcs, shapes, places };
  };
  const fullPlaces = drawn(0).places;
  const most = placesFor(drawings.length);
  const wanted = [0, ...tolerances].findIndex((tolerance) => drawn(tolerance).places <= most);
  const steps = [0, ...tolerances].slice(0, wanted < 0 ? undefined : wanted + 1).toReversed();
  const isGood = ({ arcs, shapes }: ReturnType<typeof drawn>) =>
    shapes.every((shape) => shape.length > 0 && shape.every((polygon) => findCrossing(polygon) === null)) &&
    !(isCover && doCross([...used].map((arc) => arcs[arc] ?? [])));
  for (const step of steps) {
    const found = drawn(step);
    if (step !== 0 && !isGood(found)) continue;
    const { toleranceMetres, shapes, places } = found;
    const deviationMetres = Math.max(
      0,
      ...[...used].map((arc) => deviation(full[arc] ?? [], found.arcs[arc] ?? [])),
    );
    return { toleranceMetres, shapes, places, fullPlaces, deviationMetres };
  }
  throw new Error('no outlines for the screen');
}

const placesOf = (shape: Polygons): number =>
  shape.reduce((sum, polygon) => sum + polygon.reduce((one, ring) => one + ring.length, 0), 0);

/** Whether any two lines cross; they may meet. */
function doCross(lines: readonly Ring[]): boolean {
  const segments = new Segments(lines);
  for (let s = 0; s < segments.count; s += 1) {
    const [a, b] = [segments.from(s), segments.to(s)];
    const isCrossed = segments
      .near(s)
      .some((other) => crossing(a, b, segments.from(other), segments.to(other)));
    if (isCrossed) return true;
  }
  return false;
}

/** The greatest distance of a place of the full line from the stretch that stands for it. */
function deviation(full: readonly Xy[], simple: readonly Xy[]): number {
  let [at, most] = [0, 0];
  for (const place of full) {
    const [a, b] = [simple[at], simple[at + 1]];
    if (a === undefined || b === undefined) break;
    if (place[0] === b[0] && place[1] === b[1]) {
      at += 1;
      continue;
    }
    most = Math.max(most, distance(place, a, b));
  }
  return most;
}
