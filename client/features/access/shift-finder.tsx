import { useQuery } from '@tanstack/react-query';
import type { ShiftAnswer } from '#core/access/round-trip-answer.ts';
import { fill, formatNumber } from '#core/language/format.ts';
import { problemView } from '../../request.ts';
import { shiftQuery } from '../../transit/round-trip-query.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading } from '../../ui/status.tsx';
import type { EventQuestionProps } from './event-question.tsx';
import { signed } from './event-view.ts';
import { LaterDepartures } from './later-departures.tsx';
import { ShiftChart } from './shift-chart.tsx';
import { ShiftTable } from './shift-table.tsx';

/** How many more could come and get home if the event, or a last departure, were moved. */
export function ShiftFinder({ view, update }: EventQuestionProps) {
  const language = useLanguage();
  const { access, transit } = useWords();
  const query = useQuery(shiftQuery(language, view.event, view.mode));
  const answer = query.data?.result;
  return (
    <Panel title={transit.event.shiftTitle}>
      <p>{transit.event.shiftLead}</p>
      {query.isError ? (
        <Failed problem={problemView(query.error, language)} onRetry={() => void query.refetch()} />
      ) : null}
      {answer === undefined && !query.isError ? <Loading label={access.loading} /> : null}
      {answer ? (
        <>
          <Best answer={answer} />
          <div className="shift">
            <ShiftChart answer={answer} endShift={view.endShift} startShift={view.startShift} />
            <ShiftTable answer={answer} view={view} update={update} />
          </div>
          <LaterDepartures answer={answer} />
        </>
      ) : null}
    </Panel>
  );
}

type Point = ShiftAnswer['byEndShift'][number];

/** The point with most people; of equal ones the smallest shift. */
const bestOf = (points: readonly Point[]): Point | null =>
  points.toSorted((a, b) => b.people - a.people || Math.abs(a.minutes) - Math.abs(b.minutes))[0] ?? null;

/** In words what the curve shows: the best shift of either, or that none helps. */
function Best({ answer }: { answer: ShiftAnswer }) {
  const language = useLanguage();
  const { transit } = useWords();
  const sentence = (points: readonly Point[], template: string) => {
    const best = bestOf(points);
    if (best === null || best.minutes === 0) return null;
    return fill(template, { people: formatNumber(language, best.people), shift: signed(best.minutes) });
  };
  const sentences = [
    sentence(answer.byEndShift, transit.event.bestEnd),
    sentence(answer.byStartShift, transit.event.bestStart),
  ].filter((one) => one !== null);
  return <p className="finding">{sentences.length === 0 ? transit.event.bestNone : sentences.join(' ')}</p>;
}
