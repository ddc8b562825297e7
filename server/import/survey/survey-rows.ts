import { Findings } from '#core/findings.ts';
import { fold, slug } from '#core/language/fold.ts';
import {
  everybody,
  leastMinAnswers,
  type SurveyResult,
  surveyRanges,
  usualMinAnswers,
} from '#core/place/survey.ts';
import { hideResults } from '#core/place/survey-hiding.ts';
import type { Territory } from '#core/place/territory.ts';
import type { Faults } from '../format/faults.ts';
import { readTable } from '../format/read-table.ts';
import { RowReader } from '../format/row-reader.ts';
import { everybodyWords, surveyTemplate, unitWords } from './survey-template.ts';

/** What results are read against. */
export interface SurveySurroundings {
  readonly territories: readonly Territory[];
  /** Questions of the other current lists: two files with one question would give away what each of them hides. */
  readonly takenQuestions: ReadonlySet<string>;
}

interface Draft {
  readonly row: RowReader;
  readonly division: string;
  readonly result: Omit<SurveyResult, 'hidden' | 'minAnswers'>;
}

/** Seven digits; files drop the leading zero or put "LV" before it. */
const atvk = (text: string): string => text.replace(/^LV/i, '').padStart(7, '0');

/** By id, name or code, municipalities too; of several with one name, the one that is there today. */
const findTerritory = (territories: readonly Territory[], text: string): Territory | null => {
  const named = territories.filter(({ nameLv }) => fold(nameLv) === fold(text));
  return (
    territories.find(({ id }) => id === text) ??
    named.find(({ validTo }) => validTo === null) ??
    named[0] ??
    territories.find(({ atvk2009, atvk2021 }) => atvk2021 === atvk(text) || atvk2009 === atvk(text)) ??
    null
  );
};

const readTerritory = (row: RowReader, territories: readonly Territory[]): string => {
  const text = row.required('territory', 200);
  const found = text === '' ? null : findTerritory(territories, text);
  const isGood = found !== null && found.kind !== 'neighbour';
  if (text !== '' && !isGood) row.fault('territory', 'unknown-reference', 'Slampes pagasts, tukuma-novads');
  return found?.id ?? '';
};

const readDate = (row: RowReader): string => {
  const text = row.required('date', 20);
  if (text === '' || /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text)) return text;
  row.fault('date', 'malformed', '2026, 2026-10, 2026-10-31');
  return '';
};

const readGroup = (row: RowReader) => {
  const text = row.text('group', 80);
  if (text === null || everybodyWords.has(fold(text))) {
    return { groupId: everybody, groupLv: 'visi', groupEn: 'everybody' };
  }
  return {
    groupId: slug(text),
    groupLv: row.text('groupLv', 200) ?? text,
    groupEn: row.text('groupEn', 200),
  };
};

/** A value that a result with answers must have, in the range of its unit. */
const readValue = (row: RowReader, answers: number | null) => {
  const unit = row.oneOf('unit', unitWords);
  if (!row.has('unit')) row.fault('unit', 'missing');
  const [min, max] = unit === null ? [-1e9, 1e9] : surveyRanges[unit];
  const value = row.number('value', min, max);
  if (!row.has('value') && answers !== 0) row.fault('value', 'missing');
  return { unit: unit ?? 'percent', value };
};

const readDraft = (row: RowReader, around: SurveySurroundings): Draft => {
  const question = row.required('question', 80);
  const questionId = slug(question);
  if (question !== '' && questionId === '') row.fault('question', 'malformed', 'a-z 0-9 -');
  if (around.takenQuestions.has(questionId)) row.fault('question', 'duplicate', `${questionId}: another id`);
  const answers = row.whole('n', 0, 10_000_000);
  if (!row.has('n')) row.fault('n', 'missing');
  return {
    row,
    division: row.text('division', 80) ?? '',
    result: {
      questionId,
      questionLv: row.required('questionLv', 300),
      questionEn: row.text('questionEn', 300),
      ...readGroup(row),
      territoryId: readTerritory(row, around.territories),
      surveyedOn: readDate(row),
      ...readValue(row, answers),
      answers: answers ?? 0,
      source: row.required('source', 300),
      licence: row.required('licence', 200),
    },
  };
};

