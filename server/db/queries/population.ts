import type { Population } from '#core/place/territory.ts';
import { stated } from '../stated.ts';

export interface PopulationColumns {
  population_people: number | null;
  population_year: string | null;
  population_series: string | null;
  population_source: string | null;
}

/** A count is only a count with its year, series and source; without them there is none. */
export const toPopulation = (row: PopulationColumns): Population | null =>
  row.population_people === null
    ? null
    : {
        people: row.population_people,
        year: stated(row.population_year, 'year of a count'),
        series: stated(row.population_series, 'series of a count'),
        source: stated(row.population_source, 'source of a count'),
      };
