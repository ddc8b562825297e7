import { useQuery } from '@tanstack/react-query';
import type { RoundTripResponse } from '#core/contract/envelope.ts';
import { fill } from '#core/language/format.ts';
import { questionOf } from '../../event-question-of.ts';
import { problemView } from '../../request.ts';
import { dayProblem } from '../../transit/day-problem.ts';
import { roundTripQuery } from '../../transit/round-trip-query.ts';
import { findDay, useTimetable } from '../../transit/timetable.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Disclosure } from '../../ui/panel.tsx';
import { Empty, Failed, Loading } from '../../ui/status.tsx';
import { useWideScreen } from '../../ui/use-wide-screen.ts';
import { EventForm } from './event-form.tsx';
import { EventResult } from './event-result.tsx';
import type { AccessView } from './view.ts';

export interface EventQuestionProps {
  readonly view: AccessView;
  readonly update: (changes: Partial<AccessView>, history?: 'push' | 'replace') => void;
}

/** Who can come to one date of an event and get home again: the choices, and the answer in all its forms. */
export function EventQuestion({ view, update }: EventQuestionProps) {
  const { access, transit } = useWords();
  const isWide = useWideScreen();
  const isChosen = view.event !== '';
  return (
    <div className="access-layout">
      <Disclosure key={`choices-${isWide}`} summary={access.choices} isOpenAtFirst={isWide || !isChosen}>
        <EventForm view={view} update={update} />
      </Disclosure>
      {isChosen ? <EventAnswer view={view} update={update} /> : <Empty title={transit.event.pick} />}
    </div>
  );
}

function EventAnswer({ view, update }: EventQuestionProps) {
  const language = useLanguage();
  const { access } = useWords();
  const query = useQuery(roundTripQuery(language, questionOf(view)));
  const { data } = query;
  return (
    <div className="access-result" aria-busy={query.isFetching}>
      {query.isError ? (
        <Failed problem={problemView(query.error, language)} onRetry={() => void query.refetch()} />
      ) : null}
      <p className="access-stale" role="status">
        {data && query.isPlaceholderData ? access.stale : ''}
      </p>
      {data ? <Checked response={data} view={view} update={update} /> : null}
      {data || query.isError ? null : <Loading label={access.loading} />}
    </div>
  );
}

/**
 * No number by public transport for a day that the timetable does not cover: the reason stands in its place. Of a day
 * that it covers and on which nothing runs, that is said first.
 */
function Checked({ response, view, update }: EventQuestionProps & { response: RoundTripResponse }) {
  const language = useLanguage();
  const words = useWords();
  const { query, event, blank } = response.result;
  const isByDate = query.mode === 'public-transport';
  const timetable = useTimetable(isByDate);
  const date = event.startsAt.slice(0, 10);
  const problem = dayProblem({ mode: query.mode, date }, timetable.data?.result, language, words);
  if (isByDate && timetable.isPending) return <Loading />;
  const isCovered = !isByDate || findDay(timetable.data?.result?.days ?? [], date) !== null;
  return (
    <>
      {problem === null ? null : <Empty title={problem} />}
      {blank !== null && problem === null ? (
        <Empty title={fill(words.transit.event.unknown, { reason: words.figures.roundTrip.blanks[blank] })} />
      ) : null}
      {isCovered && blank === null ? <EventResult response={response} view={view} update={update} /> : null}
    </>
  );
}
