import { fill } from '#core/language/format.ts';
import type { Language } from '#core/language/routes.ts';
import { surveyWords } from '#core/language/survey-words.ts';
import type { SurveyResult } from '#core/place/survey.ts';
import { dateOf, newestOfAll, questionOf, valueIn } from '../../survey.ts';
import type { Column } from '../../ui/sortable-table.tsx';

/** So many questions have a column beside the numbers of a parish; the rest is on its own page. */
const mostQuestions = 3;

/** What everybody asked answered, one column a question, newest survey only; a hidden one says so and is no 0. */
export const surveyColumns = <Row extends { readonly row: { readonly id: string } }>(
  results: readonly SurveyResult[],
  language: Language,
): readonly Column<Row>[] => {
  const words = surveyWords[language];
  return [...newestOfAll(results)].slice(0, mostQuestions).map(([question, found]) => {
    const byTerritory = new Map(found.map((result) => [result.territoryId, result]));
    const [first] = found;
    const title = first && { question: questionOf(first, language), date: dateOf(first, language) };
    return {
      key: `survey-${question}`,
      title: title === undefined ? question : fill(words.column, title),
      isNumeric: true,
      value: ({ row }) => byTerritory.get(row.id)?.value ?? null,
      render: ({ row }) => {
        const result = byTerritory.get(row.id);
        if (result === undefined) return words.notAsked;
        const value = valueIn(result, language);
        return value === null ? words.hidden : fill(words.withAnswers, { value, n: result.answers ?? 0 });
      },
    };
  });
};
