import { type Kysely, sql } from 'kysely';
import type { SurveyHidden, SurveyResult, SurveyUnit } from '#core/place/survey.ts';
import type { Tables } from '../tables/index.ts';

interface Row {
  question_id: string;
  question_lv: string;
  question_en: string | null;
  group_id: string;
  group_lv: string;
  group_en: string | null;
  territory_id: string;
  surveyed_on: string;
  unit: SurveyUnit;
  hidden: SurveyHidden | null;
  answers: number | null;
  value: number | null;
  min_answers: number;
  source: string;
  licence: string;
}

/** What to read; null is any. */
export interface SurveyQuery {
  readonly territoryId: string | null;
  readonly questionId: string | null;
}

/** Results of the current surveys, question by question in the order of their files; the newest of a question first. */
export const readSurveyResults = async (
  db: Kysely<Tables>,
  { territoryId, questionId }: SurveyQuery,
): Promise<readonly SurveyResult[]> => {
  const { rows } = await sql<Row>`
    select t.question_id, t.question_lv, t.question_en, t.group_id, t.group_lv, t.group_en, t.territory_id,
      t.surveyed_on, t.unit, t.hidden, t.answers, t.value, t.min_answers, t.source, t.licence
    from survey_result t join dataset_version v on v.id = t.version_id and v.state = 'current'
    where (${territoryId}::text is null or t.territory_id = ${territoryId})
      and (${questionId}::text is null or t.question_id = ${questionId})
    order by v.list collate "C", t.question_id collate "C", t.surveyed_on collate "C" desc, t.place`.execute(
    db,
  );
  return rows.map((row) => ({
    questionId: row.question_id,
    questionLv: row.question_lv,
    questionEn: row.question_en,
    groupId: row.group_id,
    groupLv: row.group_lv,
    groupEn: row.group_en,
    territoryId: row.territory_id,
    surveyedOn: row.surveyed_on,
    unit: row.unit,
    hidden: row.hidden,
    answers: row.answers,
    value: row.value,
    minAnswers: row.min_answers,
    source: row.source,
    licence: row.licence,
  }));
};

/** Questions that the other current lists of surveys hold. */
export const questionsOfOtherLists = async (
  db: Kysely<Tables>,
  list: string,
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ question_id: string }>`
    select distinct t.question_id
    from survey_result t join dataset_version v on v.id = t.version_id and v.state = 'current'
    where v.list <> ${list}`.execute(db);
  return new Set(rows.map((row) => row.question_id));
};
