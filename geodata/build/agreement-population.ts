import { slug } from '#core/language/fold.ts';
import type { PopulationCell } from '#core/place/territory.ts';
import { number, readTable, text } from './tables.ts';

/** How the cells add up, as Markdown. */
export function populationAgreement(cells: readonly PopulationCell[]): string[] {
  const units = readTable('facts/territories.csv');
  const wrong = units.filter((row) => {
    const own = cells.filter(({ territoryId }) => territoryId === slug(text(row, 'name_lv')));
    return sum(own) !== number(row, 'demo_population_2024_constructed');
  });
  const official = readTable('facts/municipalities.csv').find((row) => row.id === 'tukuma-novads');
  if (official === undefined) throw new Error('no row for tukuma-novads');
  const csp = number(official, 'population');
  const total = sum(cells);
  const largest = Math.max(...cells.map(({ people }) => people));
  return [
    `- Units whose cells add up to their constructed total: ${units.length - wrong.length} of ${units.length}.`,
    `- Sum of all cells: ${total}; CSP counted ${csp} in ${text(official, 'population_year')}, ${Math.abs(total - csp)} ${total > csp ? 'fewer' : 'more'} than the model.`,
    `- ${cells.length} inhabited cells, from 1 to ${largest} residents.`,
  ];
}

const sum = (cells: readonly PopulationCell[]) => cells.reduce((total, { people }) => total + people, 0);
