import type { FigureAnswer } from '#core/contract/figure.ts';
import { languages } from '#core/language/routes.ts';
import { useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';
import { fileAddress } from './file-address.ts';

/** Every file of a figure, in both languages. */
export function Downloads({ figure: { links } }: { figure: FigureAnswer }) {
  const { access } = useWords();
  const languageWords = { lv: access.figureLatvian, en: access.figureEnglish };
  const files = [
    ['SVG', links.svg],
    [access.figurePng, links.png],
    [access.figureCsv, links.csv],
    [access.figureJson, links.json],
  ] as const;
  return (
    <Panel title={access.figureDownloads}>
      <ul className="downloads">
        {files.map(([name, file]) => (
          <li key={name}>
            {name}:{' '}
            {languages.map((language) => (
              <a
                key={language}
                href={fileAddress(file, language)}
                download
                hrefLang={language}
                aria-label={`${name}, ${languageWords[language]}`}
              >
                {languageWords[language]}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
