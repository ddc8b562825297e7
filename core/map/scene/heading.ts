import type { MapColours } from '../theme.ts';
import { type Block, paragraph, stack } from './flow.ts';
import type { PageInput } from './input.ts';
import { boxRing, type Shape } from './primitives.ts';

/** Paper around everything that is drawn. */
export const margin = 6;
/** Sizes at which a title is tried on one line before it takes two. */
const titleSizes = [14, 13, 12];

export const pageShape = (width: number, height: number): Shape => ({
  shape: 'area',
  rings: [boxRing({ left: 0, top: 0, right: width, bottom: height })],
  fill: '#ffffff',
});

/** Title, subtitle, and the mark of model data to the right of them. */
export const heading = (input: PageInput, colours: MapColours, width: number): Block => {
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
