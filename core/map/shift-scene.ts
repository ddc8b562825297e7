import { defaultRoundTripSettings, type ShiftAnswer } from '../access/round-trip-answer.ts';
import { formatNumber } from '../language/format.ts';
import { roundTripNotes, transitNote } from '../language/travel-notes.ts';
import { defaultTransitSettings } from '../transit/settings.ts';
import { classColours } from './palette.ts';
import { type Axes, axesOf, axisShapes } from './scene/axes.ts';
import { type Block, paragraph, stack } from './scene/flow.ts';
import { footnotes } from './scene/footnotes.ts';
import { heading, margin, pageShape } from './scene/heading.ts';
import type { PageInput } from './scene/input.ts';
import { boxRing, type Point, pointsPerMm, type Scene, type Shape } from './scene/primitives.ts';
import { dot } from './scene/type.ts';
import { findings, laterLines, signed } from './shift-text.ts';
import { mapColours } from './theme.ts';

const plotHeight = 190;

/** One curve: told apart by colour, by its dashes and by the form of its points. */
interface Series {
  readonly label: string;
  readonly colour: string;
  readonly dash: readonly number[] | null;
  readonly isSquare: boolean;
  readonly points: ShiftAnswer['byEndShift'];
}

/**
 * The shift finder on paper: residents with a round trip by how far the end, or the start, of an event is
 * moved, and the departures that would bring more people home. Of an event of which nothing is known the reason
 * stands in the place of the curve. The same input gives the same scene.
 */
export const shiftScene = (input: PageInput, answer: ShiftAnswer): Scene => {
  const width = input.widthMm * pointsPerMm;
  const inner = width - 2 * margin;
  const colours = mapColours.light;
  const { shift } = input.words.figures;
  const head = heading(input, colours, inner);
  const series = seriesOf(answer, input);
  const key = keyRow(series, input, margin, head.bottom + 5);
  const box = {
    left: margin + 46,
    right: width - margin - 8,
    top: key.bottom + 20,
    bottom: key.bottom + plotHeight,
  };
  const all = [...answer.byEndShift, ...answer.byStartShift];
  const axes = axesOf(
    box,
    all.map(({ minutes }) => minutes),
    all.map(({ people }) => people),
  );
  const labels = { x: shift.minutes, y: shift.people, zero: shift.announced };
  const numbers = { x: signed, y: (value: number) => formatNumber(input.language, value) };
  const frame = axisShapes(axes, labels, numbers, colours);
  const isKnown = answer.blank === null;
  const text = textBelow(input, answer, isKnown ? box.bottom + 34 : head.bottom + 8, inner);
  const foot = footnotes(input, notesOf(input, answer), 'event-round-trip', margin, text.bottom + 4, inner);
  const height = foot.bottom + margin;
  return {
    widthMm: input.widthMm,
    width,
    height,
    language: input.language,
    title: input.title,
    description: input.description,
    groups: [
      { id: 'page', shapes: [pageShape(width, height)] },
      { id: 'heading', shapes: head.shapes },
      ...(isKnown
        ? [
            { id: 'key', shapes: key.shapes },
            { id: 'axes', shapes: frame },
            { id: 'curves', shapes: series.flatMap((one) => curve(one, axes)) },
          ]
        : []),
      { id: 'findings', shapes: text.shapes },
      { id: 'notes', shapes: foot.shapes },
    ],
  };
};

const seriesOf = (answer: ShiftAnswer, { words }: PageInput): readonly Series[] => {
  const { shift } = words.figures;
  const [, , , , dark = '#253494'] = classColours(5, false);
  return [
    { label: shift.byEnd, colour: dark, dash: null, isSquare: false, points: answer.byEndShift },
    { label: shift.byStart, colour: '#e6762f', dash: [4, 2.5], isSquare: true, points: answer.byStartShift },
  ];
};

const pointShape = ([x, y]: Point, { colour, isSquare }: Series): Shape =>
  isSquare
    ? {
        shape: 'area',
        rings: [boxRing({ left: x - 1.9, right: x + 1.9, top: y - 1.9, bottom: y + 1.9 })],
        fill: colour,
      }
    : dot([x, y], 2.2, colour);

const lineShape = ({ colour, dash }: Series, line: readonly Point[]): Shape => ({
  ...{ shape: 'line', lines: [line], stroke: colour, width: 1.3 },
  ...(dash === null ? {} : { dash }),
});

const curve = (series: Series, { at }: Axes): Shape[] => {
  const line = series.points
    .toSorted((a, b) => a.minutes - b.minutes)
    .map(({ minutes, people }) => at(minutes, people));
  return [lineShape(series, line), ...line.map((point) => pointShape(point, series))];
};

/** What the two lines are. */
const keyRow = (series: readonly Series[], input: PageInput, left: number, top: number): Block => {
  const shapes: Shape[] = [];
  let x = left;
  for (const one of series) {
    const line: Point[] = [
      [x, top + 5],
      [x + 22, top + 5],
    ];
    shapes.push(lineShape(one, line), pointShape([x + 11, top + 5], one), {
      ...{ shape: 'text', at: [x + 27, top + 7.6], text: one.label, size: 7.5, weight: 400, anchor: 'start' },
      fill: mapColours.light.text,
    });
    x += 27 + input.measureText(one.label, 7.5, 400) + 16;
  }
  return { shapes, bottom: top + 11 };
};

/** What the curves say, in sentences, and the departures by name. */
const textBelow = (input: PageInput, answer: ShiftAnswer, top: number, width: number): Block => {
  const { words, language, measureText } = input;
  const { shift } = words.figures;
  const { text: fill } = mapColours.light;
  const later = laterLines(answer, words, language);
  const write = (text: string, weight: 400 | 600) => (y: number) =>
    paragraph({ text, size: 8, weight, fill }, margin, y + 1.5, width, measureText);
  const departures =
    later.length === 0
      ? [write(shift.laterNone, 400)]
      : [write(shift.later, 600), ...later.map((line) => write(line, 400))];
  return stack(top, [
    write(findings(answer, words, language).join(' '), 400),
    ...(answer.blank === null ? departures : []),
  ]);
};

const notesOf = ({ words, language }: PageInput, { event, mode, blank }: ShiftAnswer): string[] => [
  ...(blank === null ? [words.figures.shift.note] : []),
  roundTripNotes(mode, defaultRoundTripSettings, event.isEndAssumed, words, language).join(' '),
  ...(mode === 'public-transport' ? [transitNote(defaultTransitSettings, words)] : []),
];
