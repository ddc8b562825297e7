import { useQuery } from '@tanstack/react-query';
import type { SurveyResponse } from '#core/contract/envelope.ts';
import { formatDate, formatMonth } from '#core/language/dates.ts';
import { fill, formatNumber, formatPercent } from '#core/language/format.ts';
import type { Language } from '#core/language/routes.ts';
import { type SurveyWords, surveyWords } from '#core/language/survey-words.ts';
import type { SurveyResult } from '#core/place/survey.ts';
import { apiBase, apiQuery } from './api.ts';
import { useLanguage } from './ui/language-context.tsx';

export const surveyPath = `${apiBase}/survey`;

export const useSurveyWords = (): SurveyWords => surveyWords[useLanguage()];

/** Results of one territory, or of all. */
export const useSurvey = (territory: string | null) =>
  useQuery(apiQuery<SurveyResponse>(surveyPath, useLanguage(), { territory }));

export const questionOf = ({ questionLv, questionEn }: SurveyResult, language: Language): string =>
  language === 'en' ? (questionEn ?? questionLv) : questionLv;

export const groupOf = ({ groupLv, groupEn }: SurveyResult, language: Language): string =>
  language === 'en' ? (groupEn ?? groupLv) : groupLv;

/** "2026", "2026. gada oktobris", "2026. gada 24. oktobris": as exactly as the survey says. */
export const dateOf = ({ surveyedOn }: SurveyResult, language: Language): string =>
  formatMonth(language, surveyedOn) ?? formatDate(language, surveyedOn);

/** "55,9 %", "3,8 no 5": a value in its unit; null where it is hidden. */
export const valueIn = ({ value, unit }: SurveyResult, language: Language): string | null => {
  if (value === null) return null;
  const text =
    unit === 'percent'
      ? formatPercent(language, value, 1)
      : formatNumber(language, value, unit === 'people' ? 0 : 1);
  return fill(surveyWords[language].units[unit], { value: text });
};

/** Why a result has no numbers, in words; null where it has. */
export const hiddenOf = ({ hidden, minAnswers }: SurveyResult, words: SurveyWords): string | null =>
  hidden === null ? null : fill(words[hidden], { n: minAnswers });

/** The newest results of a question come first; of each question those of everybody at its newest date. */
export const newestOfAll = (
  results: readonly SurveyResult[],
): ReadonlyMap<string, readonly SurveyResult[]> => {
  const ofAll = Map.groupBy(
    results.filter(({ groupId }) => groupId === 'all'),
    ({ questionId }) => questionId,
  );
  return new Map(
    [...ofAll].map(([question, found]) => {
      const newest = found
        .map(({ surveyedOn }) => surveyedOn)
        .toSorted()
        .at(-1);
      return [question, found.filter(({ surveyedOn }) => surveyedOn === newest)];
    }),
  );
};
