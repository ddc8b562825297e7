import { useEffect, useState } from 'react';
import { fill } from '#core/language/format.ts';
import { type Language, languages } from '#core/language/routes.ts';
import { problemView } from '../../request.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Failed, Loading } from '../../ui/status.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import type { FigureView } from './specification.ts';
import { usePreview } from './use-figures.ts';

const typingPauseMs = 400;

/** The figure as it would be kept: the server draws it, the page only shows the file. */
export function Preview({ view, title }: { view: FigureView; title: (language: Language) => string }) {
  const pageLanguage = useLanguage();
  const { access } = useWords();
  const [language, setLanguage] = useState(pageLanguage);
  const preview = usePreview(useSettled(view, typingPauseMs), language);
  const address = useSvgAddress(preview.data);
  const languageWords = { lv: access.figureLatvian, en: access.figureEnglish };
  return (
    <Panel title={access.figurePreview}>
      <Segmented
        legend={access.figureLanguage}
        value={language}
        options={languages.map((one) => ({ value: one, label: languageWords[one] }))}
        onChange={setLanguage}
      />
      {preview.isError ? (
        <Failed problem={problemView(preview.error, pageLanguage)} onRetry={() => void preview.refetch()} />
      ) : null}
      <div className="figure-sheet" aria-busy={preview.isFetching}>
        {address === null ? (
          preview.isError ? null : (
            <Loading label={access.figureDrawing} />
          )
        ) : (
          <img
            src={address}
            alt={fill(access.figurePreviewAlt, { title: title(language) })}
            lang={language}
          />
        )}
      </div>
    </Panel>
  );
}

/** Address of SVG text for an image; given back when the text changes or the page is left. */
function useSvgAddress(svg: string | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (svg === undefined) return;
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return address;
}
