import { useSearch } from 'wouter';
import { problemView } from '../../request.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Disclosure } from '../../ui/panel.tsx';
import { RejectedNote } from '../../ui/rejected-note.tsx';
import { Failed, Loading } from '../../ui/status.tsx';
import { useSearchState } from '../../ui/use-search-state.ts';
import { useWideScreen } from '../../ui/use-wide-screen.ts';
import { ChoicesForm } from './choices-form.tsx';
import { offerName, type VenueChoice } from './offers.ts';
import { Presets } from './presets.tsx';
import { Result } from './result.tsx';
import { useAccess, useComparison, useVenues } from './use-access.ts';
import { useLast } from './use-last.ts';
import { accessView, usesOffer } from './view.ts';
import './access.css';

const noVenues: readonly VenueChoice[] = [];

/** The Access door: where the gaps are, for how many people, and by which way. */
export default function AccessPage() {
  const language = useLanguage();
  const words = useWords();
  const search = useSearch();
  const isWide = useWideScreen();
  const { state: view, rejected, update } = useSearchState(accessView);
  const first = useAccess(view, true);
  const second = useComparison(view, true);
  const venues = useVenues().data?.features ?? noVenues;
  const speech = { venues, words, language };
  const isCompared = view.compare !== '' && usesOffer(view.measure);
  const failed = [first, ...(isCompared ? [second] : [])].find((query) => query.isError);
  const shown = useLast(first.data);
  const isStale = first.isPlaceholderData || second.isPlaceholderData;
  const stateOfView = failed ? words.access.keptPrevious : isStale ? words.access.stale : '';
  const other =
    isCompared && second.data
      ? {
          response: second.data,
          name: offerName(view.compare, speech),
          firstName: offerName(view.offer, speech),
        }
      : null;
  return (
    <div className="access-page">
      <PageHeading title={words.access.title} />
      <p className="intro">{words.access.lead}</p>
      <Presets view={view} search={search} />
      <RejectedNote rejected={rejected} />
      <div className="access-layout">
        <Disclosure key={`choices-${isWide}`} summary={words.access.choices} isOpenAtFirst={isWide}>
          <ChoicesForm view={view} venues={venues} update={update} />
        </Disclosure>
        <div className="access-result" aria-busy={first.isFetching || second.isFetching}>
          {failed ? (
            <Failed problem={problemView(failed.error, language)} onRetry={() => void failed.refetch()} />
          ) : null}
          <p className="access-stale" role="status">
            {shown ? stateOfView : ''}
          </p>
          {shown ? (
            <Result response={shown} other={other} view={view} speech={speech} update={update} />
          ) : failed ? null : (
            <Loading label={words.access.loading} />
          )}
        </div>
      </div>
    </div>
  );
}
