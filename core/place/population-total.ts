import type { AtvkGeneration } from './atvk.ts';

/** All ages, and the three groups that are told apart: children, working age, older people. */
export const totalAges = ['all', '0-14', '15-64', '65+'] as const;
export type TotalAge = (typeof totalAges)[number];

/** Both sexes together, women, men; as statistical offices write them. */
export type TotalSex = 'T' | 'F' | 'M';

/** Residents of one unit in one year, of one sex and age group. */
export interface PopulationTotal {
  readonly generation: AtvkGeneration;
  /** ATVK code, 7 digits as text. */
  readonly code: string;
  /** As the file names the unit, without its notes. */
  readonly name: string;
  /** Beginning of the year, as the office counts. */
  readonly year: number;
  readonly series: string;
  readonly source: string;
  readonly sex: TotalSex;
  readonly age: TotalAge;
  readonly people: number;
}

/** Residents by age group of one year; a group that the file does not give is null. */
export interface AgeGroups {
  readonly year: string;
  readonly children: number | null;
  readonly workingAge: number | null;
  readonly older: number | null;
}

/** What is known of a unit beside its newest total. */
export interface PopulationHistory {
  /** All years that are known, oldest first, of one series. */
  readonly byYear: readonly { readonly year: string; readonly people: number }[];
  /** Of the newest year with any; null where no file gives ages of this unit. */
  readonly ages: AgeGroups | null;
}
