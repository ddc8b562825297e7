import type { FigureAnswer } from '#core/contract/figure.ts';
import { formatDate } from '#core/language/dates.ts';
import { fill } from '#core/language/format.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';

/** A sentence to put under the figure in a document, with the address that stays. */
export function Citation({ figure }: { figure: FigureAnswer }) {
  const language = useLanguage();
  const { access, common } = useWords();
  const address = new URL(figure.links.page, window.location.href).href;
  return (
    <Panel title={access.figureCite}>
      <p className="citation">
        {fill(access.figureCitation, {
          title: figure.title[language],
          project: common.title,
          id: figure.id,
          date: formatDate(language, figure.createdAt),
          address,
        })}
      </p>
      <p>
        {access.figureAddress}: <a href={address}>{address}</a>
      </p>
    </Panel>
  );
}
