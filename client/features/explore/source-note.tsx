import { useQuery } from '@tanstack/react-query';
import { formatDate } from '#core/language/dates.ts';
import { fill } from '#core/language/format.ts';
import type { DatasetName } from '#core/place/provenance.ts';
import { aboutQuery } from '../../api.ts';
import { DatasetLink } from '../../dataset-link.tsx';
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
}

/** Who says so, how sure that is in the words of the data, and the way to the dataset it stands in. */
export const SourceNote = ({ dataset, list, source, confidence }: SourceNoteProps) => {
  const language = useLanguage();
  const { access, events, shell } = useWords();
  const { data } = useQuery(aboutQuery(language));
  const version = data?.dataVersions.find(
    (one) => one.dataset === dataset && (list === null || one.list === list),
  );
  const lang = version && languageOfList(version.list);
  return (
    <Disclosure summary={events.sourceAndConfidence}>
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
                , {version.licence},{' '}
                {fill(access.dataDate, { date: formatDate(language, version.retrievedAt) })}
              </>
            ),
          },
        ]}
      />
    </Disclosure>
  );
};
