import type { Kysely } from 'kysely';
import type { Findings } from '#core/findings.ts';
import { sumSmallCounts } from '#core/place/small-counts.ts';
import type { PopulationCell } from '#core/place/territory.ts';
import { Problem } from '#core/problem.ts';
import { locateTerritories } from '../db/queries/locate.ts';
import { readPlaces } from '../db/queries/places.ts';
import type { Tables } from '../db/tables/index.ts';
import { createNearestPlace } from './nearest-place.ts';

/** A cell before anybody knows where it belongs. */
export type CellDraft = Pick<
  PopulationCell,
  'id' | 'people' | 'smallCounts' | 'ring' | 'centre' | 'confidence'
>;

/**
 * Gives cells of an official grid their town or parish by their centre, and the name of the nearest
 * settlement. Cells outside every unit are left out, counted with their residents.
 * @throws Problem `bad-import` where not one cell lies in a unit of the map.
 */
export const placeCells = async (
  db: Kysely<Tables>,
  drafts: readonly CellDraft[],
  source: string,
  findings: Findings,
): Promise<readonly PopulationCell[]> => {
  const { settlements } = await readPlaces(db);
  const nearest = createNearestPlace(settlements);
  const found = await locateTerritories(
    db,
    drafts.map(({ centre }) => centre),
  );
  const cells = drafts.flatMap((draft, i): PopulationCell[] => {
    const territoryId = found[i] ?? null;
    if (territoryId === null) return [];
    return [{ ...draft, territoryId, nearestSettlement: nearest(draft.centre), source, isModel: false }];
  });
  sayOutside(
    drafts.filter((_, i) => (found[i] ?? null) === null),
    findings,
  );
  if (cells.length > 0) return cells;
  const expected = 'cells inside the towns and parishes of the map';
  throw new Problem('bad-import', { faults: [{ field: 'ID', fault: 'out-of-range', expected }] });
};

const sayOutside = (outside: readonly CellDraft[], findings: Findings): void => {
  if (outside.length === 0) return;
  const values = { count: outside.length, people: Math.round(sumSmallCounts(outside).people) };
  findings.add({ code: 'cells-outside-units', effect: 'dropped', values });
};

/** Says how many counts of 5 the sum of these cells rests on, and between which numbers it may lie. */
export const saySmallCounts = (cells: readonly PopulationCell[], findings: Findings): void => {
  const { people, smallCounts, range } = sumSmallCounts(cells);
  if (smallCounts === 0) return;
  const values = { count: smallCounts, people: Math.round(people), least: range.least, most: range.most };
  findings.add({ code: 'small-counts', values });
};
