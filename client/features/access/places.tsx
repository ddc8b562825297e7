import { problemView } from '../../request.ts';
import { dayProblem } from '../../transit/day-problem.ts';
import { useTimetable, useUsualDay } from '../../transit/timetable.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Disclosure } from '../../ui/panel.tsx';
import { Empty, Failed, Loading } from '../../ui/status.tsx';
import { useWideScreen } from '../../ui/use-wide-screen.ts';
import { ChoicesForm } from './choices-form.tsx';
import { offerName, type VenueChoice } from './offers.ts';
import { Result } from './result.tsx';
import { useAccess, useComparison, useVenues } from './use-access.ts';
import { useLast } from './use-last.ts';
import { type AccessView, usesOffer } from './view.ts';

const noVenues: readonly VenueChoice[] = [];

interface PlacesProps {
  readonly view: AccessView;
  readonly update: (changes: Partial<AccessView>, history?: 'push' | 'replace') => void;
}

/** How far it is to places: the choices, and the answer in all its forms. */
export function Places({ view, update }: PlacesProps) {
  const language = useLanguage();
  const words = useWords();
  const isWide = useWideScreen();
  const isByDate = view.mode === 'public-transport';
  const timetable = useTimetable(isByDate);
  useUsualDay(isByDate && view.date === '', (date) => update({ date }, 'replace'));
  const days = timetable.data?.result;
  const problem = dayProblem(view, days, language, words);
  const isAnswerable = problem === null && (!isByDate || days !== undefined);
  const venues = useVenues().data?.features ?? noVenues;
  return (
    <div className="access-layout">
      <Disclosure key={`choices-${isWide}`} summary={words.access.choices} isOpenAtFirst={isWide}>
        <ChoicesForm view={view} venues={venues} timetable={days} update={update} />
      </Disclosure>
      {problem === null ? (
        <Answer view={view} venues={venues} isAnswerable={isAnswerable} update={update} />
      ) : (
        <Empty title={problem} />
      )}
      {isByDate && timetable.isError && days === undefined ? (
        <Failed problem={problemView(timetable.error, language)} onRetry={() => void timetable.refetch()} />
      ) : null}
    </div>
  );
}

interface AnswerProps extends PlacesProps {
  readonly venues: readonly VenueChoice[];
  /** False until it is known that the day is covered. */
  readonly isAnswerable: boolean;
}

function Answer({ view, venues, isAnswerable, update }: AnswerProps) {
  const language = useLanguage();
  const words = useWords();
  const speech = { venues, words, language };
  const first = useAccess(view, isAnswerable);
  const second = useComparison(view, isAnswerable);
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
  );
}
