import { formatNumber, noBreakSpace } from '../../language/format.ts';
import type { PlanePoint } from '../../place/projection.ts';
import type { Frame } from './frame.ts';
import type { FigureInput } from './input.ts';
import type { Point, Shape } from './primitives.ts';

/*
 * LKS-92 and every UTM zone are transverse Mercators with scale 0.9996 on their central meridian, 500 km from
 * the edge of the grid; elsewhere the scale grows with the square of the distance from it (J. P. Snyder, "Map Projections: A Working Manual", USGS
 * Professional Paper 1395, 1987, equation 8-11, first terms).
 */
const centralScale = 0.9996;
const centralEast = 500_000;
const earthRadius = 6_371_000;

/** Metres of the grid for one metre on the ground: 0.9996 to 0.9999 in Latvia, to 1.0010 at the edge of a zone. */
export const gridScale = ({ east }: PlanePoint): number =>
  centralScale * (1 + ((east - centralEast) / (centralScale * earthRadius)) ** 2 / 2);

export const middleOf = ({ box, origin, pointsPerMetre }: Frame): PlanePoint => ({
  east: origin.east + (box.right - box.left) / 2 / pointsPerMetre,
  north: origin.north + (box.bottom - box.top) / 2 / pointsPerMetre,
});

/** Degrees from grid north to true north, clockwise, in the middle of the map. */
export const trueNorthDegrees = (frame: Frame): number => {
  const middle = middleOf(frame);
  const [lon, lat] = frame.projection.fromPlane(middle);
  const north = frame.projection.toPlane([lon, lat + 0.01]);
  return (Math.atan2(north.east - middle.east, north.north - middle.north) * 180) / Math.PI;
};

export interface ScaleBar {
  readonly km: number;
  readonly points: number;
}

/** The longest of 1, 2, 5, 10 ... km that stays within `mostPoints`; its length is true on the ground. */
export const scaleBarOf = (frame: Frame, mostPoints: number): ScaleBar => {
  const pointsPerKm = 1000 * gridScale(middleOf(frame)) * frame.pointsPerMetre;
  const lengths = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200];
  const km = lengths.findLast((length) => length * pointsPerKm <= mostPoints) ?? 0.1;
  return { km, points: km * pointsPerKm };
};

/** Two stripes with 0, half and full length above. `at` is the left end of the bar's upper edge. */
export const scaleBarShapes = ([x, y]: Point, bar: ScaleBar, input: FigureInput, ink: string): Shape[] => {
  const half = bar.points / 2;
  const stripe = (from: number, to: number, top: number): Shape => ({
    shape: 'area',
    fill: ink,
    rings: [
      [
        [from, top],
        [to, top],
        [to, top + 1.6],
        [from, top + 1.6],
      ],
    ],
  });
  const number = (at: number, km: number, unit: string): Shape => ({
    shape: 'text',
    at: [at, y - 2.4],
    text: `${formatNumber(input.language, km, 2)}${unit}`,
    size: 6.5,
    weight: 400,
    anchor: 'middle',
    fill: ink,
  });
  return [
    {
      shape: 'line',
      lines: [
        [
          [x, y],
          [x + bar.points, y],
          [x + bar.points, y + 3.2],
          [x, y + 3.2],
        ],
      ],
      stroke: ink,
      width: 0.4,
      isClosed: true,
    },
    stripe(x, x + half, y),
    stripe(x + half, x + bar.points, y + 1.6),
    number(x, 0, ''),
    number(x + half, bar.km / 2, ''),
    number(x + bar.points, bar.km, `${noBreakSpace}${input.words.figures.kilometres}`),
  ];
};

/** Arrow to grid north with its letter; `at` is the middle of its foot, 22 points below the letter's top. */
export const northArrow = ([x, y]: Point, letter: string, ink: string): Shape[] => [
  {
    shape: 'area',
    fill: ink,
    rings: [
      [
        [x, y - 15],
        [x + 4, y],
        [x, y - 3.4],
        [x - 4, y],
      ],
    ],
  },
  {
    shape: 'text',
    at: [x, y - 16.6],
    text: letter,
    size: 7.5,
    weight: 600,
    anchor: 'middle',
    fill: ink,
  },
];
