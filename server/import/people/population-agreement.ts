import type { Findings } from '#core/findings.ts';
import { rangeOf, sumSmallCounts } from '#core/place/small-counts.ts';
import type { Population, PopulationCell, Territory } from '#core/place/territory.ts';

/** Sums of cells and totals of one office and one day differ by the counts made 5 and by border cells alone. */
const mostPercent = 5;

/** People declared in a municipality are some 9 % more than those who usually live there. */
const seriesGap = { least: 7, most: 12 } as const;

/** How far cells and total are apart, in percent of the total; 0 where the counts of 5 can explain all of it. */
const apart = (cells: readonly PopulationCell[], { people }: Population): number => {
  const sum = sumSmallCounts(cells);
  const { least, most } = rangeOf(sum.people, sum.smallCounts);
  const off = people < least ? least - people : people > most ? most - people : 0;
  return people === 0 ? 0 : (100 * off) / people;
};

const say = (
  unit: Territory,
  total: Population,
  cells: readonly PopulationCell[],
  findings: Findings,
): void => {
  const off = apart(cells, total);
  if (Math.abs(off) <= mostPercent) return;
  const percent = Math.round(off * 10) / 10;
  const values = { name: unit.nameLv, percent, cells: Math.round(sumSmallCounts(cells).people) };
  const { year, series, people } = total;
  findings.add({ code: 'grid-total-differs', values: { ...values, year, series, total: people } });
  if (off >= seriesGap.least && off <= seriesGap.most) {
    findings.add({ code: 'grid-series-gap', values: { name: unit.nameLv, percent } });
  }
};

/**
 * Compares cells with the totals of the towns and parishes in which they lie, and names every unit that is more
 * than 5 % apart beyond what counts of 5 explain. Only totals of a statistical office are compared: the others are
 * of mixed years and series.
 */
export const sayTotals = (
  territories: readonly Territory[],
  cells: readonly PopulationCell[],
  findings: Findings,
): void => {
  const byUnit = Map.groupBy(cells, ({ territoryId }) => territoryId);
  for (const unit of territories) {
    const isUnit = unit.kind === 'town' || unit.kind === 'parish';
    const [newest] = unit.history?.byYear.slice(-1) ?? [];
    if (!isUnit || newest === undefined || unit.population === null) continue;
    say(unit, unit.population, byUnit.get(unit.id) ?? [], findings);
  }
};
