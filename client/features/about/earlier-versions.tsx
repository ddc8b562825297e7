import { useQuery } from '@tanstack/react-query';
import { formatDate } from '#core/language/dates.ts';
import { fill, formatNumber } from '#core/language/format.ts';
import type { DatasetName } from '#core/place/provenance.ts';
import type { VersionRecord } from '#core/place/version-record.ts';
import { apiBase, apiQuery } from '../../api.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Disclosure } from '../../ui/panel.tsx';
import { languageOfList } from '../../ui/source-text.tsx';
import { useDataWords } from './words.ts';

/** Versions of a dataset that were replaced and can come back, newest first, each with its command; else nothing. */
export const EarlierVersions = ({ dataset }: { dataset: DatasetName }) => {
  const language = useLanguage();
  const text = useDataWords();
  const all = useQuery(apiQuery<{ versions: readonly VersionRecord[] }>(`${apiBase}/versions`, language)).data
    ?.versions;
  const past = all?.filter((version) => version.dataset === dataset && version.state === 'past') ?? [];
  if (past.length === 0) return null;
  return (
    <Disclosure summary={`${text.earlier} (${formatNumber(language, past.length)})`}>
      <p>{text.earlierHint}</p>
      <ul>
        {past.map((version) => (
          <Earlier key={version.id} version={version} />
        ))}
      </ul>
    </Disclosure>
  );
};

const Earlier = ({ version }: { version: VersionRecord }) => {
  const language = useLanguage();
  const { aboutData } = useWords().shell;
  const text = useDataWords();
  const { id, list, isModel, source, retrievedAt, rowCount } = version;
  const name = list === 'shipped' ? aboutData.shippedList : fill(aboutData.ownList, { list });
  const said = fill(text.earlierOne, {
    id,
    list: isModel ? `${name} (${text.states.model.toLocaleLowerCase(language)})` : name,
    date: formatDate(language, retrievedAt),
    rows: formatNumber(language, rowCount),
  });
  return (
    <li>
      {said}
      <br />
      {text.source}: <span lang={languageOfList(list)}>{source}</span>
      <br />
      <code className="command">npm run geodata -- use {id}</code>
    </li>
  );
};
