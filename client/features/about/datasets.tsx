import { formatDate } from '#core/language/dates.ts';
import { fill, formatNumber } from '#core/language/format.ts';
import { type DatasetName, type DatasetVersion, licenceNotStated } from '#core/place/provenance.ts';
import { apiBase } from '../../api.ts';
import { datasetAnchor } from '../../dataset-link.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Disclosure, Panel } from '../../ui/panel.tsx';
import { languageOfList } from '../../ui/source-text.tsx';
import { EarlierVersions } from './earlier-versions.tsx';
import { Replace } from './replace.tsx';
import { StateBadges } from './state-badges.tsx';
import { UndecidedMatches } from './undecided-matches.tsx';
import { useDataWords } from './words.ts';

/** Every kind of data with its lists, in the order in which they build on each other. */
export const Datasets = ({ versions }: { versions: readonly DatasetVersion[] }) => {
  const { names } = useWords().shell.aboutData;
  return (
    <Panel title={useDataWords().each}>
      {(Object.keys(names) as DatasetName[]).map((dataset) => (
        <Dataset
          key={dataset}
          dataset={dataset}
          versions={versions.filter((version) => version.dataset === dataset)}
        />
      ))}
    </Panel>
  );
};

interface DatasetProps {
  readonly dataset: DatasetName;
  readonly versions: readonly DatasetVersion[];
}

const Dataset = ({ dataset, versions }: DatasetProps) => {
  const text = useDataWords();
  const { names } = useWords().shell.aboutData;
  return (
    <section className="dataset">
      <h3 id={datasetAnchor(dataset)} tabIndex={-1}>
        {names[dataset]} <StateBadges versions={versions} />
      </h3>
      {versions.length === 0 ? <p className="muted">{text.missing}</p> : null}
      {versions.map((version) => (
        <List key={version.id} version={version} isOnly={versions.length === 1} />
      ))}
      {dataset === 'venue-matches' ? <UndecidedMatches /> : null}
      <EarlierVersions dataset={dataset} />
      <Replace dataset={dataset} versions={versions} />
    </section>
  );
};

const List = ({ version, isOnly }: { version: DatasetVersion; isOnly: boolean }) => {
  const language = useLanguage();
  const { aboutData } = useWords().shell;
  const text = useDataWords();
  const name =
    version.list === 'shipped' ? aboutData.shippedList : fill(aboutData.ownList, { list: version.list });
  const { licence } = version;
  return (
    <div id={datasetAnchor(version.dataset, version.list)} tabIndex={-1}>
      {isOnly ? null : <h4>{name}</h4>}
      <dl className="facts">
        {isOnly ? <Pair term={text.list} value={name} /> : null}
        <Pair term={text.source} value={version.source} lang={languageOfList(version.list)} />
        <Pair term={text.licence} value={licence === licenceNotStated ? text.licenceNotStated : licence} />
        <Pair term={text.retrieved} value={formatDate(language, version.retrievedAt)} />
        <Pair term={text.imported} value={formatDate(language, version.importedAt)} />
        <Pair term={text.version} value={String(version.id)} />
        <Pair term={text.rows} value={formatNumber(language, version.rowCount)} />
      </dl>
      <Warnings version={version} />
      <Disclosure summary={text.fileHash}>
        <code className="hash">{version.fileHash}</code>
      </Disclosure>
    </div>
  );
};

const Pair = ({ term, value, lang }: { term: string; value: string; lang?: 'en' | undefined }) => (
  <div>
    <dt>{term}</dt>
    <dd lang={lang}>{value}</dd>
  </div>
);

const Warnings = ({ version: { id, counts, sourceName, warnings } }: { version: DatasetVersion }) => {
  const language = useLanguage();
  const text = useDataWords();
  const numbers = counts && Object.entries(counts).map(([key, n]) => [key, formatNumber(language, n)]);
  return (
    <>
      {numbers ? <p>{fill(text.counts, Object.fromEntries(numbers) as Record<string, string>)}</p> : null}
      {warnings.length === 0 ? <p className="muted">{text.noWarnings}</p> : null}
      {warnings.length === 0 ? null : (
        <Disclosure summary={`${text.warnings} (${warnings.length})`} isOpenAtFirst={warnings.length <= 3}>
          <ul>
            {warnings.map((warning) => (
              <li key={warning.en}>{warning[language]}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      {sourceName === 'shipped' || counts === null ? null : (
        <p>
          <a href={`${apiBase}/versions/${id}/findings?f=csv&lang=${language}`}>{text.findings}</a>
        </p>
      )}
    </>
  );
};
