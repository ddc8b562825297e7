import type { PopulationCell } from './territory.ts';

/**
 * Grids of the statistical office publish 1 to 10 residents as 5, so that nobody is known by the count.
 * The 5 is kept; what it may stand for is said wherever a sum rests on it.
 */
export const smallCount = { published: 5, least: 1, most: 10 } as const;

/** Fewest and most residents that published counts allow. */
export interface PeopleRange {
  readonly least: number;
  readonly most: number;
}

/** @param smallCounts published counts of 5 within `people`. */
export const rangeOf = (people: number, smallCounts: number): PeopleRange => ({
  least: people - smallCounts * (smallCount.published - smallCount.least),
  most: people + smallCounts * (smallCount.most - smallCount.published),
});

/** What a sum of cells rests on. */
export interface SmallCountSum {
  readonly people: number;
  /** Published counts of 5 in it. */
  readonly smallCounts: number;
  readonly range: PeopleRange;
}

export const sumSmallCounts = (
  cells: readonly Pick<PopulationCell, 'people' | 'smallCounts'>[],
): SmallCountSum => {
  const people = cells.reduce((sum, cell) => sum + cell.people, 0);
  const smallCounts = cells.reduce((sum, cell) => sum + (cell.smallCounts ?? 0), 0);
  return { people, smallCounts, range: rangeOf(people, smallCounts) };
};
