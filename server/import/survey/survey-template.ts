import { everybody, type SurveyUnit } from '#core/place/survey.ts';
import { type Vocabulary, vocabulary } from '../format/row-reader.ts';
import type { Template } from '../format/table.ts';

/** Results of a survey as people make them, in a workbook or as CSV; `docs/import.md` says what each column holds. */
export const surveyTemplate: Template = {
  columns: [
    {
      field: 'question',
      headings: ['jautājuma id', 'jautājuma identifikators', 'question id', 'question_id'],
    },
    { field: 'questionLv', headings: ['jautājums', 'jautājuma teksts', 'question lv'] },
    { field: 'questionEn', headings: ['jautājums angliski', 'question en'] },
    { field: 'group', headings: ['grupa', 'grupas id', 'group id', 'group_id'] },
    { field: 'groupLv', headings: ['grupas nosaukums', 'group lv', 'group label'] },
    { field: 'groupEn', headings: ['grupas nosaukums angliski', 'group en'] },
    { field: 'division', headings: ['dalījums', 'pazīme'] },
    {
      field: 'territory',
      headings: ['teritorija', 'teritorijas id', 'territory id', 'territory_id', 'atvk'],
    },
    { field: 'n', headings: ['atbilžu skaits', 'atbildes', 'answers', 'respondents'] },
    { field: 'value', headings: ['vērtība', 'rezultāts', 'result'] },
    { field: 'unit', headings: ['mērvienība', 'mērs'] },
    { field: 'date', headings: ['aptaujas datums', 'datums', 'date of survey'] },
    { field: 'source', headings: ['avots'] },
    { field: 'licence', headings: ['license', 'licence vai noteikumi'] },
    {
      field: 'minN',
      headings: ['mazākais atbilžu skaits', 'minimālais atbilžu skaits', 'minimum n', 'min n'],
    },
  ],
  required: ['question', 'questionLv', 'territory', 'n', 'value', 'unit', 'date', 'source', 'licence'],
  mostRows: 5000,
};

export const unitWords: Vocabulary<SurveyUnit> = vocabulary({
  percent: ['procenti', '%', 'percents', 'per cent'],
  'mean-1-5': ['vidējais 1-5', 'vidējā atzīme 1-5', 'mean 1 5'],
  'mean-0-10': ['vidējais 0-10', 'vidējā atzīme 0-10', 'mean 0 10'],
  people: ['iedzīvotāji', 'cilvēki', 'residents'],
  'times-per-year': ['reizes gadā', 'times a year'],
});

/** Words for the group of all who were asked. */
export const everybodyWords: ReadonlySet<string> = new Set([
  everybody,
  'visi',
  'kopa',
  'everybody',
  'everyone',
  'total',
]);
