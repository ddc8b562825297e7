import type { SurveyResponse } from '#core/contract/envelope.ts';
import { fill } from '#core/language/format.ts';
import { DatasetLink } from '../../dataset-link.tsx';
import { apiUrl, ownPath } from '../../request.ts';
import { dateOf, newestOfAll, questionOf, surveyPath, useSurveyWords } from '../../survey.ts';
import { useLanguage } from '../../ui/language-context.tsx';

/** Where the columns of surveys come from and how to read them; nothing where there is no survey. */
export const SurveyNote = ({ response }: { response: SurveyResponse | undefined }) => {
  const language = useLanguage();
  const words = useSurveyWords();
  const questions = [...newestOfAll(response?.result ?? []).values()].flatMap((found) => found.slice(0, 1));
  if (response === undefined || questions.length === 0) return null;
  const few = Math.max(...questions.map(({ minAnswers }) => minAnswers));
  return (
    <aside className="note" aria-label={words.title}>
      <p>{words.beside}</p>
      <p>
        {fill(words.hiddenMeans, { n: few })} <a href={ownPath(response.method.href)}>{words.method}</a>
      </p>
      <ul>
        {questions.map((result) => (
          <li key={result.questionId}>
            {fill(words.from, {
              question: questionOf(result, language),
              source: result.source,
              licence: result.licence,
              date: dateOf(result, language),
            })}{' '}
            <DatasetLink dataset="survey">{words.source}</DatasetLink>
          </li>
        ))}
      </ul>
      <p>
        <a href={apiUrl(surveyPath, language, { f: 'csv' })} download>
          {words.download}
        </a>
      </p>
    </aside>
  );
};
