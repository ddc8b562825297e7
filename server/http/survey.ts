import type { SurveyResponse } from '#core/contract/envelope.ts';
import type { Endpoints } from '#core/contract/index.ts';
import type { SurveyResult } from '#core/place/survey.ts';
import { type Handler, jsonBody } from './call.ts';
import { type CsvValue, csvFile, writeCsv } from './csv.ts';
import { envelope } from './envelope.ts';

const columns = [
  'questionId',
  'questionLv',
  'questionEn',
  'groupId',
  'groupLv',
  'groupEn',
  'territoryId',
  'surveyedOn',
  'unit',
  'answers',
  'value',
  'hidden',
  'minAnswers',
  'source',
  'licence',
] as const satisfies readonly (keyof SurveyResult)[];

const cellsOf = (result: SurveyResult): readonly CsvValue[] => columns.map((column) => result[column]);

export const survey: Handler<Endpoints['survey']> = async (call, site) => {
  const { territory = null, question = null } = call.query;
  const results = await site.data.listSurveyResults({ territoryId: territory, questionId: question });
  if (call.format === 'csv') {
    return { body: writeCsv(columns, results.map(cellsOf)), headers: csvFile('survey') };
  }
  const body: SurveyResponse = envelope(results, 'survey', call, []);
  return jsonBody(body);
};
