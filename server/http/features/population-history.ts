import type { PopulationHistory } from '#core/place/population-total.ts';

/** Years, and the three groups of ages, as properties that a table can hold too. */
export const toHistory = (history: PopulationHistory | undefined) => ({
  peopleYears: history?.byYear.map(({ year }) => year) ?? [],
  peopleByYear: history?.byYear.map(({ people }) => people) ?? [],
  agesYear: history?.ages?.year ?? null,
  peopleAged0To14: history?.ages?.children ?? null,
  peopleAged15To64: history?.ages?.workingAge ?? null,
  peopleAged65Plus: history?.ages?.older ?? null,
});
