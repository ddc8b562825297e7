import type { Lks92, LonLat } from './units.ts';

/*
 * LKS-92 / Latvia TM (EPSG:3059): transverse Mercator on GRS80, central meridian 24 E, scale 0.9996,
 * false easting 500 km, false northing -6000 km. ETRS89 is taken as WGS 84 (below 1 m apart).
 * Krüger series to n^4: C. F. F. Karney, "Transverse Mercator with an accuracy of a few nanometers",
 * Journal of Geodesy 85 (2011), equations 7-36; the same series as EPSG guidance note 7-2, method 9807.
 */
const semiMajorMetres = 6378137;
const flattening = 1 / 298.257222101;
const centralMeridian = 24;
const scale = 0.9996;
const falseEasting = 500_000;
const falseNorthing = -6_000_000;

const n = flattening / (2 - flattening);
const eccentricity = Math.sqrt(flattening * (2 - flattening));
const rectifyingRadius = (semiMajorMetres / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64) * scale;
const forward = [
  n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4,
  (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4,
  (61 / 240) * n ** 3 - (103 / 140) * n ** 4,
  (49561 / 161280) * n ** 4,
];
const inverse = [
  n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - (1 / 360) * n ** 4,
  (1 / 48) * n ** 2 + (1 / 15) * n ** 3 - (437 / 1440) * n ** 4,
  (17 / 480) * n ** 3 - (37 / 840) * n ** 4,
  (4397 / 161280) * n ** 4,
];

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

/** Sum of the series at (xi, eta), to be added on the way forward and subtracted on the way back. */
function series(coefficients: readonly number[], xi: number, eta: number): { xi: number; eta: number } {
  const sum = { xi: 0, eta: 0 };
  coefficients.forEach((coefficient, index) => {
    const k = 2 * (index + 1);
    sum.xi += coefficient * Math.sin(k * xi) * Math.cosh(k * eta);
    sum.eta += coefficient * Math.cos(k * xi) * Math.sinh(k * eta);
  });
  return sum;
}

/** Tangent of the conformal latitude from the tangent of the geographic one (Karney, equations 7-9). */
function conformalTangent(tangent: number): number {
  const sine = tangent / Math.hypot(1, tangent);
  const sigma = Math.sinh(eccentricity * Math.atanh(eccentricity * sine));
  return tangent * Math.hypot(1, sigma) - sigma * Math.hypot(1, tangent);
}

/** Degrees to metres, to better than 1 mm anywhere in Latvia; meant for latitudes within +-85 and longitudes within 30 degrees of 24 E. */
export function toLks92([lon, lat]: LonLat): Lks92 {
  const tangent = conformalTangent(Math.tan(radians(lat)));
  const lambda = radians(lon - centralMeridian);
  const xi = Math.atan2(tangent, Math.cos(lambda));
  const eta = Math.asinh(Math.sin(lambda) / Math.hypot(tangent, Math.cos(lambda)));
  const correction = series(forward, xi, eta);
  return {
    east: falseEasting + rectifyingRadius * (eta + correction.eta),
    north: falseNorthing + rectifyingRadius * (xi + correction.xi),
  };
}

/** Metres to degrees; the inverse of {@link toLks92} to better than 1e-9 degrees. */
export function fromLks92({ east, north }: Lks92): LonLat {
  const scaledXi = (north - falseNorthing) / rectifyingRadius;
  const scaledEta = (east - falseEasting) / rectifyingRadius;
  const correction = series(inverse, scaledXi, scaledEta);
  const xi = scaledXi - correction.xi;
  const eta = scaledEta - correction.eta;
  const wanted = Math.sin(xi) / Math.hypot(Math.sinh(eta), Math.cos(xi));
  let tangent = wanted;
  // Newton's method (Karney, equations 19-21): three steps reach the limit of double precision.
  for (let step = 0; step < 3; step++) {
    const found = conformalTangent(tangent);
    const slope =
      ((1 - eccentricity ** 2) * Math.hypot(1, tangent) * Math.hypot(1, found)) /
      (1 + (1 - eccentricity ** 2) * tangent ** 2);
    tangent += (wanted - found) / slope;
  }
  const lambda = Math.atan2(Math.sinh(eta), Math.cos(xi));
  return [centralMeridian + degrees(lambda), degrees(Math.atan(tangent))];
}
