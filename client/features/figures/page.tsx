import { Link, useLocation } from 'wouter';
import { type Language, pagePath } from '#core/language/routes.ts';
import { onlyAccessChoices, onlyEventChoices } from '../../access-choices.ts';
import { problemView } from '../../request.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RejectedNote } from '../../ui/rejected-note.tsx';
import { writeSearch } from '../../ui/search-state.ts';
import { Failed } from '../../ui/status.tsx';
import { useSearchState } from '../../ui/use-search-state.ts';
import { DraftForm } from './draft-form.tsx';
import { KeptFigures } from './kept-figures.tsx';
import { Preview } from './preview.tsx';
import { type FigureView, figureView, isDrawable } from './specification.ts';
import { useDefaultTexts } from './use-default-texts.ts';
import { useFreeze } from './use-figures.ts';
import './figures.css';

/** The Figures door: a draft from the choices in the address, its preview, and the figures kept before. */
export default function FiguresPage() {
  const language = useLanguage();
  const { access, transit } = useWords();
  const [, navigate] = useLocation();
  const { state: view, rejected, update } = useSearchState(figureView);
  const defaults = useDefaultTexts(view);
  const freeze = useFreeze(({ id }) => navigate(pagePath('figure', language, id)));
  const titleIn = (one: Language) =>
    view[one === 'en' ? 'titleEn' : 'titleLv'] || (defaults?.[one].title ?? '');
  return (
    <div className="figures-page">
      <PageHeading title={access.figureDoor} />
      <p className="intro">{access.figureLead}</p>
      <RejectedNote rejected={rejected} />
      <div className="figures-layout">
        <Panel title={access.figureNew}>
          <p className="figure-what">
            {access.figureWhat}: {defaults?.[language].title ?? ''}
          </p>
          <p>
            <Link href={accessLink(view, language)}>{access.figureChange}</Link>
          </p>
          <DraftForm view={view} defaults={defaults} update={update} />
          {freeze.isError ? <Failed problem={problemView(freeze.error, language)} /> : null}
          <p className="note">{access.figureFreezeHint}</p>
          <Button
            kind="primary"
            disabled={freeze.isPending || !isDrawable(view)}
            onClick={() => freeze.mutate(view)}
          >
            {freeze.isPending ? access.figureFreezing : access.figureFreeze}
          </Button>
        </Panel>
        {isDrawable(view) ? (
          <Preview view={view} title={titleIn} />
        ) : (
          <Panel title={access.figurePreview}>
            <p>{view.ask === 'event' ? transit.event.pick : transit.pickDay}</p>
          </Panel>
        )}
      </div>
      <KeptFigures />
    </div>
  );
}

/** Back to the view on the Access door from which this draft is made. */
function accessLink(view: FigureView, language: Language): string {
  const choices = view.ask === 'event' ? onlyEventChoices(view) : onlyAccessChoices(view);
  const search = writeSearch(figureView, '', choices);
  return `${pagePath('access', language)}${search === '' ? '' : `?${search}`}`;
}
