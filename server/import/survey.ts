import { readFile, stat } from 'node:fs/promises';
import { Problem } from '#core/problem.ts';
import { readPlaces } from '../db/queries/places.ts';
import { questionsOfOtherLists } from '../db/queries/survey.ts';
import type { FilesImporter } from './importer.ts';
import { readSurvey } from './survey/survey-rows.ts';

const mostBytes = 5_000_000;

/** Results of surveys by territory in the template of `docs/import.md`; all or nothing. */
export const survey: FilesImporter = async ({ database }, [file], list) => {
  if (file === undefined) throw new Error('an import of a survey without a file');
  const { size } = await stat(file.path);
  if (size > mostBytes) throw new Problem('too-large', { values: { limit: '5 MB' } });
  const { territories } = await readPlaces(database.db);
  const { rows, findings } = await readSurvey(await readFile(file.path), {
    territories,
    takenQuestions: await questionsOfOtherLists(database.db, list),
  });
  const stated = (values: readonly string[]) => [...new Set(values)].join('; ');
  return {
    contents: [{ dataset: 'survey', rowCount: rows.length, results: rows }],
    warnings: [],
    findings,
    source: stated(rows.map(({ source }) => source)),
    licence: stated(rows.map(({ licence }) => licence)),
  };
};
