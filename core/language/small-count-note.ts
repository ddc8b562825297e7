import { rangeOf } from '../place/small-counts.ts';
import type { Language } from './routes.ts';
import { sayWarning } from './warnings.ts';

/** Residents by cell, with the published counts of 5 among them. */
interface CountedCells {
  readonly people: readonly number[];
  readonly smallCounts?: readonly number[];
}

const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0);

/** What an answer says of counts published as 5, on the screen, in the API and on paper; nothing where there are none. */
export const smallCountNotes = (cells: CountedCells, language: Language): readonly string[] => {
  const count = sum(cells.smallCounts ?? []);
  if (count === 0) return [];
  const people = Math.round(sum(cells.people));
  return [
    sayWarning({ code: 'small-counts', values: { count, people, ...rangeOf(people, count) } }, language),
  ];
};
