import type { MeasureText, Shape, Weight } from './primitives.ts';
import { wrap } from './type.ts';

/** Shapes and the y at which the next block may start. */
export interface Block {
  readonly shapes: readonly Shape[];
  readonly bottom: number;
}

export interface Paragraph {
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly fill: string;
}

/** Lines of type from `top` down, wrapped to `width`. */
export const paragraph = (
  { text, size, weight, fill }: Paragraph,
  left: number,
  top: number,
  width: number,
  measure: MeasureText,
): Block => {
  const leading = size * 1.26;
  const lines = wrap(text, width, size, weight, measure);
  return {
    shapes: lines.map((line, i) => ({
      shape: 'text',
      at: [left, top + size * 0.98 + i * leading],
      text: line,
      size,
      weight,
      anchor: 'start',
      fill,
    })),
    bottom: top + lines.length * leading,
  };
};

/** Blocks below each other; each is told where it may start. */
export const stack = (top: number, makers: readonly ((top: number) => Block)[]): Block => {
  let bottom = top;
  const shapes: Shape[] = [];
  for (const make of makers) {
    const block = make(bottom);
    shapes.push(...block.shapes);
    bottom = block.bottom;
  }
  return { shapes, bottom };
};
