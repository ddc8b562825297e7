import type { Findings } from '#core/findings.ts';
import { sumSmallCounts } from '#core/place/small-counts.ts';
import type { PopulationCell } from '#core/place/territory.ts';
import { Problem } from '#core/problem.ts';
import type { Database } from '../../db/database.ts';
import { locateTerritories } from '../../db/queries/locate.ts';
import { readPlaces } from '../../db/queries/places.ts';
import { createNearestPlace } from '../venue/nearest-place.ts';
import { sayTotals } from './population-agreement.ts';

/** A cell before anybody knows where it belongs. */
export type CellDraft = Pick<
  PopulationCell,
  'id' | 'people' | 'smallCounts' | 'ring' | 'centre' | 'confidence'
>;

/**
 * Gives cells of an official grid the name of the nearest settlement and, on the borders of this moment, their town
 * or parish by their centre. Cells outside every unit are kept, because borders may come after them, and are
 * counted with their residents; sums are compared with official totals of the units.
 * @throws Problem `bad-import` where not one cell lies in the region.
 */
export const placeCells = async (
  { bulk: db }: Database,
  drafts: readonly CellDraft[],
  source: string,
  findings: Findings,
): Promise<readonly PopulationCell[]> => {
  if (drafts.length === 0) {
    const expected = 'cells inside the bounds of the region';
    throw new Problem('bad-import', { faults: [{ field: 'ID', fault: 'out-of-range', expected }] });
  }
  const { settlements, territories } = await readPlaces(db);
  const nearest = createNearestPlace(settlements);
  const found = await locateTerritories(
    db,
    drafts.map(({ centre }) => centre),
  );
  const cells = drafts.map((draft, i) => ({
    ...draft,
    territoryId: found[i] ?? null,
    nearestSettlement: nearest(draft.centre),
    source,
    isModel: false,
  }));
  sayOutside(cells, findings);
  saySmallCounts(cells, findings);
  sayTotals(territories, cells, findings);
  return cells;
};

const sayOutside = (cells: readonly PopulationCell[], findings: Findings): void => {
  const outside = cells.filter(({ territoryId }) => territoryId === null);
  if (outside.length === 0) return;
  const values = { count: outside.length, people: Math.round(sumSmallCounts(outside).people) };
  findings.add({ code: 'cells-outside-units', values });
};

/** How many counts of 5 the sum of the units rests on, and between which numbers it may lie. */
const saySmallCounts = (cells: readonly PopulationCell[], findings: Findings): void => {
  const own = cells.filter(({ territoryId }) => territoryId !== null);
  const { people, smallCounts, range } = sumSmallCounts(own);
  if (smallCounts === 0) return;
  const values = { count: smallCounts, people: Math.round(people), ...range };
  findings.add({ code: 'small-counts', values });
};