/** One number for the whole file: a result must not be hidden here and told there. */
const readMinAnswers = (rows: readonly RowReader[]): number => {
  let stated: number | null = null;
  for (const row of rows) {
    const min = row.whole('minN', leastMinAnswers, 1000);
    if (min !== null && stated !== null && min !== stated) row.fault('minN', 'not-one-of', `${stated}`);
    stated ??= min;
  }
  return stated ?? usualMinAnswers;
};

const keyOf = ({ questionId, groupId, territoryId, surveyedOn }: Draft['result']): string =>
  [questionId, groupId, territoryId, surveyedOn].join(' ');

/** Rows told twice, and one question in two wordings or units. */
const checkTogether = (drafts: readonly Draft[], faults: Faults): void => {
  const seen = new Set<string>();
  const first = new Map<string, Draft['result']>();
  for (const { row, result } of drafts) {
    const key = keyOf(result);
    if (seen.has(key)) row.fault('question', 'duplicate', 'question + group + territory + date');
    seen.add(key);
    const same = first.get(result.questionId) ?? result;
    first.set(result.questionId, same);
    if (same.unit !== result.unit) row.fault('unit', 'not-one-of', same.unit);
    if (same.questionLv !== result.questionLv) row.fault('questionLv', 'not-one-of', same.questionLv);
  }
  faults.throwIfAny();
};

/** Takes away every number that must not be told; what is not kept cannot leak. */
const hide = (
  drafts: readonly Draft[],
  minAnswers: number,
  territories: readonly Territory[],
  findings: Findings,
): readonly SurveyResult[] => {
  const parents = new Map(territories.map(({ id, parents: of }) => [id, of.map((parent) => parent.id)]));
  const asked = Map.groupBy(drafts, ({ result }) => `${result.questionId} ${result.surveyedOn}`);
  const hidden = new Map(
    [...asked.values()].flatMap((together) => {
      const rows = together.map(({ division, result }) => ({
        ...result,
        division,
        answers: result.answers ?? 0,
      }));
      const found = hideResults(rows, minAnswers, (id) => parents.get(id) ?? []);
      return [...found].map(([i, why]) => [together[i], why] as const);
    }),
  );
  return drafts.map((draft) => {
    const why = hidden.get(draft) ?? null;
    if (why === null) return { ...draft.result, hidden: why, minAnswers };
    const code = why === 'few' ? 'result-hidden' : 'result-protects';
    findings.add({ code, row: draft.row.line, effect: 'corrected', values: { min: minAnswers } });
    return { ...draft.result, hidden: why, answers: null, value: null, minAnswers };
  });
};

/**
 * Reads results of surveys by the template; results with too few answers lose their numbers.
 *
 * @throws Problem `bad-import` with every fault by row and field.
 */
export const readSurvey = async (
  bytes: Uint8Array,
  around: SurveySurroundings,
): Promise<{ readonly rows: readonly SurveyResult[]; readonly findings: Findings }> => {
  const table = await readTable(bytes, surveyTemplate);
  const rows = table.rows.map((row) => new RowReader(row, table.faults));
  const findings = new Findings();
  findings.read(rows.length);
  for (const warning of table.warnings) findings.add(warning);
  const drafts = rows.map((row) => readDraft(row, around));
  const minAnswers = readMinAnswers(rows);
  table.faults.throwIfAny();
  checkTogether(drafts, table.faults);
  const results = hide(drafts, minAnswers, around.territories, findings);
  findings.kept(results.length);
  return { rows: results, findings };
};
