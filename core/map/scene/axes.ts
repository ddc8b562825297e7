import type { MapColours } from '../theme.ts';
import type { Box, Point, Shape, Text } from './primitives.ts';

/** A plot on the page: where its numbers lie, and at which of them lines are drawn. */
export interface Axes {
  readonly box: Box;
  readonly at: (x: number, y: number) => Point;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

/** The smallest of 1, 2, 5, 10 ... that cuts a length into at most `most` steps. */
const stepOf = (length: number, most: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(length, 1e-9) / most));
  return ([1, 2, 5, 10].find((factor) => length / (factor * power) <= most) ?? 10) * power;
};

const minuteStep = 30;

/** Axes for minutes (in half hours) across and counts (from 0) upwards. */
export const axesOf = (box: Box, minutes: readonly number[], counts: readonly number[]): Axes => {
  const low = Math.floor(Math.min(0, ...minutes) / minuteStep) * minuteStep;
  const high = Math.ceil(Math.max(minuteStep, ...minutes) / minuteStep) * minuteStep;
  const most = Math.max(1, ...counts);
  const step = Math.max(1, stepOf(most, 5));
  const top = Math.ceil(most / step) * step;
  const ticks = (from: number, to: number, by: number) =>
    Array.from({ length: Math.round((to - from) / by) + 1 }, (_, i) => from + i * by);
  return {
    box,
    at: (x, y) => [
      box.left + ((x - low) / (high - low)) * (box.right - box.left),
      box.bottom - (y / top) * (box.bottom - box.top),
    ],
    xTicks: ticks(low, high, minuteStep),
    yTicks: ticks(0, top, step),
  };
};

/** Lines and numbers of a plot; 0 across is marked, for there things are as they are. */
export const axisShapes = (
  { box, at, xTicks, yTicks }: Axes,
  labels: { readonly x: string; readonly y: string; readonly zero: string },
  numbers: { readonly x: (value: number) => string; readonly y: (value: number) => string },
  colours: MapColours,
): Shape[] => {
  const text = (point: Point, content: string, anchor: Text['anchor'], weight: 400 | 600 = 400): Text => ({
    ...{ shape: 'text', at: point, text: content, size: 7, weight, anchor, fill: colours.text },
  });
  const line = (from: Point, to: Point, stroke: string, width: number): Shape => ({
    ...{ shape: 'line', lines: [[from, to]], stroke, width },
  });
  const [zeroX] = at(0, 0);
  return [
    ...yTicks.flatMap((value) => {
      const [, y] = at(0, value);
      return [
        line([box.left, y], [box.right, y], colours.neighbourLine, 0.4),
        text([box.left - 5, y + 2.4], numbers.y(value), 'end'),
      ];
    }),
    ...xTicks.flatMap((value) => {
      const [x] = at(value, 0);
      return [
        line([x, box.bottom], [x, box.bottom + 3], colours.border, 0.5),
        text([x, box.bottom + 11], numbers.x(value), 'middle'),
      ];
    }),
    line([box.left, box.bottom], [box.right, box.bottom], colours.border, 0.7),
    line([zeroX, box.top - 3], [zeroX, box.bottom], colours.border, 0.7),
    text([zeroX, box.top - 5], labels.zero, 'middle', 600),
    text([(box.left + box.right) / 2, box.bottom + 22], labels.x, 'middle'),
    text([box.left - 5, box.top - 5], labels.y, 'end'),
  ];
};
