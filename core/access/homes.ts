import { cellRing } from '../place/cell.ts';
import { type Borders, unitsOfRegion } from '../place/region.ts';
import type { PopulationCell, Territory } from '../place/territory.ts';
import type { Homes } from './input.ts';

/** The units of the region on the day of its borders, by id: each of them is a row of every answer. */
export const unitsById = (territories: readonly Territory[], region: Borders): Territory[] =>
  unitsOfRegion(territories, region).toSorted(byId);

/** A cell that lies in a town or parish. */
export interface PlacedCell extends PopulationCell {
  readonly territoryId: string;
}

/** Cells of these units, by id; every one of them appears in every answer, and no other. */
export function cellsOf(cells: readonly PopulationCell[], units: readonly Territory[]): PlacedCell[] {
  const ids = new Set(units.map(({ id }) => id));
  const isOurs = (cell: PopulationCell): cell is PlacedCell =>
    cell.territoryId !== null && ids.has(cell.territoryId);
  return cells.filter(isOurs).toSorted(byId);
}

/** How many published counts of 5 each cell holds; nothing where none does. */
export const smallCountsOf = (
  cells: readonly PopulationCell[],
): { readonly smallCounts?: readonly number[] } =>
  cells.some(({ smallCounts = 0 }) => smallCounts > 0)
    ? { smallCounts: cells.map(({ smallCounts = 0 }) => smallCounts) }
    : {};

/** The cells in columns, with what is known of travel from each; by default a home without a way has no route. */
export function homesOf(
  cells: readonly PlacedCell[],
  units: readonly Territory[],
  unknown: Homes['unknown'],
  noWay: Homes['noWay'] = cells.map(() => 'no-route'),
): Homes {
  const indexOf = new Map(units.map(({ id }, index) => [id, index]));
  return {
    id: cells.map(({ id }) => id),
    people: cells.map(({ people }) => people),
    ...smallCountsOf(cells),
    territory: cells.map(({ territoryId }) => indexOf.get(territoryId) ?? -1),
    settlement: cells.map(({ nearestSettlement }) => nearestSettlement),
    unknown,
    noWay,
    ring: cells.some(({ ring }) => ring !== undefined)
      ? cells.map((cell) => cell.ring ?? cellRing(cell.id))
      : null,
  };
}

/** By code unit, the same on every machine; names are sorted for readers in `core/language`. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }) =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
