import { toLks92 } from '#core/place/lks92.ts';
import type { Lks92, LonLat } from '#core/place/units.ts';

/** Straight distance in metres on the LKS-92 plane (Math.hypot is ten times slower and guards against nothing here). */
export const distance = (a: Lks92, b: Lks92): number =>
  Math.sqrt((a.east - b.east) ** 2 + (a.north - b.north) ** 2);

export const middle = (a: Lks92, b: Lks92, share = 0.5): Lks92 => ({
  east: a.east + (b.east - a.east) * share,
  north: a.north + (b.north - a.north) * share,
});

/** Nearest point of the segment a-b to p: distance in metres and share of the way from a. */
export function nearestOnSegment(p: Lks92, a: Lks92, b: Lks92): { distance: number; share: number } {
  const [de, dn] = [b.east - a.east, b.north - a.north];
  const squared = de * de + dn * dn;
  const raw = squared === 0 ? 0 : ((p.east - a.east) * de + (p.north - a.north) * dn) / squared;
  const share = Math.min(1, Math.max(0, raw));
  return { distance: distance(p, middle(a, b, share)), share };
}

/** Area in square metres and centroid of closed rings given in degrees; holes count negative by their direction. */
export function areaAndCentroid(rings: readonly (readonly LonLat[])[]): { area: number; centroid: Lks92 } {
  let [area, east, north] = [0, 0, 0];
  const origin = toLks92(rings[0]?.[0] ?? [24, 57]);
  for (const ring of rings) {
    const points = ring.map(toLks92);
    points.forEach((b, index) => {
      const a = points[index - 1];
      if (a === undefined) return;
      const [ae, an] = [a.east - origin.east, a.north - origin.north];
      const [be, bn] = [b.east - origin.east, b.north - origin.north];
      const cross = ae * bn - be * an;
      area += cross / 2;
      east += ((ae + be) * cross) / 6;
      north += ((an + bn) * cross) / 6;
    });
  }
  return { area, centroid: { east: origin.east + east / area, north: origin.north + north / area } };
}

/** Rounds to 6 decimals (about 10 cm), the one precision of all shipped positions. */
export const roundLonLat = ([lon, lat]: LonLat): LonLat => [
  Math.round(lon * 1e6) / 1e6,
  Math.round(lat * 1e6) / 1e6,
];
