/**
 * Perceived difference of two colours under normal and impaired colour vision.
 *
 * CIEDE2000 after Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula: Implementation Notes,
 * Supplementary Test Data, and Mathematical Observations", Color Research and Application 30 (2005).
 * Dichromacy after Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
 * Color Vision Deficiency", IEEE TVCG 15 (2009), matrices of severity 1.0.
 */
type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

const machado: Record<'protan' | 'deutan' | 'tritan', Matrix> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

export const visions = ['normal', 'protan', 'deutan', 'tritan', 'grey'] as const;
export type Vision = (typeof visions)[number];

const times = (m: Matrix, [x, y, z]: Triple): Triple => {
  const row = ([a, b, c]: Triple) => a * x + b * y + c * z;
  return [row(m[0]), row(m[1]), row(m[2])];
};

const clamp = (v: number) => Math.min(1, Math.max(0, v));

/** Linear-light sRGB of "#rrggbb". */
const linear = (hex: string): Triple => {
  const channel = (at: number) => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};

const seen = (rgb: Triple, vision: Vision): Triple => {
  if (vision === 'normal') return rgb;
  if (vision === 'grey') {
    const y = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    return [y, y, y];
  }
  const [r, g, b] = times(machado[vision], rgb);
  return [clamp(r), clamp(g), clamp(b)];
};

/** CIE L*a*b* under D65. */
const toLab = (rgb: Triple): Triple => {
  const [x, y, z] = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    rgb,
  );
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
};

const degrees = (radians: number) => (radians * 180) / Math.PI;
const radians = (deg: number) => (deg * Math.PI) / 180;

/** Difference of two hue angles and their mean, in degrees, the short way round. */
const hues = (h1: number, h2: number, areGrey: boolean) => {
  if (areGrey) return { difference: 0, mean: h1 + h2 };
  const raw = h2 - h1;
  const difference = Math.abs(raw) <= 180 ? raw : raw > 180 ? raw - 360 : raw + 360;
  const sum = h1 + h2;
  const mean = Math.abs(raw) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  return { difference, mean };
};

/** CIEDE2000 of two L*a*b* colours with kL = kC = kH = 1. */
export const ciede2000 = ([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number => {
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)));
  const c1 = Math.hypot(a1 * (1 + g), b1);
  const c2 = Math.hypot(a2 * (1 + g), b2);
  const hue = (a: number, b: number) => (degrees(Math.atan2(b, a * (1 + g))) + 360) % 360;
  const h = hues(hue(a1, b1), hue(a2, b2), c1 * c2 === 0);
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(h.difference / 2));
  const [lMean, cMean] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const t =
    1 -
    0.17 * Math.cos(radians(h.mean - 30)) +
    0.24 * Math.cos(radians(2 * h.mean)) +
    0.32 * Math.cos(radians(3 * h.mean + 6)) -
    0.2 * Math.cos(radians(4 * h.mean - 63));
  const sL = 1 + (0.015 * (lMean - 50) ** 2) / Math.sqrt(20 + (lMean - 50) ** 2);
  const sC = 1 + 0.045 * cMean;
  const sH = 1 + 0.015 * cMean * t;
  const rotation =
    -2 *
    Math.sqrt(cMean ** 7 / (cMean ** 7 + 25 ** 7)) *
    Math.sin(radians(60 * Math.exp(-(((h.mean - 275) / 25) ** 2))));
  const [dL, dC, dHue] = [(l2 - l1) / sL, (c2 - c1) / sC, dH / sH];
  return Math.sqrt(dL ** 2 + dC ** 2 + dHue ** 2 + rotation * dC * dHue);
};

/** Difference of two "#rrggbb" colours as a person with this vision sees them. */
export const difference = (one: string, other: string, vision: Vision): number =>
  ciede2000(toLab(seen(linear(one), vision)), toLab(seen(linear(other), vision)));
