import { fill } from '#core/language/format.ts';
import type { SurveyResult } from '#core/place/survey.ts';
import { DatasetLink } from './dataset-link.tsx';
import { ownPath, problemView } from './request.ts';
import { dateOf, groupOf, hiddenOf, questionOf, useSurvey, useSurveyWords, valueIn } from './survey.ts';
import { useLanguage } from './ui/language-context.tsx';
import { Panel } from './ui/panel.tsx';
import { Failed } from './ui/status.tsx';

/** What residents of a territory answered, beside what is computed of it; nothing where nobody was asked. */
export const SurveyPanel = ({ territoryId }: { territoryId: string }) => {
  const language = useLanguage();
  const words = useSurveyWords();
  const { data, error, refetch } = useSurvey(territoryId);
  if (data === undefined && error !== null) {
    return (
      <Panel title={words.title}>
        <Failed problem={problemView(error, language)} onRetry={() => void refetch()} />
      </Panel>
    );
  }
  if (data === undefined || data.result.length === 0) return null;
  return (
    <Panel title={words.title}>
      <SurveyTable results={data.result} />
      <p className="note">
        {words.beside} <a href={ownPath(data.method.href)}>{words.method}</a>
      </p>
    </Panel>
  );
};

const SurveyTable = ({ results }: { results: readonly SurveyResult[] }) => {
  const words = useSurveyWords();
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see the line above.
    <section className="table-scroll" tabIndex={0} aria-label={words.caption}>
      <table className="table">
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.question}</th>
            <th scope="col">{words.group}</th>
            <th scope="col" className="numeric">
              {words.value}
            </th>
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <SurveyRow key={`${result.questionId} ${result.groupId} ${result.surveyedOn}`} result={result} />
          ))}
        </tbody>
      </table>
    </section>
  );
};

const SurveyRow = ({ result }: { result: SurveyResult }) => {
  const language = useLanguage();
  const words = useSurveyWords();
  const why = hiddenOf(result, words);
  return (
    <tr>
      <th scope="row">
        {questionOf(result, language)}
        <p className="note">
          {dateOf(result, language)}, <DatasetLink dataset="survey">{result.source}</DatasetLink>,{' '}
          {result.licence}
        </p>
      </th>
      <td>{groupOf(result, language)}</td>
      <td className="numeric">
        {why ?? fill(words.withAnswers, { value: valueIn(result, language) ?? '', n: result.answers ?? '' })}
      </td>
    </tr>
  );
};
