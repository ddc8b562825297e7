import type { AtvkGeneration } from '#core/place/atvk.ts';
import type { TotalAge, TotalSex } from '#core/place/population-total.ts';
import { integer, text } from './column.ts';

/** Residents of units by their codes, as a statistical office counts them. */
export const territoryPopulation = {
  version_id: integer(),
  generation: text<AtvkGeneration>(),
  code: text(),
  name: text(),
  sort_key: text(),
  year: integer(),
  series: text(),
  source: text(),
  sex: text<TotalSex>(),
  age_group: text<TotalAge>(),
  people: integer(),
};
