import type { Geometry, Position } from 'geojson';
import { differenceWords } from '../language/difference.ts';
import { fill, formatNumber } from '../language/format.ts';
import type { Language } from '../language/routes.ts';
import type { Change, ChangedShape, DrawnDifference } from '../place/difference.ts';
import type { LonLat } from '../place/units.ts';
import { type Frame, frameOf, pageRings, polygonsOf, project } from './scene/frame.ts';
import { clipLine } from './scene/geometry.ts';
import { boxRing, type Point, pointsPerMm, type Scene, type Shape, type Text } from './scene/primitives.ts';

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

/**
 * Okabe and Ito (2008), told apart with every kind of colour vision; each kind has a form of its own besides:
 * a dot, a ring, a cross; a whole, a dashed line.
 */
const colours: Readonly<Record<Change, string>> = { added: '#0072b2', changed: '#9b4f96', gone: '#d55e00' };
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
    .map((shape) => ({ change: shape.change, shapes: draw(frame, shape) }));
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

/** Points of whatever a geometry is made of. */
const positionsOf = (geometry: Geometry | null): readonly Position[] => {
  if (geometry === null) return [];
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf);
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'MultiPoint' || geometry.type === 'LineString') return geometry.coordinates;
  if (geometry.type === 'MultiLineString') return geometry.coordinates.flat();
  return polygonsOf(geometry).flat(2);
};

const onPage = (frame: Frame, geometry: Geometry | null): readonly Point[] =>
  positionsOf(geometry).map((position) => project(frame, position as unknown as LonLat));

const isOn = ({ box }: Frame, [x, y]: Point): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

const linesOf = (geometry: Geometry): readonly (readonly Position[])[] => {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiLineString') return geometry.coordinates;
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(linesOf);
  return [];
};

/** Areas as outlines, lines as they are; nothing for points. What leaves the map is cut at its edge. */
const outline = (
  frame: Frame,
  geometry: Geometry,
  stroke: string,
  width: number,
  dash?: readonly number[],
): Shape[] => {
  const style = { shape: 'line' as const, stroke, width, ...(dash === undefined ? {} : { dash }) };
  const rings = pageRings(frame, geometry).map((ring) => [...ring, ...ring.slice(0, 1)]);
  const open = linesOf(geometry).map((part) => onPage(frame, { type: 'LineString', coordinates: [...part] }));
  const lines = [...rings, ...open].flatMap((points) => clipLine(points, frame.box));
  return lines.length === 0 ? [] : [{ ...style, lines }];
};

const isPoint = (geometry: Geometry | null): boolean =>
  geometry?.type === 'Point' || geometry?.type === 'MultiPoint';

const draw = (frame: Frame, { change, before, after }: ChangedShape): Shape[] => {
  const { [change]: colour } = colours;
  if (isPoint(after ?? before)) {
    const from = change === 'changed' && isPoint(before) ? onPage(frame, before)[0] : undefined;
    const marks = onPage(frame, after ?? before).filter((at) => isOn(frame, at));
    return marks.flatMap((at) => [...moved(frame, from, at, colour), ...mark(change, at, colour)]);
  }
  const old = before === null ? [] : outline(frame, before, colours.gone, 0.9, [3, 2]);
  const fresh = after === null ? [] : outline(frame, after, colour, 1.3);
  if (change === 'added') return fresh;
  return change === 'gone' ? old : [...old, ...fresh];
};

/** Where a point came from, when it moved so far that one sees it. */
const moved = (frame: Frame, from: Point | undefined, to: Point, stroke: string): Shape[] => {
  if (from === undefined || Math.hypot(to[0] - from[0], to[1] - from[1]) < 1) return [];
  const lines = clipLine([from, to], frame.box);
  return lines.length === 0 ? [] : [{ shape: 'line', lines, stroke, width: 0.8, dash: [2, 1.5] }];
};

const circle = ([x, y]: Point, radius: number): readonly Point[] =>
  Array.from(
    { length: 12 },
    (_, i): Point => [x + radius * Math.cos((i * Math.PI) / 6), y + radius * Math.sin((i * Math.PI) / 6)],
  );

const mark = (change: Change, at: Point, colour: string): Shape[] => {
  const [x, y] = at;
  switch (change) {
    case 'added':
      return [{ shape: 'area', rings: [circle(at, 2.2)], fill: colour }];
    case 'changed':
      return [{ shape: 'line', lines: [circle(at, 2.4)], stroke: colour, width: 1.2, isClosed: true }];
    case 'gone':
      return [
        {
          shape: 'line',
          lines: [
            [
              [x - 2.2, y - 2.2],
              [x + 2.2, y + 2.2],
            ],
            [
              [x - 2.2, y + 2.2],
              [x + 2.2, y - 2.2],
            ],
          ],
          stroke: colour,
          width: 1.3,
        },
      ];
  }
};

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
      ...mark(change, [margin + 4, y], colours[change]),
      {
        ...{ shape: 'line', stroke: colours[change], width: 1.3, ...dash },
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
