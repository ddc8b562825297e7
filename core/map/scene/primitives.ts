/** Points (1/72 inch) from the top left of the page, y downwards. */
export type Point = readonly [x: number, y: number];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Filled by the even-odd rule, so that holes need no orientation. Rings need not repeat their first point. */
export interface Area {
  readonly shape: 'area';
  readonly rings: readonly (readonly Point[])[];
  readonly fill: string;
}

export interface Line {
  readonly shape: 'line';
  readonly lines: readonly (readonly Point[])[];
  readonly stroke: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly isClosed?: boolean;
}

export type Weight = 400 | 600;

export interface Text {
  readonly shape: 'text';
  /** Where the baseline starts, is centred or ends, by `anchor`. */
  readonly at: Point;
  readonly text: string;
  /** Size of the type in points. */
  readonly size: number;
  readonly weight: Weight;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly fill: string;
  readonly halo?: { readonly colour: string; readonly width: number };
}

export type Shape = Area | Line | Text;

/** A drawing, bottom group first. Everything in it is known: no pattern, no clip, no reference to look up. */
export interface Scene {
  readonly widthMm: number;
  readonly width: number;
  readonly height: number;
  readonly language: string;
  readonly title: string;
  /** Alternative text. */
  readonly description: string;
  readonly groups: readonly { readonly id: string; readonly shapes: readonly Shape[] }[];
}

/** Width of a line of text in points; the caller brings the font. */
export type MeasureText = (text: string, size: number, weight: Weight) => number;

export const pointsPerMm = 72 / 25.4;

export const boxRing = ({ left, top, right, bottom }: Box): readonly Point[] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];
