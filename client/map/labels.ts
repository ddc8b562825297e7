import type { Feature, FeatureCollection, Position } from 'geojson';
import polylabel from 'polylabel';

const precisionDegrees = 0.002;

/** Points well inside the parishes and towns of a collection, to write their names at. */
export function labelPoints(borders: FeatureCollection): FeatureCollection {
  const features = borders.features.flatMap((feature): Feature[] => {
    const kind: unknown = feature.properties?.kind;
    const outline = largestPolygon(feature);
    if (outline === null || (kind !== 'parish' && kind !== 'town')) return [];
    const rings = outline.map((ring) => ring.map(([lon = 0, lat = 0]): [number, number] => [lon, lat]));
    const [lon, lat] = polylabel(rings, precisionDegrees);
    return [{ ...feature, geometry: { type: 'Point', coordinates: [lon, lat] } }];
  });
  return { type: 'FeatureCollection', features };
}

function largestPolygon({ geometry }: Feature): Position[][] | null {
  if (geometry?.type === 'Polygon') return geometry.coordinates;
  if (geometry?.type !== 'MultiPolygon') return null;
  const bySize = geometry.coordinates.toSorted((a, b) => extent(b) - extent(a));
  return bySize[0] ?? null;
}

/** Area of the box around a polygon, in square degrees: enough to tell the main part from islets. */
function extent([ring = []]: Position[][]): number {
  const lons = ring.map(([lon = 0]) => lon);
  const lats = ring.map(([, lat = 0]) => lat);
  return (Math.max(...lons) - Math.min(...lons)) * (Math.max(...lats) - Math.min(...lats));
}
