import { useQuery } from '@tanstack/react-query';
import type { SourceListing, SourcesResponse } from '#core/contract/sources.ts';
import {
  type DatasetName,
  type DatasetVersion,
  licenceNotStated,
  userDatasets,
} from '#core/place/provenance.ts';
import { apiBase, apiQuery } from '../../api.ts';
import { useLanguage } from '../../ui/language-context.tsx';
import { Disclosure } from '../../ui/panel.tsx';
import { statesOf } from './states.ts';
import { useDataWords } from './words.ts';

interface ReplaceProps {
  readonly dataset: DatasetName;
  readonly versions: readonly DatasetVersion[];
}

/** What could stand in the place of these data, who publishes it, and the one command that brings it. */
export const Replace = ({ dataset, versions }: ReplaceProps) => {
  const language = useLanguage();
  const text = useDataWords();
  const all = useQuery(apiQuery<SourcesResponse>(`${apiBase}/sources`, language)).data?.sources;
  const sources = all?.filter(({ datasets }) => datasets.includes(dataset)) ?? [];
  const ownList = userDatasets.find((name) => name === dataset);
  if (sources.length === 0 && ownList === undefined) return null;
  const [state] = statesOf(versions);
  const title = state === 'model' ? text.replaceModel : state === 'none' ? text.bring : text.replaceOther;
  return (
    <Disclosure summary={title}>
      {sources.map((source) => (
        <Source key={source.id} source={source} />
      ))}
      {ownList ? <Command command={`import ${ownList} ${text.file}`} title={text.ownListTitle} /> : null}
    </Disclosure>
  );
};

const Source = ({ source }: { source: SourceListing }) => {
  const language = useLanguage();
  const text = useDataWords();
  const { id, licence, licenceUrl, landingPage, canFetch } = source;
  const shownLicence = licence === licenceNotStated ? text.licenceNotStated : licence;
  return (
    <section className="source">
      <h4>{source.title[language]}</h4>
      <dl className="facts">
        <div>
          <dt>{text.sourceOf}</dt>
          <dd>
            {source.publisher[language]} (<a href={landingPage}>{text.openPage}</a>)
          </dd>
        </div>
        <div>
          <dt>{text.licence}</dt>
          <dd>{licenceUrl === null ? shownLicence : <a href={licenceUrl}>{shownLicence}</a>}</dd>
        </div>
        <div>
          <dt>{text.changes}</dt>
          <dd>{source.changes[language]}</dd>
        </div>
      </dl>
      {canFetch ? <Command command={`fetch ${id} --import`} title={text.command} /> : null}
      <p>{source.byHand[language]}</p>
      <Command command={`import ${id} ${text.file}`} title={text.commandByHand} />
    </section>
  );
};

const Command = ({ command, title }: { command: string; title: string }) => (
  <p>
    {title}: <code className="command">npm run geodata -- {command}</code>
  </p>
);
