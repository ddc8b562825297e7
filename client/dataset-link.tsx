import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { fill } from '#core/language/format.ts';
import type { Words } from '#core/language/index.ts';
import { pagePath } from '#core/language/routes.ts';
import { licenceNotStated } from '#core/place/provenance.ts';
import { useLanguage, useWords } from './ui/language-context.tsx';
import { languageOfList } from './ui/source-text.tsx';

/** Where a dataset stands on the page about the data. */
export const datasetAnchor = (dataset: string, list?: string): string =>
  list === undefined ? `data-${dataset}` : `data-${dataset}-${list}`;

interface DatasetLinkProps {
  readonly dataset: string;
  /** One list of it; the whole dataset where none is said. */
  readonly list?: string;
  readonly children: ReactNode;
}

/** Leads from a number or a thing to the dataset behind it: source, licence, date, version, warnings. */
export const DatasetLink = ({ dataset, list, children }: DatasetLinkProps) => (
  <Link href={`${pagePath('about', useLanguage())}#${datasetAnchor(dataset, list)}`}>{children}</Link>
);

/** A licence as its list states it, or in the reader's words that it states none. */
export const licenceOf = (licence: string, words: Words['access']): string =>
  licence === licenceNotStated ? words.licenceNotStated : licence;

interface Version {
  readonly dataset: string;
  readonly list: string;
  readonly source: string;
  readonly licence: string;
}

/** A dataset in the reader's words with its source in the source's own: "Venues: museum list, CC BY 4.0". */
export const DatasetSource = ({ version: { dataset, list, source, licence } }: { version: Version }) => {
  const { access, shell } = useWords();
  const { aboutData } = shell;
  // A figure kept years ago may name a dataset that has gone.
  const names: Readonly<Record<string, string>> = aboutData.names;
  const own = list === 'shipped' ? '' : ` (${fill(aboutData.ownList, { list })})`;
  return (
    <>
      <DatasetLink dataset={dataset}>
        {names[dataset] ?? dataset}
        {own}
      </DatasetLink>
      : <span lang={languageOfList(list)}>{source}</span>, {licenceOf(licence, access)}
    </>
  );
};
