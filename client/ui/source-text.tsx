import { fill } from '#core/language/format.ts';
import { useWords } from './language-context.tsx';

const shippedList = 'shipped';

/** The shipped lists describe themselves in English; a user's own list may be in any language. */
export const languageOfList = (list: string): 'en' | undefined => (list === shippedList ? 'en' : undefined);

interface Version {
  readonly dataset: string;
  readonly list: string;
  readonly source: string;
  readonly licence: string;
}

/** A dataset in the reader's words with its source in the source's own: "Venues: museum list, CC BY 4.0". */
export const DatasetSource = ({ version: { dataset, list, source, licence } }: { version: Version }) => {
  const { aboutData } = useWords().shell;
  const names: Readonly<Record<string, string>> = aboutData.names;
  const own = list === shippedList ? '' : ` (${fill(aboutData.ownList, { list })})`;
  return (
    <>
      {names[dataset] ?? dataset}
      {own}: <span lang={languageOfList(list)}>{source}</span>, {licence}
    </>
  );
};
