import type { Geometry, Position } from 'geojson';
import { type PlanePoint, type Projection, projectionOf } from '../../place/projection.ts';
import type { Territory } from '../../place/territory.ts';
import type { LonLat } from '../../place/units.ts';
import type { Box, Point } from './primitives.ts';

/** A rectangle of the page and the ground it shows, grid north up, in the plane of the region. */
export interface Frame {
  readonly box: Box;
  readonly projection: Projection;
  /** Ground at the lower left corner of the box. */
  readonly origin: PlanePoint;
  readonly pointsPerMetre: number;
}

const marginMetres = 2500;
/** Height of the map over its width, whatever the region's own shape. */
const aspect = { min: 0.6, max: 1.25 };

/** Frame of a given width that shows all territories of the region with a margin; `crs` is an EPSG code. */
export const frameOf = (
  territories: readonly Pick<Territory, 'kind' | 'geometry'>[],
  crs: number,
  left: number,
  top: number,
  width: number,
): Frame => {
  const projection = projectionOf(crs);
  const ground = territories
    .filter(({ kind }) => kind === 'parish' || kind === 'town')
    .flatMap(({ geometry }) => (geometry === null ? [] : polygonsOf(geometry).flat(2)))
    .map((position) => projection.toPlane(position as unknown as LonLat));
  if (ground.length === 0) throw new RangeError('a figure needs at least one territory with a boundary');
  const east = extent(ground.map((p) => p.east));
  const north = extent(ground.map((p) => p.north));
  const ratio = Math.min(aspect.max, Math.max(aspect.min, north.size / east.size));
  const pointsPerMetre = Math.min(width / east.size, (width * ratio) / north.size);
  return {
    box: { left, top, right: left + width, bottom: top + width * ratio },
    projection,
    origin: {
      east: east.middle - width / 2 / pointsPerMetre,
      north: north.middle - (width * ratio) / 2 / pointsPerMetre,
    },
    pointsPerMetre,
  };
};

const extent = (values: readonly number[]) => {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY) - marginMetres;
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) + marginMetres;
  return { size: high - low, middle: (high + low) / 2 };
};

/** Place on the page of a point of the grid. */
export const onPage = ({ box, origin, pointsPerMetre }: Frame, { east, north }: PlanePoint): Point => [
  box.left + (east - origin.east) * pointsPerMetre,
  box.bottom - (north - origin.north) * pointsPerMetre,
];

/** Place on the page of a point in degrees. */
export const project = (frame: Frame, lonLat: LonLat): Point =>
  onPage(frame, frame.projection.toPlane(lonLat));

/** Polygons of a geometry; anything else has none. */
export const polygonsOf = (geometry: Geometry): Position[][][] => {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates;
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(polygonsOf);
  return [];
};

/** Rings of one polygon after another on the page, without the repeated last point. */
export const pageRings = (frame: Frame, geometry: Geometry | null): (readonly Point[])[] =>
  geometry === null
    ? []
    : polygonsOf(geometry).flatMap((polygon) =>
        polygon.map((ring) => ring.slice(0, -1).map(([lon = 0, lat = 0]) => project(frame, [lon, lat]))),
      );
