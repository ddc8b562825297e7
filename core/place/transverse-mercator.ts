import type { LonLat } from './units.ts';

/*
 * Krüger series to n^4: C. F. F. Karney, "Transverse Mercator with an accuracy of a few nanometers",
 * Journal of Geodesy 85 (2011), equations 7-36; the same series as EPSG guidance note 7-2, method 9807.
 */

/** What tells one transverse Mercator plane from another; angles in degrees, lengths in metres. */
export interface TransverseMercator {
  readonly inverseFlattening: number;
  readonly centralMeridian: number;
  readonly scale: number;
  readonly falseEasting: number;
  readonly falseNorthing: number;
}

/** Of GRS80 and of WGS 84. */
const semiMajorMetres = 6378137;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

const forwardSeries = (n: number) => [
  n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4,
  (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4,
  (61 / 240) * n ** 3 - (103 / 140) * n ** 4,
  (49561 / 161280) * n ** 4,
];
const inverseSeries = (n: number) => [
  n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - (1 / 360) * n ** 4,
  (1 / 48) * n ** 2 + (1 / 15) * n ** 3 - (437 / 1440) * n ** 4,
  (17 / 480) * n ** 3 - (37 / 840) * n ** 4,
  (4397 / 161280) * n ** 4,
];

/** Sum of the series at (xi, eta), to be added on the way forward and subtracted on the way back. */
function series(coefficients: readonly number[], xi: number, eta: number): { xi: number; eta: number } {
  const sum = { xi: 0, eta: 0 };
  for (let index = 0; index < coefficients.length; index += 1) {
    const coefficient = coefficients[index] ?? 0;
    const k = 2 * (index + 1);
    sum.xi += coefficient * Math.sin(k * xi) * Math.cosh(k * eta);
    sum.eta += coefficient * Math.cos(k * xi) * Math.sinh(k * eta);
  }
  return sum;
}

/** Tangent of the conformal latitude from the tangent of the geographic one (Karney, equations 7-9). */
function conformalTangent(tangent: number, eccentricity: number): number {
  const sine = tangent / Math.hypot(1, tangent);
  const sigma = Math.sinh(eccentricity * Math.atanh(eccentricity * sine));
  return tangent * Math.hypot(1, sigma) - sigma * Math.hypot(1, tangent);
}

/** Newton's method (Karney, equations 19-21): three steps reach the limit of double precision. */
function geographicTangent(wanted: number, eccentricity: number): number {
  let tangent = wanted;
  for (let step = 0; step < 3; step++) {
    const found = conformalTangent(tangent, eccentricity);
    const slope =
      ((1 - eccentricity ** 2) * Math.hypot(1, tangent) * Math.hypot(1, found)) /
      (1 + (1 - eccentricity ** 2) * tangent ** 2);
    tangent += (wanted - found) / slope;
  }
  return tangent;
}

/**
 * Degrees to metres and back, to better than 1 mm within 20 degrees of the central meridian; there and back
 * is better than 1e-9 degrees. Meant for latitudes within +-85.
 */
export function transverseMercator(parameters: TransverseMercator) {
  const { centralMeridian, falseEasting, falseNorthing } = parameters;
  const flattening = 1 / parameters.inverseFlattening;
  const n = flattening / (2 - flattening);
  const eccentricity = Math.sqrt(flattening * (2 - flattening));
  const radius = (semiMajorMetres / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64) * parameters.scale;
  const [forward, inverse] = [forwardSeries(n), inverseSeries(n)];

  const toPlane = ([lon, lat]: LonLat) => {
    const tangent = conformalTangent(Math.tan(radians(lat)), eccentricity);
    const lambda = radians(lon - centralMeridian);
    const xi = Math.atan2(tangent, Math.cos(lambda));
    const eta = Math.asinh(Math.sin(lambda) / Math.hypot(tangent, Math.cos(lambda)));
    const correction = series(forward, xi, eta);
    return {
      east: falseEasting + radius * (eta + correction.eta),
      north: falseNorthing + radius * (xi + correction.xi),
    };
  };
  const fromPlane = ({ east, north }: { readonly east: number; readonly north: number }): LonLat => {
    const scaledXi = (north - falseNorthing) / radius;
    const scaledEta = (east - falseEasting) / radius;
    const correction = series(inverse, scaledXi, scaledEta);
    const xi = scaledXi - correction.xi;
    const eta = scaledEta - correction.eta;
    const wanted = Math.sin(xi) / Math.hypot(Math.sinh(eta), Math.cos(xi));
    const tangent = geographicTangent(wanted, eccentricity);
    const lambda = Math.atan2(Math.sinh(eta), Math.cos(xi));
    return [centralMeridian + degrees(lambda), degrees(Math.atan(tangent))];
  };
  return { toPlane, fromPlane };
}
