import type { Findings } from '#core/findings.ts';
import { latvianSortKey } from '#core/language/fold.ts';
import type { PopulationTotal } from '#core/place/population-total.ts';
import type { Territory } from '#core/place/territory.ts';
import { isOf } from './csp-population-areas.ts';

type Row = Pick<PopulationTotal, 'code' | 'generation' | 'name' | 'year' | 'people'>;

const shown = (rows: readonly PopulationTotal[]): readonly PopulationTotal[] =>
  rows.filter(({ sex, age }) => sex === 'T' && age === 'all');

const newestOf = (unit: Territory, rows: readonly Row[]): Row | null =>
  rows
    .filter((row) => isOf({ ...row, isPadded: false }, unit))
    .toSorted((a, b) => b.year - a.year || b.generation.localeCompare(a.generation))[0] ?? null;

/** A code that the map only inferred, and that the file gives to another unit or gives otherwise. */
const sayCodes = (unit: Territory, rows: readonly Row[], findings: Findings): void => {
  if (!unit.atvk2021IsInferred) return;
  const key = latvianSortKey(unit.nameLv);
  const other = rows.find(
    (row) =>
      row.name !== '' &&
      row.generation === '2021' &&
      row.code === unit.atvk2021 &&
      latvianSortKey(row.name) !== key,
  );
  if (other !== undefined) {
    const values = { name: unit.nameLv, code: other.code, other: other.name };
    findings.add({ code: 'totals-name-differs', values });
  }
};

/** Units of a municipality that do not add up to it, in the year of its newest figure. */
const saySum = (
  municipality: Territory,
  units: readonly Territory[],
  rows: readonly Row[],
  findings: Findings,
): void => {
  const whole = newestOf(municipality, rows);
  const own = units.filter(({ parents }) =>
    parents.some(({ id, validTo }) => id === municipality.id && validTo === municipality.validTo),
  );
  if (whole === null || own.length === 0) return;
  const ofYear = rows.filter(({ year }) => year === whole.year);
  const parts = own.map((unit) => newestOf(unit, ofYear));
  if (parts.some((part) => part === null)) return;
  const sum = parts.reduce((people, part) => people + (part?.people ?? 0), 0);
  if (sum === whole.people) return;
  const values = { name: municipality.nameLv, year: whole.year, sum, total: whole.people };
  findings.add({ code: 'totals-sum-differs', values });
};

/** Says which units of the map have a figure and which keep theirs, and whether parts add up to their whole. */
export const sayUnits = (
  territories: readonly Territory[],
  totals: readonly PopulationTotal[],
  findings: Findings,
): void => {
  const rows = shown(totals);
  const counted = territories.filter(({ kind }) => kind !== 'neighbour');
  const without = counted.filter((unit) => unit.validTo === null && newestOf(unit, rows) === null);
  for (const unit of counted) sayCodes(unit, rows, findings);
  for (const { nameLv } of without) findings.add({ code: 'totals-unit-without', values: { name: nameLv } });
  const units = counted.filter(({ kind }) => kind !== 'municipality');
  for (const one of counted) if (one.kind === 'municipality') saySum(one, units, rows, findings);
};

/** The units of the map as if these totals were shown already: only those that have one keep a number. */
export const withTotals = (
  territories: readonly Territory[],
  totals: readonly PopulationTotal[],
): readonly Territory[] => {
  const rows = shown(totals);
  return territories.flatMap((unit) => {
    const newest = newestOf(unit, rows);
    if (newest === null) return [];
    const { people, year } = newest;
    const population = { people, year: `${year}`, series: 'CSP', source: '' };
    return [{ ...unit, population, history: { byYear: [{ year: `${year}`, people }], ages: null } }];
  });
};
