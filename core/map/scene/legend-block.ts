import { formatNumber } from '../../language/format.ts';
import type { VenueKind } from '../../offer/venue.ts';
import { markShapes } from '../layers/venues.ts';
import { type LegendEntry, legendOf } from '../legend.ts';
import { type Block, paragraph, stack } from './flow.ts';
import { hatch } from './hatch.ts';
import { boxRing, type Shape, type Text } from './primitives.ts';
import type { Sheet } from './sheet.ts';

const rowHeight = 11.5;
const swatch = { width: 20, height: 8.5 };

/** Classes with their counts, the sum, and what the marks mean. */
export const legendBlock = (sheet: Sheet, left: number, top: number, width: number): Block => {
  const { input, colours } = sheet;
  const { words, language, answer, level, measureText } = input;
  const entries = legendOf(answer, level, words, language);
  const quiet = { size: 6.5, weight: 400, fill: colours.quietText } as const;
  const heading = { size: 8.5, weight: 600, fill: colours.text } as const;
  return stack(top, [
    (y) =>
      paragraph({ ...heading, text: words.figures.legendTitle[answer.unit] }, left, y, width, measureText),
    (y) => table(sheet, entries, left, y + 1.5, width),
    (y) => paragraph({ ...quiet, text: words.figures.legendNote[level] }, left, y + 3, width, measureText),
    (y) => markRows(sheet, left, y + 3, width),
  ]);
};

const table = (
  { input, colours }: Sheet,
  entries: readonly LegendEntry[],
  left: number,
  top: number,
  width: number,
): Block => {
  const { words, language, level } = input;
  const right = left + width;
  const placesAt = right - 58;
  const text = (x: number, y: number, label: string, more: Partial<Text> = {}): Text => ({
    shape: 'text',
    at: [x, y],
    text: label,
    size: 7.5,
    weight: 400,
    anchor: 'end',
    fill: colours.text,
    ...more,
  });
  const head = { size: 6.5, fill: colours.quietText } as const;
  const shapes: Shape[] = [
    text(placesAt, top + 7, words.figures.places[level], head),
    text(right, top + 7, words.figures.people, head),
  ];
  entries.forEach((entry, i) => {
    const y = top + 10 + i * rowHeight;
    shapes.push(
      ...swatchShapes(entry, left, y, colours),
      text(left + swatch.width + 6, y + 7, entry.label, { anchor: 'start' }),
      text(placesAt, y + 7, formatNumber(language, entry.places)),
      text(right, y + 7, formatNumber(language, entry.people)),
    );
  });
  const y = top + 10 + entries.length * rowHeight;
  const sum = (of: (entry: LegendEntry) => number) => entries.reduce((all, entry) => all + of(entry), 0);
  const line: Shape = {
    shape: 'line',
    lines: [
      [
        [left, y + 0.2],
        [right, y + 0.2],
      ],
    ],
    stroke: colours.border,
    width: 0.4,
  };
  return {
    shapes: [
      ...shapes,
      line,
      text(left + swatch.width + 6, y + 8.6, words.figures.sum, { anchor: 'start', weight: 600 }),
      text(
        placesAt,
        y + 8.6,
        formatNumber(
          language,
          sum(({ places }) => places),
        ),
        { weight: 600 },
      ),
      text(
        right,
        y + 8.6,
        formatNumber(
          language,
          sum(({ people }) => people),
        ),
        { weight: 600 },
      ),
    ],
    bottom: y + rowHeight,
  };
};

const swatchShapes = (
  { colour }: LegendEntry,
  left: number,
  top: number,
  { border, blankGround, blankLine }: Sheet['colours'],
): Shape[] => {
  const ring = boxRing({ left, top, right: left + swatch.width, bottom: top + swatch.height });
  const outline: Shape = { shape: 'line', lines: [ring], stroke: border, width: 0.4, isClosed: true };
  if (colour !== null) return [{ shape: 'area', rings: [ring], fill: colour }, outline];
  return [{ shape: 'area', rings: [ring], fill: blankGround }, hatch([ring], blankLine), outline];
};

/** One row for each kind on the map, in the order of how many there are. */
const markRows = (sheet: Sheet, left: number, top: number, width: number): Block => {
  const { input, colours, marks } = sheet;
  const counts = new Map<VenueKind, number>();
  for (const { kind, count } of marks) counts.set(kind, (counts.get(kind) ?? 0) + count);
  const kinds = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const rows = kinds.map(([kind, count]) => (y: number): Block => {
    const [, , , plural] = input.words.figures.kinds[kind];
    const label = paragraph(
      { text: `${plural} (${count})`, size: 7.5, weight: 400, fill: colours.text },
      left + swatch.width + 6,
      y,
      width - swatch.width - 6,
      input.measureText,
    );
    const mark = markShapes({ kind, at: [left + swatch.width / 2, y + 4.8], count: 1 }, colours);
    return { shapes: [...mark, ...label.shapes], bottom: label.bottom + 1 };
  });
  const note = (y: number) =>
    paragraph(
      { text: input.words.figures.markNote, size: 6.5, weight: 400, fill: colours.quietText },
      left,
      y,
      width,
      input.measureText,
    );
  return stack(top, marks.some(({ count }) => count > 1) ? [...rows, note] : rows);
};
