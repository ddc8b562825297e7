import { isInPolygons, isInRing, type Polygons } from '#core/place/ring.ts';
import { innerPoint } from './territory-centre.ts';
import type { Family } from './territory-family.ts';
import type { Named } from './territory-history.ts';
import { arcsOf, type Coverage, type Line, linesOf, outlineArcs, shapeOf } from './territory-topology.ts';

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
    const isOthers = ({ ring }: Line) => {
      const at = innerPoint([ring]);
      return others.some((shape) => isInPolygons(at, shape));
    };
    const drawing = outlineArcs(coverage, own).flatMap((rings) => polygonsOf(linesOf(rings, arcs), isOthers));
    return [{ id, drawing, shape: shapeOf(arcs, drawing), units: own.flatMap((i) => units[i] ?? []) }];
  });
}

/** Polygons of lines that run with their inside on the left; of the holes those that are kept. */
function polygonsOf(lines: readonly Line[], isKept: (hole: Line) => boolean): number[][][] {
  const outers = lines.filter(({ area }) => area > 0).toSorted((a, b) => a.area - b.area);
  const polygons = outers.map((outer) => ({ outer, holes: [] as Line[] }));
  for (const hole of lines.filter(({ area }) => area < 0)) {
    if (!isKept(hole)) continue;
    const at = innerPoint([hole.ring]);
    // The smallest around it: an island may lie in the lake of another.
    polygons.find(({ outer }) => isInRing(at, outer.ring))?.holes.push(hole);
  }
  const shapeOfPolygon = ({ outer, holes }: (typeof polygons)[number]) => [
    outer.ring,
    ...holes.map(({ ring }) => ring),
  ];
  // Where two units overlap, the lines around what both have run like an outline inside the outline.
  const isDouble = (polygon: (typeof polygons)[number]) => {
    const at = innerPoint([polygon.outer.ring]);
    return polygons.some((other) => other !== polygon && isInPolygons(at, [shapeOfPolygon(other)]));
  };
  return polygons
    .filter((polygon) => !isDouble(polygon))
    .map(({ outer, holes }) => [[...outer.arcs], ...holes.map(({ arcs }) => [...arcs])]);
}
