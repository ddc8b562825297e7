import { type PeopleRange, rangeOf } from '../place/small-counts.ts';

/** Residents by cell, with the published counts of 5 among them. */
interface CountedCells {
  readonly people: readonly number[];
  readonly smallCounts?: readonly number[];
}

/** Fewest and most residents of a cell; null where its count is exact. */
export const rangeOfCell = ({ people, smallCounts }: CountedCells, index: number): PeopleRange | null => {
  const small = smallCounts?.[index] ?? 0;
  return small === 0 ? null : rangeOf(people[index] ?? 0, small);
};

/** Columns of a table of cells; none where no cell of the table holds a count of 5. */
export const rangeColumns = (cells: CountedCells, index: number): Readonly<Record<string, number>> => {
  if (cells.smallCounts === undefined) return {};
  const people = cells.people[index] ?? 0;
  const range = rangeOfCell(cells, index) ?? { least: people, most: people };
  return { peopleLeast: range.least, peopleMost: range.most };
};
