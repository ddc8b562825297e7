import { useWords } from '../../ui/language-context.tsx';
import { Disclosure } from '../../ui/panel.tsx';
import { languageOfList } from '../../ui/source-text.tsx';
import { Facts } from './facts.tsx';

interface SourceNoteProps {
  readonly source: string;
  readonly confidence: string;
  readonly list: string;
}

/** Who says so and how sure that is, in the words of the data, for whoever wants to know. */
export const SourceNote = ({ source, confidence, list }: SourceNoteProps) => {
  const { events } = useWords();
  const lang = languageOfList(list);
  return (
    <Disclosure summary={events.sourceAndConfidence}>
      <Facts
        facts={[
          { term: events.source, value: <span lang={lang}>{source}</span> },
          { term: events.confidence, value: <span lang={lang}>{confidence}</span> },
        ]}
      />
    </Disclosure>
  );
};
