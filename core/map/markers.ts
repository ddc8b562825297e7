import type { VenueKind } from '../offer/venue.ts';

/** Kinds of venues differ by shape, so that they can be told apart in print without colour. */
export const markerShapes = [
  'square',
  'house',
  'diamond',
  'hexagon',
  'star',
  'circle',
  'triangle',
  'triangle-down',
  'pentagon',
  'cross',
  'plus',
  'ring',
] as const;
export type MarkerShape = (typeof markerShapes)[number];

export const markerOfKind: Readonly<Record<VenueKind, MarkerShape>> = {
  library: 'square',
  'culture-centre': 'house',
  museum: 'diamond',
  gallery: 'hexagon',
  theatre: 'star',
  cinema: 'circle',
  'open-air-stage': 'triangle',
  'event-place': 'triangle-down',
  'culture-school': 'pentagon',
  church: 'cross',
  archive: 'plus',
  'concert-organisation': 'ring',
  'creative-industry': 'ring',
  'creative-residency': 'ring',
  'intangible-heritage': 'ring',
  ngo: 'ring',
  'amateur-group': 'ring',
  market: 'ring',
};

type Ring = readonly (readonly [x: number, y: number])[];

const polygon = (corners: number, turn: number, radius = 1): Ring =>
  Array.from({ length: corners }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / corners;
    return [radius * Math.sin(angle), -radius * Math.cos(angle)] as const;
  });

const fivePointStar = (): Ring =>
  Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 === 0 ? 1.15 : 0.5;
    return [radius * Math.sin((Math.PI * i) / 5), -radius * Math.cos((Math.PI * i) / 5)] as const;
  });

/** Cross with arms of half-width `arm`; `crossing` moves the horizontal arm up. */
const cross = (arm: number, crossing: number): Ring => [
  [-arm, -1],
  [arm, -1],
  [arm, crossing - arm],
  [0.9, crossing - arm],
  [0.9, crossing + arm],
  [arm, crossing + arm],
  [arm, 1],
  [-arm, 1],
  [-arm, crossing + arm],
  [-0.9, crossing + arm],
  [-0.9, crossing - arm],
  [-arm, crossing - arm],
];

const rings: Readonly<Record<MarkerShape, readonly Ring[]>> = {
  square: [polygon(4, Math.PI / 4, 1.15)],
  house: [
    [
      [0, -1.1],
      [1, -0.2],
      [0.78, -0.2],
      [0.78, 0.9],
      [-0.78, 0.9],
      [-0.78, -0.2],
      [-1, -0.2],
    ],
  ],
  diamond: [polygon(4, 0, 1.15)],
  hexagon: [polygon(6, 0, 1)],
  star: [fivePointStar()],
  circle: [polygon(32, 0, 0.92)],
  triangle: [polygon(3, 0, 1.15)],
  'triangle-down': [polygon(3, Math.PI, 1.15)],
  pentagon: [polygon(5, 0, 1.05)],
  cross: [cross(0.28, -0.3)],
  plus: [cross(0.36, 0)],
  ring: [polygon(32, 0, 0.95), polygon(32, 0, 0.5).toReversed()],
};

/** Outline about 1 unit in radius, y downwards, even-odd filled. */
export const markerRings = (shape: MarkerShape): readonly Ring[] => rings[shape];

/** Name under which `mapStyle` asks for the image of a kind. */
export const markerImageId = (kind: VenueKind): string => `marker-${markerOfKind[kind]}`;
