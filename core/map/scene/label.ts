import type { Box, MeasureText, Point, Text, Weight } from './primitives.ts';

/** Smallest type on paper, in points. */
export const smallestType = 6.5;

/** Lines of type with the paper they take. */
export interface Label {
  readonly id: string;
  readonly lines: readonly Pick<Text, 'text' | 'at'>[];
  readonly size: number;
  readonly weight: Weight;
  /** Paper taken by each line. */
  readonly boxes: readonly Box[];
}

/** Room between two pieces of type, and between type and border. */
export const air = 0.9;
const leading = 1.08;

export interface Type {
  readonly size: number;
  readonly weight: Weight;
}

/** Lines centred on a point. */
export const labelAt = (
  id: string,
  lines: readonly string[],
  [x, y]: Point,
  { size, weight }: Type,
  measure: MeasureText,
): Label => {
  const height = size * (0.95 + (lines.length - 1) * leading);
  const tops = lines.map((_, i) => y - height / 2 + i * size * leading);
  return {
    id,
    size,
    weight,
    lines: lines.map((text, i) => ({ text, at: [x, (tops[i] ?? y) + size * 0.74] })),
    boxes: lines.map((text, i) => {
      const half = measure(text, size, weight) / 2;
      const top = tops[i] ?? y;
      return { left: x - half, right: x + half, top, bottom: top + size * 0.95 };
    }),
  };
};
