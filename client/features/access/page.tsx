import { useSearch } from 'wouter';
import { useWords } from '../../ui/language-context.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { RejectedNote } from '../../ui/rejected-note.tsx';
import { useSearchState } from '../../ui/use-search-state.ts';
import { EventQuestion } from './event-question.tsx';
import { Places } from './places.tsx';
import { Presets } from './presets.tsx';
import { Progress } from './progress.tsx';
import { accessView } from './view.ts';
import './access.css';

/** The Access door: where the gaps are, for how many people, and by which way; or who can come to an event. */
export default function AccessPage() {
  const { access, transit } = useWords();
  const search = useSearch();
  const { state: view, rejected, update } = useSearchState(accessView);
  const isEvent = view.ask === 'event';
  return (
    <div className="access-page">
      <PageHeading title={access.title} />
      <p className="intro">{isEvent ? transit.event.lead : access.lead}</p>
      <Presets view={view} search={search} />
      <Progress />
      <RejectedNote rejected={rejected} />
      {isEvent ? <EventQuestion view={view} update={update} /> : <Places view={view} update={update} />}
    </div>
  );
}
