import polylabel from 'polylabel';
import { isInPolygons, type Polygons, type Ring, type Xy } from '#core/place/ring.ts';
import type { Family } from './territory-family.ts';
import type { Named } from './territory-history.ts';
import { arcsOf, type Coverage, outlineArcs, ringOfArcs, shapeOf } from './territory-topology.ts';

/** A municipality as the union of its units. */
export interface Outline {
  readonly id: string;
  readonly drawing: readonly (readonly (readonly number[])[])[];
  readonly shape: Polygons;
  readonly units: readonly Named[];
}

/**
 * Outlines of the municipalities that the region's units belong to, made of their borders: a gap that no unit fills
 * is part of the municipality around it, the area of another one is not.
 */
export function outlinesOf(coverage: Coverage, units: readonly Named[], family: Family): Outline[] {
  return [...family.municipalityIds].flatMap((id): Outline[] => {
    const own = units.flatMap((unit, i) =>
      family.parentsOf(unit).some((parent) => parent.id === id) ? [i] : [],
    );
    if (own.length === 0) return [];
    const others = coverage.shapes.filter((_shape, i) => !own.includes(i));
    const arcs = arcsOf(coverage.topology);
    const isOthers = (hole: readonly number[]) => isFilled(ringOfArcs(arcs, hole), others);
    const drawing = outlineArcs(coverage, own).map(([outer = [], ...holes]) => [
      outer,
      ...holes.filter(isOthers),
    ]);
    return [{ id, drawing, shape: shapeOf(arcs, drawing), units: own.flatMap((i) => units[i] ?? []) }];
  });
}

function isFilled(ring: Ring, others: readonly Polygons[]): boolean {
  const [x = 0, y = 0] = polylabel([ring] as unknown as [number, number][][], 1);
  const at: Xy = [x, y];
  return others.some((shape) => isInPolygons(at, shape));
}
