import { layers } from './layers/index.ts';
import { freeCorner } from './scene/corner.ts';
import { type Block, paragraph, stack } from './scene/flow.ts';
import { frameOf } from './scene/frame.ts';
import type { FigureInput } from './scene/input.ts';
import { legendBox } from './scene/legend-box.ts';
import { marksRow } from './scene/marks-row.ts';
import { notes, orientation } from './scene/notes.ts';
import { boxRing, pointsPerMm, type Scene, type Shape } from './scene/primitives.ts';
import { sheetOf } from './scene/sheet.ts';
import { type MapColours, mapColours } from './theme.ts';

const margin = 6;
/** Sizes at which a title is tried on one line before it takes two. */
const titleSizes = [14, 13, 12];

/**
 * A figure for a document: heading, map, legend with counts, scale bar, north arrow, sources. Width in
 * millimetres as asked, height as needed. The same input gives the same scene, to the last digit.
 *
 * @throws RangeError when no territory of the region has a boundary, or for more classes than the palette has.
 */
export const figureScene = (input: FigureInput): Scene => {
  const width = input.widthMm * pointsPerMm;
  const inner = width - 2 * margin;
  const colours = mapColours.light;
  const head = heading(input, colours, inner);
  const frame = frameOf(input.territories, input.crs, margin, head.bottom + 5, inner);
  const legend = legendBox(input);
  const corner = freeCorner(frame, input.territories, legend);
  const sheet = sheetOf(input, frame, corner === null ? [] : [corner]);
  const below = frame.box.bottom + 7;
  const legendAt = corner ?? { left: margin, top: below };
  // Without a free corner the legend stands below the map, with the rest beside it.
  const left = corner === null ? margin + legend.width + 14 : margin;
  const marks = marksRow(sheet, left, below, width - margin - left);
  const compass = orientation(sheet, left, marks.bottom + 3, width - margin - left);
  const lowest = corner === null ? Math.max(compass.bottom, below + legend.height) : compass.bottom;
  const foot = notes(sheet, margin, lowest + 3, inner);
  const height = foot.bottom + margin;
  const page: Shape = {
    shape: 'area',
    rings: [boxRing({ left: 0, top: 0, right: width, bottom: height })],
    fill: '#ffffff',
  };
  const edge: Shape = {
    shape: 'line',
    lines: [boxRing(frame.box)],
    stroke: colours.border,
    width: 0.6,
    isClosed: true,
  };
  return {
    widthMm: input.widthMm,
    width,
    height,
    language: input.language,
    title: input.title,
    description: input.description,
    groups: [
      { id: 'page', shapes: [page] },
      { id: 'heading', shapes: head.shapes },
      ...layers.map((layer) => ({ id: layer.id, shapes: layer.draw(sheet) })),
      { id: 'edge', shapes: [edge] },
      { id: 'legend', shapes: legend.at(legendAt.left, legendAt.top) },
      { id: 'marks', shapes: marks.shapes },
      { id: 'orientation', shapes: compass.shapes },
      { id: 'notes', shapes: foot.shapes },
    ],
  };
};

/** Title, subtitle, and the mark of model data to the right of them. */
const heading = (input: FigureInput, colours: MapColours, width: number): Block => {
  const { words, measureText } = input;
  const mark = input.isModel ? words.figures.modelMark : '';
  const markWidth = mark === '' ? 0 : measureText(mark, 7, 600) + 8;
  const room = width - markWidth - 6;
  const titleSize = titleSizes.find((size) => measureText(input.title, size, 600) <= room) ?? 13;
  const lines = stack(margin, [
    (y) =>
      paragraph(
        { text: input.title, size: titleSize, weight: 600, fill: colours.text },
        margin,
        y,
        room,
        measureText,
      ),
    (y) =>
      paragraph(
        { text: input.subtitle, size: 8.5, weight: 400, fill: colours.quietText },
        margin,
        y + 1,
        width,
        measureText,
      ),
  ]);
  return {
    shapes: [...lines.shapes, ...markShapes(mark, margin + width, markWidth, colours)],
    bottom: lines.bottom,
  };
};

const markShapes = (text: string, right: number, width: number, colours: MapColours): Shape[] => {
  if (text === '') return [];
  const box = { left: right - width, right, top: margin + 2, bottom: margin + 14 };
  return [
    { shape: 'line', lines: [boxRing(box)], stroke: colours.accent, width: 0.8, isClosed: true },
    {
      shape: 'text',
      at: [right - width / 2, margin + 10.5],
      text,
      size: 7,
      weight: 600,
      anchor: 'middle',
      fill: colours.accent,
    },
  ];
};
