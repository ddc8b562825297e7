import type { Label } from './label.ts';
import type { Area, MeasureText, Point, Text, Weight } from './primitives.ts';

/** A placed label as type with a halo, so that it reads on any class. */
export const labelShapes = ({ lines, size, weight }: Label, fill: string, halo: string): Text[] =>
  lines.map(({ text, at }) => ({
    shape: 'text',
    at,
    text,
    size,
    weight,
    anchor: 'middle',
    fill,
    halo: { colour: halo, width: 2.3 },
  }));

/** A filled circle as a polygon: one kind of shape less for every renderer. */
export const dot = ([x, y]: Point, radius: number, fill: string): Area => ({
  shape: 'area',
  fill,
  rings: [
    Array.from({ length: 12 }, (_, i): Point => {
      const angle = (Math.PI * i) / 6;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    }),
  ],
});

/**
 * Lines of at most `width` points, broken at spaces; a word longer than a line is broken where the
 * line is full, so that an address never leaves the page.
 */
export const wrap = (
  text: string,
  width: number,
  size: number,
  weight: Weight,
  measure: MeasureText,
): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((w) => chop(w, width, size, weight, measure))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer, size, weight) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
};

const chop = (word: string, width: number, size: number, weight: Weight, measure: MeasureText): string[] => {
  if (measure(word, size, weight) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const sign of word) {
    if (part !== '' && measure(part + sign, size, weight) > width) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part];
};
