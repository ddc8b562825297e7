import type { Geometry } from 'geojson';
import { differenceWords } from '../language/difference.ts';
import { fill, formatNumber } from '../language/format.ts';
import type { Language } from '../language/routes.ts';
import type { Change, DrawnDifference } from '../place/difference.ts';
import { changeColours, drawChanged, mark, outline } from './scene/difference-shapes.ts';
import { type Frame, frameOf } from './scene/frame.ts';
import { boxRing, pointsPerMm, type Scene, type Shape, type Text } from './scene/primitives.ts';

/** What a map of a difference is drawn from. */
export interface DifferenceMapInput {
  /** Name of the dataset in the reader's language. */
  readonly dataset: string;
  readonly drawn: DrawnDifference;
  /** Outlines of the present towns and parishes; empty where there are none. */
  readonly borders: readonly Geometry[];
  /** West, south, east, north of the region, in degrees: what the drawing shows. */
  readonly bounds: readonly [number, number, number, number];
  /** EPSG code of the region's plane. */
  readonly crs: number;
  readonly language: Language;
}

const [ink, quiet, borderColour] = ['#1a1a1a', '#555555', '#b0b0b0'];

const widthMm = 170;
const margin = 8;
const mapTop = 44;
const rowHeight = 13;

const changes: readonly Change[] = ['gone', 'changed', 'added'];

const corners = ([west, south, east, north]: DifferenceMapInput['bounds']): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

/**
 * A drawing of what a new version changes, over the present borders: dots and outlines that are new, changed or
 * gone, with a legend. What lies outside the region is counted and not drawn.
 */
export const differenceScene = (input: DifferenceMapInput): Scene => {
  const { language, drawn, dataset, borders } = input;
  const words = differenceWords[language];
  const width = widthMm * pointsPerMm;
  const ground = borders.length > 0 ? borders : [corners(input.bounds)];
  const frame = frameOf(
    ground.map((geometry) => ({ kind: 'parish', geometry })),
    input.crs,
    margin,
    mapTop,
    width - 2 * margin,
  );
  const placed = drawn.shapes
    .filter(({ before, after }) => before !== null || after !== null)
    .map((shape) => ({ change: shape.change, shapes: drawChanged(frame, shape) }));
  const outside = placed.filter(({ shapes }) => shapes.length === 0).length;
  const foot = legend(input, frame.box.bottom + 8, placed.length, outside);
  return {
    widthMm,
    width,
    height: foot.bottom + margin,
    language,
    title: fill(words.title, { dataset }),
    description: summary(input),
    groups: [
      { id: 'page', shapes: [page(width, foot.bottom + margin)] },
      { id: 'heading', shapes: heading(input) },
      { id: 'borders', shapes: borders.flatMap((geometry) => outline(frame, geometry, borderColour, 0.5)) },
      ...changes.map((change) => ({
        id: change,
        shapes: placed.filter((one) => one.change === change).flatMap(({ shapes }) => shapes),
      })),
      { id: 'edge', shapes: [edge(frame)] },
      { id: 'legend', shapes: foot.shapes },
    ],
  };
};

const page = (width: number, height: number): Shape => ({
  shape: 'area',
  rings: [boxRing({ left: 0, top: 0, right: width, bottom: height })],
  fill: '#ffffff',
});

const edge = ({ box }: Frame): Shape => ({
  shape: 'line',
  lines: [boxRing(box)],
  stroke: quiet,
  width: 0.5,
  isClosed: true,
});

const line = (x: number, y: number, text: string, size: number, more: Partial<Text> = {}): Text => ({
  ...{ shape: 'text', at: [x, y], text, size, weight: 400, anchor: 'start', fill: ink },
  ...more,
});

const summary = ({ drawn: { difference }, language }: DifferenceMapInput): string => {
  const { added, changed, gone, same } = difference;
  const numbers = Object.entries({ added, changed, gone, same });
  const said = Object.fromEntries(numbers.map(([name, count]) => [name, formatNumber(language, count)]));
  return fill(differenceWords[language].description, said);
};

const heading = (input: DifferenceMapInput): Shape[] => [
  line(margin, 20, fill(differenceWords[input.language].title, { dataset: input.dataset }), 13, {
    weight: 600,
  }),
  line(margin, 35, summary(input), 8.5, { fill: quiet }),
];

/** Each kind with its mark as a point and as a line, and how many rows it has. */
const legend = (
  { drawn, language }: DifferenceMapInput,
  top: number,
  placed: number,
  outside: number,
): { readonly shapes: readonly Shape[]; readonly bottom: number } => {
  const words = differenceWords[language];
  const { difference, limit } = drawn;
  const rows = changes.toReversed().map((change, i): Shape[] => {
    const y = top + i * rowHeight + 6;
    const dash = change === 'gone' ? { dash: [3, 2] } : {};
    return [
      ...mark(change, [margin + 4, y], changeColours[change]),
      {
        ...{ shape: 'line', stroke: changeColours[change], width: 1.3, ...dash },
        lines: [
          [
            [margin + 12, y],
            [margin + 30, y],
          ],
        ],
      },
      line(
        margin + 36,
        y + 3,
        `${words.changes[change]}: ${formatNumber(language, difference[change])}`,
        8.5,
      ),
    ];
  });
  const isLimited = changes.some((change) => difference[change] > limit);
  const notes = [
    `${words.same}: ${formatNumber(language, difference.same)}`,
    ...(placed === 0 ? [words.nothing] : []),
    ...(outside > 0 ? [fill(words.outside, { count: formatNumber(language, outside) })] : []),
    ...(isLimited ? [fill(words.limited, { limit: formatNumber(language, limit) })] : []),
  ];
  const below = top + rows.length * rowHeight + 10;
  return {
    shapes: [
      ...rows.flat(),
      ...notes.map((note, i) => line(margin, below + i * rowHeight, note, 8, { fill: quiet })),
    ],
    bottom: below + (notes.length - 1) * rowHeight + 4,
  };
};
