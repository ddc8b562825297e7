import polylabel from 'polylabel';
import { areaOf, isInPolygons, type Polygon, type Polygons, signedArea, type Xy } from '#core/place/ring.ts';

/** A place well inside a polygon, to a metre. */
export const innerPoint = (polygon: Polygon): Xy => {
  const [x = 0, y = 0] = polylabel(polygon as unknown as [number, number][][], 1);
  return [x, y];
};

/** Middle of the largest part: its centroid or, where that lies outside, the place farthest from its border. */
export function centreOf(polygons: Polygons): Xy | null {
  const largest = polygons.toSorted((a, b) => areaOf([b]) - areaOf([a]))[0];
  const outer = largest?.[0];
  if (largest === undefined || outer === undefined) return null;
  const [x0, y0] = outer[0] ?? [0, 0];
  let [x, y] = [0, 0];
  for (let i = 1; i < outer.length; i += 1) {
    const [[ax, ay], [bx, by]] = [outer[i - 1] ?? [x0, y0], outer[i] ?? [x0, y0]];
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
    x += (ax + bx - 2 * x0) * cross;
    y += (ay + by - 2 * y0) * cross;
  }
  const area = 6 * signedArea(outer);
  const centroid: Xy = [x0 + x / area, y0 + y / area];
  return isInPolygons(centroid, [largest]) ? centroid : innerPoint(largest);
}
