import { Link, useLocation } from 'wouter';
import { type Language, pagePath } from '#core/language/routes.ts';
import { onlyAccessChoices, onlyEventChoices } from '../../access-choices.ts';
import { problemView } from '../../request.ts';
import { dayProblem } from '../../transit/day-problem.ts';
import { useTimetable } from '../../transit/timetable.ts';
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
  const { access } = useWords();
  const [, navigate] = useLocation();
  const { state: view, rejected, update } = useSearchState(figureView);
  const defaults = useDefaultTexts(view);
  const obstacle = useObstacle(view);
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
            disabled={freeze.isPending || obstacle !== null}
            onClick={() => freeze.mutate(view)}
          >
            {freeze.isPending ? access.figureFreezing : access.figureFreeze}
          </Button>
        </Panel>
        {obstacle === null ? (
          <Preview view={view} title={titleIn} />
        ) : (
          <Panel title={access.figurePreview}>
            <p>{obstacle}</p>
          </Panel>
        )}
      </div>
      <KeptFigures />
    </div>
  );
}

/**
 * Why there is nothing to draw: no event or no day is chosen, or nobody can answer for that day, so that no document
 * gets a map of blanks. Null where a figure can be asked for; '' while the timetable is awaited.
 */
function useObstacle(view: FigureView): string | null {
  const language = useLanguage();
  const words = useWords();
  const isByDate = view.ask === 'places' && view.mode === 'public-transport';
  const timetable = useTimetable(isByDate);
  if (!isDrawable(view)) return view.ask === 'event' ? words.transit.event.pick : words.transit.pickDay;
  if (!isByDate || timetable.isError) return null;
  return timetable.isPending ? '' : dayProblem(view, timetable.data.result, language, words);
}

/** Back to the view on the Access door from which this draft is made. */
function accessLink(view: FigureView, language: Language): string {
  const choices = view.ask === 'event' ? onlyEventChoices(view) : onlyAccessChoices(view);
  const search = writeSearch(figureView, '', choices);
  return `${pagePath('access', language)}${search === '' ? '' : `?${search}`}`;
}
