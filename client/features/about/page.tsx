import './about.css';
import { useQuery } from '@tanstack/react-query';
import { formatDate } from '#core/language/dates.ts';
import { fill, formatNumber } from '#core/language/format.ts';
import { compareNames } from '#core/language/sorting.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import { aboutQuery, apiBase } from '../../api.ts';
import { problemView } from '../../request.ts';
import { Badge, ModelBadge } from '../../ui/badge.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Disclosure, Panel } from '../../ui/panel.tsx';
import { languageOfList } from '../../ui/source-text.tsx';
import { Failed, Loading } from '../../ui/status.tsx';
import { OnDemandPanel } from './on-demand-panel.tsx';
import { StreetsPanel } from './streets-panel.tsx';
import { TimetablePanel } from './timetable-panel.tsx';

/** What the numbers stand on: every dataset with source, licence and date, and what "model data" means. */
const AboutPage = () => {
  const language = useLanguage();
  const { shell } = useWords();
  const text = shell.aboutData;
  const { data, error, refetch } = useQuery(aboutQuery(language));
  return (
    <div className="page about">
      <PageHeading title={shell.about} />
      <p className="intro">{text.intro}</p>
      <Panel title={text.modelTitle}>
        {text.model.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Panel>
      <Panel title={text.datasets}>
        {data === undefined && error === null ? <Loading /> : null}
        {data === undefined && error !== null ? (
          <Failed problem={problemView(error, language)} onRetry={() => void refetch()} />
        ) : null}
        {data ? <Datasets versions={data.dataVersions} /> : null}
      </Panel>
      <TimetablePanel />
      <OnDemandPanel />
      <StreetsPanel />
      <Panel title={text.useTitle}>
        <p>
          {text.use} <a href={`${apiBase}/?lang=${language}`}>{shell.openApi}</a>
        </p>
      </Panel>
      <Panel title={text.privacyTitle}>
        <p>{text.privacy}</p>
      </Panel>
      {data ? <p className="muted">{fill(shell.software, { version: data.softwareVersion })}</p> : null}
    </div>
  );
};

const Datasets = ({ versions }: { versions: readonly DatasetVersion[] }) => {
  const language = useLanguage();
  const names = useWords().shell.aboutData.names;
  const ordered = versions.toSorted(
    (a, b) => compareNames(language, names[a.dataset], names[b.dataset]) || a.list.localeCompare(b.list),
  );
  return ordered.map((version) => <Dataset key={version.id} version={version} />);
};

const shippedList = 'shipped';

const Dataset = ({ version }: { version: DatasetVersion }) => {
  const language = useLanguage();
  const { shell } = useWords();
  const text = shell.aboutData;
  const list = version.list === shippedList ? text.shippedList : fill(text.ownList, { list: version.list });
  return (
    <section className="dataset" id={`${version.dataset}-${version.list}`}>
      <h3>
        {text.names[version.dataset]} <span className="muted">({list})</span>{' '}
        {version.isModel ? <ModelBadge /> : <Badge>{shell.officialData}</Badge>}
      </h3>
      <dl className="facts">
        <Pair term={text.source} value={version.source} lang={languageOfList(version.list)} />
        <Pair term={text.licence} value={version.licence} />
        <Pair term={text.retrieved} value={formatDate(language, version.retrievedAt)} />
        <Pair term={text.imported} value={formatDate(language, version.importedAt)} />
        <Pair term={text.rows} value={formatNumber(language, version.rowCount)} />
      </dl>
      <Warnings warnings={version.warnings} lang={languageOfList(version.list)} />
      <Disclosure summary={text.fileHash}>
        <code className="hash">{version.fileHash}</code>
      </Disclosure>
    </section>
  );
};

const Pair = ({ term, value, lang }: { term: string; value: string; lang?: 'en' | undefined }) => (
  <div>
    <dt>{term}</dt>
    <dd lang={lang}>{value}</dd>
  </div>
);

const Warnings = ({ warnings, lang }: { warnings: readonly string[]; lang: 'en' | undefined }) => {
  const text = useWords().shell.aboutData;
  if (warnings.length === 0) return <p className="muted">{text.noWarnings}</p>;
  return (
    <>
      <h4>{text.warnings}</h4>
      <ul lang={lang}>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </>
  );
};

export default AboutPage;
