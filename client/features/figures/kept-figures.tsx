import { Link } from 'wouter';
import { formatDate } from '#core/language/dates.ts';
import { fill } from '#core/language/format.ts';
import { pagePath } from '#core/language/routes.ts';
import { problemView } from '../../request.ts';
import { Badge } from '../../ui/badge.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading } from '../../ui/status.tsx';
import { useKeptFigures } from './use-figures.ts';

/** Every figure ever kept, newest first, each with its permanent page. */
export function KeptFigures() {
  const language = useLanguage();
  const { access } = useWords();
  const kept = useKeptFigures();
  return (
    <Panel title={access.figureKept}>
      {kept.isError ? (
        <Failed problem={problemView(kept.error, language)} onRetry={() => void kept.refetch()} />
      ) : null}
      {kept.isPending ? <Loading /> : null}
      {kept.data?.figures.length === 0 ? <p>{access.figureKeptNone}</p> : null}
      <ul className="kept-figures">
        {kept.data?.figures.map((figure) => (
          <li key={figure.id}>
            <Link href={pagePath('figure', language, figure.id)}>{figure.title[language]}</Link>{' '}
            <span className="note">
              {fill(access.figureKeptOn, { date: formatDate(language, figure.createdAt) })}
            </span>{' '}
            {figure.isSuperseded ? <Badge kind="warning">{access.figureOld}</Badge> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
