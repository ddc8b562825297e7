import type { SurveyHidden, SurveyUnit } from '#core/place/survey.ts';
import { integer, nullable, real, text } from './column.ts';

/** What residents answered; a hidden row has no numbers at all. */
export const surveyResult = {
  version_id: integer(),
  question_id: text(),
  question_lv: text(),
  question_en: nullable(text()),
  group_id: text(),
  group_lv: text(),
  group_en: nullable(text()),
  territory_id: text(),
  surveyed_on: text(),
  unit: text<SurveyUnit>(),
  hidden: nullable(text<SurveyHidden>()),
  answers: nullable(integer()),
  value: nullable(real()),
  min_answers: integer(),
  source: text(),
  licence: text(),
  /** Order of the file. */
  place: integer(),
};
