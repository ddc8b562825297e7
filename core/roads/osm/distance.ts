/** WGS 84. */
const semiMajorMetres = 6378137;
const eccentricitySquared = 0.00669437999014;

const radiansPerUnit = Math.PI / 180 / 1e7;

/**
 * Metres per unit of 1e-7 degrees along the meridian and along the parallel at a latitude: radii of
 * curvature of the ellipsoid. Exact enough for the short stretches between nodes (below 1 mm in 1 km).
 */
export function metresPerUnit(lat: number): { readonly east: number; readonly north: number } {
  const sine = Math.sin(lat * radiansPerUnit);
  const w = Math.sqrt(1 - eccentricitySquared * sine * sine);
  const prime = semiMajorMetres / w;
  const meridian = (semiMajorMetres * (1 - eccentricitySquared)) / w ** 3;
  return {
    east: prime * Math.cos(lat * radiansPerUnit) * radiansPerUnit,
    north: meridian * radiansPerUnit,
  };
}

/** Metres between two points near each other, in units of 1e-7 degrees. */
export function metresBetween(lonA: number, latA: number, lonB: number, latB: number): number {
  const { east, north } = metresPerUnit((latA + latB) / 2);
  return Math.hypot((lonB - lonA) * east, (latB - latA) * north);
}
