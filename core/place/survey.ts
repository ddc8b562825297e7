/** How a value of a survey is measured. */
export const surveyUnits = ['percent', 'mean-1-5', 'mean-0-10', 'people', 'times-per-year'] as const;
export type SurveyUnit = (typeof surveyUnits)[number];

/** Smallest and largest value of each unit. */
export const surveyRanges: { readonly [Unit in SurveyUnit]: readonly [number, number] } = {
  percent: [0, 100],
  'mean-1-5': [1, 5],
  'mean-0-10': [0, 10],
  people: [0, 10_000_000],
  'times-per-year': [0, 366],
};

/**
 * Why a result is not told: too few answered (`few`), or its number would let one that is too small be
 * reckoned by subtraction (`protects`).
 */
export type SurveyHidden = 'few' | 'protects';

/** The group of all who were asked: the total of every other group. */
export const everybody = 'all';

/** Results with fewer answers are hidden, unless a file asks for more; no file may ask for less than the least. */
export const usualMinAnswers = 10;
export const leastMinAnswers = 5;

/** What one group of residents of one territory answered to one question. */
export interface SurveyResult {
  readonly questionId: string;
  readonly questionLv: string;
  readonly questionEn: string | null;
  /** `all`, or a part of the residents. */
  readonly groupId: string;
  readonly groupLv: string;
  readonly groupEn: string | null;
  readonly territoryId: string;
  /** ISO 8601: a year, a month or a day. */
  readonly surveyedOn: string;
  readonly unit: SurveyUnit;
  /** Null for a result that is told; then `answers` and `value` are there, else neither. */
  readonly hidden: SurveyHidden | null;
  /** How many answered. */
  readonly answers: number | null;
  readonly value: number | null;
  /** Below so many answers a result of this file is hidden. */
  readonly minAnswers: number;
  readonly source: string;
  readonly licence: string;
}
