import './about.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { fill } from '#core/language/format.ts';
import { aboutQuery, apiBase } from '../../api.ts';
import { problemView } from '../../request.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading } from '../../ui/status.tsx';
import { Datasets } from './datasets.tsx';
import { JobsPanel } from './jobs-panel.tsx';
import { OnDemandPanel } from './on-demand-panel.tsx';
import { Overview } from './overview.tsx';
import { StreetsPanel } from './streets-panel.tsx';
import { TimetablePanel } from './timetable-panel.tsx';
import { useDataWords } from './words.ts';

/** What the numbers stand on: every dataset with source, licence, date and version, and what is still a model. */
const AboutPage = () => {
  const language = useLanguage();
  const { shell } = useWords();
  const text = useDataWords();
  const { data, error, refetch } = useQuery(aboutQuery(language));
  useAnchor(data !== undefined);
  return (
    <div className="page about">
      <PageHeading title={shell.about} />
      <p className="intro">{text.intro}</p>
      {data === undefined && error === null ? <Loading /> : null}
      {data === undefined && error !== null ? (
        <Failed problem={problemView(error, language)} onRetry={() => void refetch()} />
      ) : null}
      <JobsPanel />
      {data ? <Overview versions={data.dataVersions} /> : null}
      <Panel title={text.modelTitle}>
        {text.model.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Panel>
      {data ? <Datasets versions={data.dataVersions} /> : null}
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

/** Whoever came by a link to one dataset is taken there once it is on the page, and reads on from its heading. */
const useAnchor = (isReady: boolean): void => {
  useEffect(() => {
    if (!isReady || window.location.hash === '') return;
    const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  }, [isReady]);
};

export default AboutPage;
