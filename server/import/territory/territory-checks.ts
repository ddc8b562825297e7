import { featureCollection, intersect, multiPolygon } from '@turf/turf';
import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import {
  areaOf,
  boxOf,
  isInPolygons,
  lengthOf,
  type Polygons,
  signedArea,
  type Xy,
} from '#core/place/ring.ts';
import { innerPoint } from './territory-centre.ts';
import { ringsOf } from './territory-shape.ts';
import { arcOf, arcsOf, type Coverage, linesOf, outlineArcs } from './territory-topology.ts';

/** A place where units do not fit together. */
export interface Misfit {
  readonly kind: 'gap' | 'sliver' | 'overlap';
  readonly squareMetres: number;
  readonly at: Xy;
  /** Numbers of the units around it, or of the two that lie over each other. */
  readonly units: readonly number[];
}

/** A gap narrower than this is a line drawn twice. */
const sliverMetres = 5;
/** Less is the width of a snapped vertex. */
const leastSquareMetres = 1;

/** Holes in the cover of all units that no unit fills. */
export function findGaps(coverage: Coverage): readonly Misfit[] {
  const arcs = arcsOf(coverage.topology);
  const index = boxes(coverage.shapes);
  const all = coverage.shapes.map((_shape, unit) => unit);
  const lines = outlineArcs(coverage, all).flatMap((rings) => linesOf(rings, arcs));
  return lines.flatMap((line): Misfit[] => {
    const squareMetres = -line.area;
    // What runs the other way is the outside of all, or the rim of an overlap.
    if (squareMetres < leastSquareMetres) return [];
    const at = innerPoint([line.ring]);
    const isFilled = index(at, at).some((unit) => isInPolygons(at, coverage.shapes[unit] ?? []));
    if (isFilled) return [];
    const units = line.arcs.flatMap((arc) => (coverage.users[arcOf(arc)] ?? []).map(({ unit }) => unit));
    const kind = (2 * squareMetres) / lengthOf(line.ring) < sliverMetres ? 'sliver' : 'gap';
    return [{ kind, squareMetres, at, units: [...new Set(units)] }];
  });
}

/** Numbers of the shapes whose boxes meet a box. */
function boxes(shapes: readonly Polygons[]): (low: Xy, high: Xy) => readonly number[] {
  if (shapes.length === 0) return () => [];
  const tree = new Flatbush(shapes.length);
  for (const shape of shapes) tree.add(...boxOf(shape.flat()));
  tree.finish();
  return (low, high) => tree.search(low[0], low[1], high[0], high[1]);
}

/** Areas that two units both have. */
export function findOverlaps(coverage: Coverage): readonly Misfit[] {
  const pairs = new Map<string, readonly [number, number]>();
  const suspect = (a: number, b: number) => {
    if (a !== b) pairs.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [Math.min(a, b), Math.max(a, b)]);
  };
  const index = boxes(coverage.shapes);
  for (const [i, users] of coverage.users.entries()) {
    const [first, second] = users;
    if (first === undefined) continue;
    if (second === undefined) {
      const at = middleOf(arcsOf(coverage.topology)[i] ?? []);
      for (const unit of index(at, at)) {
        if (unit !== first.unit && isInPolygons(at, coverage.shapes[unit] ?? [])) suspect(first.unit, unit);
      }
      continue;
    }
    // Two neighbours run along their border in opposite directions; whoever runs the same way lies on the same side.
    for (const a of users) for (const b of users) if (a.isReversed === b.isReversed) suspect(a.unit, b.unit);
  }
  return [...pairs.values()].flatMap(([a, b]) => overlapOf(coverage, a, b));
}

/** Between two vertices, because those may lie on the line of another unit. */
function middleOf(arc: readonly Xy[]): Xy {
  let [best, length]: [Xy, number] = [[0, 0], -1];
  for (let i = 1; i < arc.length; i += 1) {
    const [a, b] = [arc[i - 1], arc[i]];
    if (a === undefined || b === undefined) continue;
    const own = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (own > length) [best, length] = [[(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], own];
  }
  return best;
}

function overlapOf({ shapes }: Coverage, a: number, b: number): Misfit[] {
  const common = commonOf(shapes[a] ?? [], shapes[b] ?? []);
  const squareMetres = areaOf(common);
  const largest = common.toSorted((p, q) => areaOf([q]) - areaOf([p]))[0];
  if (largest === undefined || squareMetres < leastSquareMetres) return [];
  return [{ kind: 'overlap', squareMetres, at: innerPoint(largest), units: [a, b] }];
}

/** What two shapes both cover. */
export function commonOf(a: Polygons, b: Polygons): Polygons {
  const shapes = [a, b].map((shape) => multiPolygon(shape as unknown as Position[][][]));
  const common = intersect(featureCollection(shapes))?.geometry;
  if (common === undefined) return [];
  const polygons = common.type === 'Polygon' ? [common.coordinates] : common.coordinates;
  return polygons.map((polygon) => {
    const rings = ringsOf({ type: 'Polygon', coordinates: polygon }) ?? [];
    return rings.map((ring, i) => (signedArea(ring) > 0 === (i === 0) ? ring : ring.toReversed()));
  });
}
