import { featureCollection, multiPolygon, union } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import type { Findings } from '#core/findings.ts';
import { areaOf, type Polygons, type Ring, signedArea, tidyRing, type Xy } from '#core/place/ring.ts';
import { findCrossing } from '#core/place/ring-crossing.ts';
import { nestRings } from '#core/place/ring-nesting.ts';

/** Where something stands in the files, for whoever has to look it up. */
export interface Spot {
  readonly file: string;
  readonly row: number;
}

/** Every ring of a polygon, as it lies in the file; null for what is no polygon. */
export function ringsOf(geometry: Geometry | null): Ring[] | null {
  if (geometry?.type === 'Polygon') return geometry.coordinates.map(toRing);
  if (geometry?.type === 'MultiPolygon')
    return geometry.coordinates.flatMap((polygon) => polygon.map(toRing));
  return null;
}

const toRing = (places: readonly Position[]): Ring =>
  places.map(([x = Number.NaN, y = Number.NaN]): Xy => [x, y]);

const tidied = (rings: readonly Ring[]): Ring[] => rings.map(tidyRing).filter((ring) => ring !== null);

/** Self-crossing outlines put right: what winds around a place counts as inside (the non-zero rule). */
function repaired(polygons: Polygons): Polygons {
  const shape = multiPolygon(polygons as unknown as Position[][][]);
  // A union with itself is how the library says "tidy this up".
  const whole = union(featureCollection([shape, shape]));
  return nestRings(tidied(ringsOf(whole?.geometry ?? null) ?? [])).polygons;
}

/** So small a piece that a repair leaves is an accident of arithmetic. */
const crumbSquareMetres = 0.5;

/**
 * The polygons that the rings of one record draw: rings closed, without double places and needles, nested by how
 * they lie, self-crossings put right. What was done is reported; null where nothing is left.
 * @param outerIsClockwise as the format wants it: shapefiles clockwise, GeoJSON counter-clockwise, null: unheeded.
 */
export function soundPolygons(
  rings: readonly Ring[],
  outerIsClockwise: boolean | null,
  { findings, spot, name }: { findings: Findings; spot: Spot; name: string },
): { polygons: Polygons; isCorrected: boolean } | null {
  const tidy = tidied(rings);
  const lost = rings.length - tidy.length;
  let isCorrected = false;
  const correct = (
    code: 'ring-without-area' | 'ring-turned' | 'shape-repaired',
    values: Record<string, string | number>,
  ) => {
    isCorrected = true;
    findings.add({ code, ...spot, effect: 'corrected', values: { name, ...values } });
  };
  if (tidy.length === 0) return null;
  if (lost > 0) correct('ring-without-area', { rings: lost });
  const nested = nestRings(tidy);
  const wrong =
    outerIsClockwise === null ? 0 : outerIsClockwise ? tidy.length - nested.turned : nested.turned;
  if (wrong > 0) correct('ring-turned', { rings: wrong });
  const fault =
    nested.polygons.map((polygon) => findCrossing(polygon)).find((found) => found !== null) ??
    crossingBetween(nested.polygons);
  if (fault === null) return { polygons: nested.polygons, isCorrected };
  const before = tidy.reduce((sum, ring) => sum + Math.abs(signedArea(ring)), 0);
  const polygons = mended(nested.polygons).filter((polygon) => areaOf([polygon]) > crumbSquareMetres);
  if (polygons.length === 0) return null;
  correct('shape-repaired', {
    east: Math.round(fault[0]),
    north: Math.round(fault[1]),
    before: Math.round(before),
    after: Math.round(areaOf(polygons)),
  });
  return { polygons, isCorrected };
}

/** Polygons of one unit that cross each other. */
const crossingBetween = (polygons: Polygons): Xy | null =>
  polygons.length < 2 ? null : findCrossing(polygons.flat());

/** The library gives up on some knots; then nothing is left of the record, and it is reported as such. */
function mended(polygons: Polygons): Polygons {
  try {
    return repaired(polygons);
  } catch {
    return [];
  }
}
