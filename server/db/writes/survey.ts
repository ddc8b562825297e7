import { type Kysely, sql } from 'kysely';
import type { SurveyResult } from '#core/place/survey.ts';
import type { Tables } from '../tables/index.ts';

/** Writes results of surveys in one statement, in the order of the file. */
export const writeSurvey = async (
  db: Kysely<Tables>,
  version: number,
  rows: readonly SurveyResult[],
): Promise<void> => {
  const placed = rows.map((row, place) => ({ ...row, place }));
  await sql`
    insert into survey_result (version_id, question_id, question_lv, question_en, group_id, group_lv, group_en,
      territory_id, surveyed_on, unit, hidden, answers, value, min_answers, source, licence, place)
    select ${version}::integer, r."questionId", r."questionLv", r."questionEn", r."groupId", r."groupLv", r."groupEn",
      r."territoryId", r."surveyedOn", r.unit, r.hidden, r.answers, r.value, r."minAnswers", r.source, r.licence, r.place
    from json_to_recordset(${JSON.stringify(placed)}::json) as r(
      "questionId" text, "questionLv" text, "questionEn" text, "groupId" text, "groupLv" text, "groupEn" text,
      "territoryId" text, "surveyedOn" text, unit text, hidden text, answers integer, value float8,
      "minAnswers" integer, source text, licence text, place integer)`.execute(db);
};
