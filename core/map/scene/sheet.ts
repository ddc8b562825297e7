import { type MapColours, mapColours } from '../theme.ts';
import type { Frame } from './frame.ts';
import type { FigureInput } from './input.ts';
import { type Labels, labelsOf } from './labels.ts';
import { type Mark, marksOf } from './marks.ts';
import type { Box } from './primitives.ts';

/** What every layer draws from: the input, the ground on paper, and what was placed with care for all. */
export interface Sheet {
  readonly input: FigureInput;
  readonly frame: Frame;
  readonly colours: MapColours;
  readonly marks: readonly Mark[];
  readonly labels: Labels;
}

/** A sheet in the light theme: paper is white in the reader's document. Names keep clear of `covered`. */
export const sheetOf = (input: FigureInput, frame: Frame, covered: readonly Box[]): Sheet => {
  const marks = marksOf(input, frame);
  return {
    input,
    frame,
    colours: mapColours.light,
    marks,
    labels: labelsOf(input, frame, marks, covered),
  };
};
