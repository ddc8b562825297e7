import type { VenueKind } from '../../offer/venue.ts';
import { markShapes } from '../layers/venues.ts';
import type { Block } from './flow.ts';
import type { Shape } from './primitives.ts';
import type { Sheet } from './sheet.ts';

const size = 7.5;
const rowHeight = 11;

/** What the marks mean, with how many venues of each kind there are, one after the other. */
export const marksRow = (
  { input, colours, marks }: Sheet,
  left: number,
  top: number,
  width: number,
): Block => {
  const counts = new Map<VenueKind, number>();
  for (const { kind, count } of marks) counts.set(kind, (counts.get(kind) ?? 0) + count);
  const kinds = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const shapes: Shape[] = [];
  let [x, y] = [left, top];
  const write = (text: string, mark: VenueKind | null) => {
    const indent = mark === null ? 0 : 11;
    const length = indent + input.measureText(text, size, 400);
    if (x > left && x + length > left + width) [x, y] = [left, y + rowHeight];
    if (mark !== null) shapes.push(...markShapes({ kind: mark, at: [x + 4, y + 4.9], count: 1 }, colours));
    shapes.push({
      shape: 'text',
      at: [x + indent, y + 7.5],
      text,
      size,
      weight: 400,
      anchor: 'start',
      fill: colours.text,
    });
    x += length + 12;
  };
  const { markTitle } = input.subject;
  for (const [kind, count] of kinds)
    write(markTitle ?? `${input.words.figures.kinds[kind][3]} (${count})`, kind);
  if (marks.some(({ count }) => count > 1)) write(input.words.figures.markNote, null);
  return { shapes, bottom: kinds.length === 0 ? top : y + rowHeight };
};
