import { useQuery } from '@tanstack/react-query';
import { formatDate } from '#core/language/dates.ts';
import { fill } from '#core/language/format.ts';
import type { DatasetName } from '#core/place/provenance.ts';
import { aboutQuery } from '../../api.ts';
import { DatasetLink, licenceOf } from '../../dataset-link.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Disclosure } from '../../ui/panel.tsx';
import { languageOfList } from '../../ui/source-text.tsx';
import { Facts } from './facts.tsx';

interface SourceNoteProps {
  readonly dataset: DatasetName;
  /** Null where the dataset is one list, whatever its name. */
  readonly list: string | null;
  readonly source: string;
  /** Null where it is not told, as of a row that was merged into this one. */
  readonly confidence: string | null;
  /** One more row about the same thing: its list is named, so that two notes can be told apart. */
  readonly isMerged?: boolean;
}

/** Who says so, how sure that is in the words of the data, and the way to the dataset it stands in. */
export const SourceNote = ({ dataset, list, source, confidence, isMerged = false }: SourceNoteProps) => {
  const language = useLanguage();
  const { access, events, shell } = useWords();
  const { data } = useQuery(aboutQuery(language));
  const version = data?.dataVersions.find(
    (one) => one.dataset === dataset && (list === null || one.list === list),
  );
  const { shippedList, ownList } = shell.aboutData;
  const listName = list === null || list === 'shipped' ? shippedList : fill(ownList, { list });
  const lang = version && languageOfList(version.list);
  return (
    <Disclosure
      summary={isMerged ? `${events.sourceAndConfidence}: ${listName}` : events.sourceAndConfidence}
    >
      <Facts
        facts={[
          { term: events.source, value: <span lang={lang}>{source}</span> },
          {
            term: events.confidence,
            value: confidence === null ? null : <span lang={lang}>{confidence}</span>,
          },
          {
            term: access.dataFrom,
            value: version && (
              <>
                <DatasetLink dataset={dataset} list={version.list}>
                  {shell.aboutData.names[dataset]}
                </DatasetLink>
                , {licenceOf(version.licence, access)},{' '}
                {fill(access.dataDate, { date: formatDate(language, version.retrievedAt) })}
              </>
            ),
          },
        ]}
      />
    </Disclosure>
  );
};
