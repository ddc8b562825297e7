import { formatNumber } from '../../language/format.ts';
import type { LegendEntry } from '../legend.ts';
import { type MapColours, mapColours } from '../theme.ts';
import { type Block, paragraph, stack } from './flow.ts';
import { hatch } from './hatch.ts';
import type { FigureInput } from './input.ts';
import { type Box, boxRing, type Shape, type Text } from './primitives.ts';
import { wrap } from './type.ts';

const padding = 6;
const swatch = { width: 14, height: 8 };
const rowHeight = 11;
const gap = 5;
const type = { size: 7.5, heading: 8, head: 6.5 } as const;

/** The legend: classes, how many places and residents are in each, and the sum. */
export interface Legend {
  readonly width: number;
  readonly height: number;
  /** Drawn with its upper left corner at the point. */
  readonly at: (left: number, top: number) => readonly Shape[];
}

interface Columns {
  readonly label: number;
  readonly places: number;
  readonly people: number;
}

/** A legend as narrow as its words allow, so that it fits a corner of the map. */
export const legendBox = (input: FigureInput): Legend => {
  const colours = mapColours.light;
  const entries = input.subject.legend;
  const columns = columnsOf(input, entries);
  const width = 2 * padding + swatch.width + columns.label + columns.places + columns.people + 2 * gap + 4;
  const draw = (left: number, top: number): Block =>
    stack(top + padding - 1, [
      (y) => headingBlock(input, colours, left + padding, y, width - 2 * padding),
      (y) => rowsBlock(input, entries, columns, colours, left + padding, y + 2, width - 2 * padding),
      (y) => detailsBlock(input, columns, colours, left + padding, y, width - 2 * padding),
    ]);
  const height = draw(0, 0).bottom + padding - 2;
  return {
    width,
    height,
    at: (left, top) => [
      ...ground({ left, top, right: left + width, bottom: top + height }, colours),
      ...draw(left, top).shapes,
    ],
  };
};

const ground = (box: Box, colours: MapColours): Shape[] => [
  { shape: 'area', rings: [boxRing(box)], fill: '#ffffff' },
  { shape: 'line', lines: [boxRing(box)], stroke: colours.border, width: 0.5, isClosed: true },
];

/** Longest of several texts, in points. */
const widest = (texts: readonly string[], size: number, { measureText }: FigureInput): number =>
  texts.reduce((most, text) => Math.max(most, measureText(text, size, 600)), 0);

const columnsOf = (input: FigureInput, entries: readonly LegendEntry[]): Columns => {
  const { words, language, level } = input;
  const numbers = (of: (entry: LegendEntry) => number) =>
    widest([formatNumber(language, sum(entries, of))], type.size, input);
  const head = (text: string) => widest(text.split(' '), type.head, input);
  return {
    label: widest([...entries.map(({ label }) => label), words.figures.sum], type.size, input),
    places: Math.max(
      numbers(({ places }) => places),
      head(words.figures.places[level]),
    ),
    people: Math.max(
      numbers(({ people }) => people),
      head(words.figures.people),
    ),
  };
};

const sum = (entries: readonly LegendEntry[], of: (entry: LegendEntry) => number): number =>
  entries.reduce((all, entry) => all + of(entry), 0);

const headingBlock = (
  { subject, measureText }: FigureInput,
  colours: MapColours,
  left: number,
  top: number,
  width: number,
): Block =>
  paragraph(
    { text: subject.legendTitle, size: type.heading, weight: 600, fill: colours.text },
    left,
    top,
    width,
    measureText,
  );

const rowsBlock = (
  input: FigureInput,
  entries: readonly LegendEntry[],
  columns: Columns,
  colours: MapColours,
  left: number,
  top: number,
  width: number,
): Block => {
  const { words, language, level, measureText } = input;
  const right = left + width;
  const placesRight = right - columns.people - gap;
  const cell = (x: number, y: number, text: string, more: Partial<Text> = {}): Text => ({
    ...{ shape: 'text', at: [x, y], text, size: type.size, weight: 400, anchor: 'end' as const },
    ...{ fill: colours.text, ...more },
  });
  const row = (y: number, label: string, places: number, people: number, weight: 400 | 600): Text[] => [
    cell(left + swatch.width + 4, y + 7, label, { anchor: 'start', weight }),
    cell(placesRight, y + 7, formatNumber(language, places), { weight }),
    cell(right, y + 7, formatNumber(language, people), { weight }),
  ];
  const heads = [
    { x: placesRight, lines: wrap(words.figures.places[level], columns.places, type.head, 400, measureText) },
    { x: right, lines: wrap(words.figures.people, columns.people, type.head, 400, measureText) },
  ];
  const most = Math.max(...heads.map(({ lines }) => lines.length));
  const headShapes = heads.flatMap(({ x, lines }) =>
    lines.map((text, i) =>
      cell(x, top + 6.2 + (most - lines.length + i) * 7.4, text, {
        size: type.head,
        fill: colours.quietText,
      }),
    ),
  );
  const first = top + most * 7.4 + 3;
  const end = first + entries.length * rowHeight;
  return {
    shapes: [
      ...headShapes,
      ...entries.flatMap((entry, i) => [
        ...swatchShapes(entry, left, first + i * rowHeight, colours),
        ...row(first + i * rowHeight, entry.label, entry.places, entry.people, 400),
      ]),
      {
        shape: 'line',
        lines: [
          [
            [left, end + 0.4],
            [right, end + 0.4],
          ],
        ],
        stroke: colours.border,
        width: 0.4,
      },
      ...row(
        end + 1.6,
        words.figures.sum,
        sum(entries, ({ places }) => places),
        sum(entries, ({ people }) => people),
        600,
      ),
    ],
    bottom: end + 1.6 + rowHeight,
  };
};

/** Lines that stand for no place on the map: a label and its residents. */
const detailsBlock = (
  { subject, language, measureText }: FigureInput,
  columns: Columns,
  colours: MapColours,
  left: number,
  top: number,
  width: number,
): Block => {
  const { details } = subject;
  if (details === null || details.rows.length === 0) return { shapes: [], bottom: top };
  const room = width - columns.people - gap;
  const title = { text: details.title, size: type.heading, weight: 600, fill: colours.text } as const;
  return stack(top + 3, [
    (y) => paragraph(title, left, y, width, measureText),
    ...details.rows.map(({ label, people }) => (y: number): Block => {
      const line = { text: label, size: type.size, weight: 400, fill: colours.text } as const;
      const block = paragraph(line, left, y + 1.5, room, measureText);
      const number: Text = {
        ...{
          shape: 'text',
          at: [left + width, y + 1.5 + type.size * 0.98],
          text: formatNumber(language, people),
        },
        ...{ size: type.size, weight: 400, anchor: 'end', fill: colours.text },
      };
      return { shapes: [...block.shapes, number], bottom: block.bottom };
    }),
    (y) => ({ shapes: [], bottom: y + 3 }),
  ]);
};

const swatchShapes = (
  { colour }: LegendEntry,
  left: number,
  top: number,
  { border, blankGround, blankLine }: MapColours,
): Shape[] => {
  const ring = boxRing({ left, top, right: left + swatch.width, bottom: top + swatch.height });
  const outline: Shape = { shape: 'line', lines: [ring], stroke: border, width: 0.4, isClosed: true };
  if (colour !== null) return [{ shape: 'area', rings: [ring], fill: colour }, outline];
  return [{ shape: 'area', rings: [ring], fill: blankGround }, hatch([ring], blankLine), outline];
};
