import type { AgeSpan } from '#core/place/age-bands.ts';
import type { TotalSex } from '#core/place/population-total.ts';
import type { StatedArea } from './csp-population-areas.ts';

/** One number of a table, with what it counts. */
export interface StatedCount {
  readonly area: StatedArea;
  readonly year: number;
  readonly sex: TotalSex;
  readonly age: AgeSpan;
  /** Null where the table says nothing: the unit was not there that year, or nothing is published. */
  readonly people: number | string | null;
  /** Line of the file; of json-stat2 the place of the value, the first being 1. */
  readonly row: number;
}

/** Year of "2025", and of the first of the months or quarters of a year; null for any other time. */
export const yearOf = (code: string): number | null => {
  const found = /^((?:19|20|21)\d{2})(?:M01|Q1|-01(?:-01)?)?$/.exec(code.trim());
  return found === null ? null : Number(found[1]);
};

const sexes: readonly (readonly [TotalSex, RegExp])[] = [
  ['T', /^(_?T|TOTAL|ALL|BOTH|KOPĀ|PAVISAM)$/i],
  ['F', /^(F|S|W|FEMALES?|SIEVIETES)$/i],
  ['M', /^(M|V|MALES?|VĪRIEŠI)$/i],
];

export const sexOf = (code: string): TotalSex | null =>
  sexes.find(([, pattern]) => pattern.test(code.trim()))?.[0] ?? null;

/** Of the values of a dimension that nobody asked for, the one that stands for all. */
export const isTotal = (code: string): boolean => /^(_?T|TOTAL|ALL|KOPĀ|PAVISAM)$/i.test(code.trim());

export type Role = 'area' | 'time' | 'age' | 'sex';

const roles: readonly (readonly [Role, RegExp])[] = [
  ['area', /^(area|region|geo|atvk|teritori|territor|administrat)/i],
  ['time', /^(time|year|gads|laik|period|date|datums)/i],
  ['age', /^(age|vecum)/i],
  ['sex', /^(sex|dzimum|gender)/i],
];

/** What a dimension or a column is about, by its code or its label. */
export const roleOf = (code: string, label = ''): Role | null =>
  roles.find(([, pattern]) => pattern.test(code.trim()) || pattern.test(label.trim()))?.[0] ?? null;
