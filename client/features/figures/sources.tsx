import type { FigureAnswer } from '#core/contract/figure.ts';
import { formatDate } from '#core/language/dates.ts';
import { fill } from '#core/language/format.ts';
import { DatasetSource } from '../../dataset-link.tsx';
import { ModelBadge } from '../../ui/badge.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';

/** The data a figure was drawn from, as they were then. */
export function Sources({ figure }: { figure: FigureAnswer }) {
  const language = useLanguage();
  const { access } = useWords();
  return (
    <Panel title={access.figureSources}>
      <ul>
        {figure.dataVersions.map((version) => (
          <li key={`${version.dataset} ${version.list}`}>
            <DatasetSource version={version} />,{' '}
            {fill(access.dataDate, { date: formatDate(language, version.retrievedAt) })}{' '}
            {version.isModel ? <ModelBadge /> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
