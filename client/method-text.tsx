import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeasureId } from '#core/access/answer.ts';
import { fill } from '#core/language/format.ts';
import { useLanguage, useWords } from './ui/language-context.tsx';
import { MarkdownText } from './ui/markdown-text.tsx';
import { Loading } from './ui/status.tsx';

/** The page of docs/methods of each measure, brought along in the build and read when somebody asks. */
const pages: Readonly<Record<MeasureId, () => Promise<{ default: string }>>> = {
  nearest: () => import('../docs/methods/nearest.md?raw'),
  'people-within': () => import('../docs/methods/people-within.md?raw'),
  'venues-within': () => import('../docs/methods/venues-within.md?raw'),
  'way-to-town': () => import('../docs/methods/way-to-town.md?raw'),
  catchment: () => import('../docs/methods/catchment.md?raw'),
};

/** How a measure is computed, to open: question, formula, reasons for blanks, source, limits, worked example. */
export function Method({ measure }: { measure: MeasureId }) {
  const { access, measures } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="disclosure" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{fill(access.methodOf, { name: measures[measure] })}</summary>
      <div className="disclosure-body">{isOpen ? <MethodText measure={measure} /> : null}</div>
    </details>
  );
}

function MethodText({ measure }: { measure: MeasureId }) {
  const language = useLanguage();
  const { access } = useWords();
  const page = useQuery({
    queryKey: ['method', measure],
    queryFn: async () => (await pages[measure]()).default,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (page.isError) return <p role="alert">{access.methodFailed}</p>;
  if (page.data === undefined) return <Loading />;
  return (
    <>
      {language === 'en' ? null : <p className="note">{access.methodEnglish}</p>}
      <div lang="en">
        <MarkdownText text={page.data} under={2} />
      </div>
    </>
  );
}
