import { type MarkerShape, markerRings, markerShapes } from './markers.ts';
import { type MapColours, mapColours, type Theme } from './theme.ts';

/** RGBA rows from the top left, as `map.addImage` takes them. */
export interface MapImage {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
  readonly pixelRatio: number;
}

export const blankImageId = 'blank-hatch';

/** Every image that `mapStyle(theme)` names: add them to the map once it has loaded. */
export const mapImages = (theme: Theme): readonly MapImage[] => {
  const colours = mapColours[theme];
  return [hatchImage(colours), ...markerShapes.map((shape) => markerImage(shape, colours))];
};

const pixelRatio = 2;
const markerPixels = 40;
const linePixels = 3;

const clamp = (v: number) => Math.min(1, Math.max(0, v));

const markerImage = (shape: MarkerShape, colours: MapColours): MapImage => {
  const data = new Uint8ClampedArray(markerPixels * markerPixels * 4);
  const [fill, line] = [toRgb(colours.marker), toRgb(colours.markerLine)];
  const radius = (markerPixels / 2) * 0.66;
  for (let row = 0; row < markerPixels; row++) {
    for (let column = 0; column < markerPixels; column++) {
      const x = (column + 0.5 - markerPixels / 2) / radius;
      const y = (row + 0.5 - markerPixels / 2) / radius;
      const pixelsOut = signedDistance(shape, x, y) * radius;
      const ink = clamp(0.5 - pixelsOut);
      const around = clamp(0.5 + linePixels - pixelsOut);
      paint(data, (row * markerPixels + column) * 4, mix(line, fill, ink), around);
    }
  }
  return { id: `marker-${shape}`, width: markerPixels, height: markerPixels, data, pixelRatio };
};

/** Distance from the outline in its own units: negative inside, positive outside. */
const signedDistance = (shape: MarkerShape, x: number, y: number): number => {
  let odd = false;
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of markerRings(shape)) {
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) odd = !odd;
      const [dx, dy] = [x2 - x1, y2 - y1];
      const t = clamp(((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy));
      nearest = Math.min(nearest, Math.hypot(x - x1 - t * dx, y - y1 - t * dy));
    });
  }
  return odd ? -nearest : nearest;
};

const hatchPixels = 16;

/** Diagonal hatching that repeats without a seam. */
const hatchImage = (colours: MapColours): MapImage => {
  const data = new Uint8ClampedArray(hatchPixels * hatchPixels * 4);
  const [ground, line] = [toRgb(colours.blankGround), toRgb(colours.blankLine)];
  for (let row = 0; row < hatchPixels; row++) {
    for (let column = 0; column < hatchPixels; column++) {
      const across = (column + row) % hatchPixels;
      const ink = across < 3 ? [0.5, 1, 0.5][across] : 0;
      paint(data, (row * hatchPixels + column) * 4, mix(ground, line, ink ?? 0), 1);
    }
  }
  return { id: blankImageId, width: hatchPixels, height: hatchPixels, data, pixelRatio };
};

type Rgb = readonly [number, number, number];

const toRgb = (hex: string): Rgb => {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
};

const mix = (from: Rgb, to: Rgb, share: number): Rgb => {
  const channel = (a: number, b: number) => a + (b - a) * share;
  return [channel(from[0], to[0]), channel(from[1], to[1]), channel(from[2], to[2])];
};

const paint = (data: Uint8ClampedArray, at: number, [r, g, b]: Rgb, alpha: number): void => {
  data.set([r, g, b, alpha * 255], at);
};
