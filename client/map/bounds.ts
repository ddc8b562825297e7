import type { FeatureCollection, Position } from 'geojson';
import type { Bbox } from '#core/place/units.ts';

/** The box around the parishes and towns of a collection, without their neighbours; null where there are none. */
export function boundsOf(borders: FeatureCollection | undefined): Bbox | null {
  const points = (borders?.features ?? []).flatMap(({ properties, geometry }): Position[] => {
    if (properties?.kind !== 'parish' && properties?.kind !== 'town') return [];
    if (geometry?.type === 'Polygon') return geometry.coordinates.flat();
    return geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [];
  });
  if (points.length === 0) return null;
  const lons = points.map(([lon = 0]) => lon);
  const lats = points.map(([, lat = 0]) => lat);
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
  return [least(lons), least(lats), most(lons), most(lats)];
}
