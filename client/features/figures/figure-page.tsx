import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { FigureAnswer } from '#core/contract/figure.ts';
import { pagePath } from '#core/language/routes.ts';
import { apiBase, figureQuery } from '../../api.ts';
import { Method } from '../../method-text.tsx';
import { problemView } from '../../request.ts';
import { ModelBadge } from '../../ui/badge.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading } from '../../ui/status.tsx';
import { Citation } from './citation.tsx';
import { FigureData } from './data-table.tsx';
import { Downloads } from './downloads.tsx';
import { fileAddress } from './file-address.ts';
import { renewLink } from './renew-link.ts';
import { Sources } from './sources.tsx';
import './figures.css';

/** The permanent page of a kept figure: the drawing, its words, its data, and how to cite it. */
export default function FigurePage({ id }: { id: string }) {
  const language = useLanguage();
  const { access } = useWords();
  const figure = useQuery(figureQuery(language, id));
  if (figure.isError) {
    return (
      <>
        <PageHeading title={access.figureMissing} />
        <Failed problem={problemView(figure.error, language)} onRetry={() => void figure.refetch()} />
        <BackToAll />
      </>
    );
  }
  if (!figure.data) return <Loading label={access.figureLoading} />;
  return <KeptFigure figure={figure.data} />;
}

function KeptFigure({ figure }: { figure: FigureAnswer }) {
  const language = useLanguage();
  const { access } = useWords();
  return (
    <article className="figure-page">
      <PageHeading title={figure.title[language]} />
      {figure.isSuperseded ? (
        <div className="status status-note" role="status">
          <p>{access.figureSuperseded}</p>
          <Link href={renewLink(figure, language)}>{access.figureSupersededLink}</Link>
        </div>
      ) : null}
      <figure className="figure-sheet">
        <img
          src={fileAddress(figure.links.svg, language)}
          alt={figure.alternativeText[language]}
          lang={language}
        />
        {figure.isModel ? (
          <figcaption>
            <ModelBadge />
          </figcaption>
        ) : null}
      </figure>
      <Downloads figure={figure} />
      <Panel title={access.figureAlternative}>
        <p>{figure.alternativeText[language]}</p>
      </Panel>
      <FigureData figure={figure} />
      <Panel title={access.figureMethod}>
        <FigureMethod measure={figure.specification.measure} />
      </Panel>
      <Citation figure={figure} />
      <Sources figure={figure} />
      <BackToAll />
    </article>
  );
}

const FigureMethod = ({ measure }: { measure: FigureAnswer['specification']['measure'] }) => {
  const { transit } = useWords();
  if (measure !== 'round-trip') return <Method measure={measure} />;
  return <a href={`${apiBase}/methods/event-round-trip?f=html`}>{transit.method}</a>;
};

const BackToAll = () => (
  <p>
    <Link href={pagePath('figures', useLanguage())}>{useWords().access.figureBack}</Link>
  </p>
);
