import { Delaunay } from 'd3-delaunay';
import type { MultiPolygon, Polygon } from 'geojson';
import { fromLks92, toLks92 } from '#core/place/lks92.ts';
import type { Lks92, LonLat } from '#core/place/units.ts';
import { dissolve, signedArea } from './dissolve.ts';
import { roundLonLat } from './plane.ts';
import type { Seed } from './seeds.ts';

/** Limits of everything drawn: generous around the neighbours. */
const southWest = toLks92([22.1, 56.55]);
const northEast = toLks92([24.0, 57.42]);

/** Whether a point lies on the northern or eastern limit, within what rounding to 6 decimals moves it. */
export const isOnFrame = ({ east, north }: Lks92): boolean =>
  Math.abs(east - northEast.east) < 1 || Math.abs(north - northEast.north) < 1;

/** Closed counter-clockwise cell rings in degrees, by the unit that owns them. */
export type Cells = ReadonlyMap<string, LonLat[][]>;

/**
 * One Voronoi diagram on the LKS-92 plane. Corners that cells share come from one circumcentre and
 * pass one rounding, so they are the same numbers in every polygon made of these cells.
 */
export function voronoiCells(seeds: readonly Seed[]): Cells {
  const delaunay = Delaunay.from(
    seeds,
    (seed) => seed.at.east,
    (seed) => seed.at.north,
  );
  const voronoi = delaunay.voronoi([southWest.east, southWest.north, northEast.east, northEast.north]);
  const cells = new Map<string, LonLat[][]>();
  seeds.forEach((seed, index) => {
    const polygon = voronoi.cellPolygon(index);
    if (!polygon) return;
    const ring = closedRing(polygon.map(([east, north]) => roundLonLat(fromLks92({ east, north }))));
    if (ring !== null) cells.set(seed.unit, [...(cells.get(seed.unit) ?? []), ring]);
  });
  return cells;
}

/** Drops corners that rounding made equal and turns the ring counter-clockwise; null when nothing is left. */
function closedRing(points: readonly LonLat[]): LonLat[] | null {
  const ring = points.filter((p, index) => {
    const before = points[index - 1];
    return before === undefined || before[0] !== p[0] || before[1] !== p[1];
  });
  if (ring.length < 4) return null;
  return signedArea(ring) > 0 ? ring : ring.reverse();
}

/** Union of the cells of several units as a Polygon or MultiPolygon. Throws for units without cells. */
export function unitGeometry(cells: Cells, units: readonly string[]): Polygonal {
  const rings = dissolve(units.flatMap((unit) => cells.get(unit) ?? []));
  const outer = rings.filter((ring) => signedArea(ring) > 0);
  const holes = rings.filter((ring) => signedArea(ring) < 0);
  const polygons = outer
    .sort((a, b) => signedArea(b) - signedArea(a))
    .map((ring) => [ring, ...holes.filter((hole) => contains(ring, insideOf(hole)))]);
  const [first] = polygons;
  if (first === undefined) throw new Error(`no cells for ${units.join(', ')}`);
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: polygons };
}

export type Polygonal =
  | { type: 'Polygon'; coordinates: LonLat[][] }
  | { type: 'MultiPolygon'; coordinates: LonLat[][][] };

/** The same polygon with plain arrays, as the GeoJSON types want them. */
export function toGeometry(polygonal: Polygonal): Polygon | MultiPolygon {
  const plain = (rings: readonly (readonly LonLat[])[]) =>
    rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]));
  return polygonal.type === 'Polygon'
    ? { type: 'Polygon', coordinates: plain(polygonal.coordinates) }
    : { type: 'MultiPolygon', coordinates: polygonal.coordinates.map(plain) };
}

export const ringsOf = (geometry: Polygonal): LonLat[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

const insideOf = (ring: readonly LonLat[]): LonLat => {
  const [a, b] = ring;
  if (a === undefined || b === undefined) throw new Error('empty ring');
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
};

/** Whether a point lies in a ring, by counting the edges a line to the east crosses. */
function contains(ring: readonly LonLat[], [lon, lat]: LonLat): boolean {
  let inside = false;
  ring.forEach((b, index) => {
    const a = ring[index - 1];
    if (a === undefined || a[1] > lat === b[1] > lat) return;
    if (lon < a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) inside = !inside;
  });
  return inside;
}

/** Whether a point lies in a polygon and not in its holes: an odd number of rings around it. */
export const covers = (geometry: Polygonal, at: LonLat): boolean =>
  ringsOf(geometry).filter((ring) => contains(ring, at)).length % 2 === 1;
