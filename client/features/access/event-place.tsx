import type { RoundTripAnswer } from '#core/access/round-trip-answer.ts';
import { formatNumber } from '#core/language/format.ts';
import { problemView } from '../../request.ts';
import { BothJourneys, type Half } from '../../transit/both-journeys.tsx';
import { bookedText, tripLine } from '../../transit/trip-text.ts';
import type { JourneysState } from '../../transit/use-both-journeys.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading } from '../../ui/status.tsx';
import { rangeText } from './people-range.ts';
import { PlaceSelects } from './place-selects.tsx';
import { findRoundTripCell, type RoundTripCell } from './round-trip-cells.ts';
import type { AccessView } from './view.ts';

interface EventPlaceProps {
  readonly answer: RoundTripAnswer;
  readonly view: AccessView;
  readonly update: (changes: Partial<AccessView>) => void;
  readonly journeys: JourneysState;
  readonly drawn: Half;
  readonly onDraw: (half: Half) => void;
}

/** The cell chosen on the map or here: what its residents can do, and both journeys stop by stop. */
export function EventPlace({ answer, view, update, journeys, drawn, onDraw }: EventPlaceProps) {
  const language = useLanguage();
  const { access } = useWords();
  const cell = view.cell === '' ? null : findRoundTripCell(answer, view.cell);
  return (
    <Panel title={access.panel}>
      <PlaceSelects places={answer.territories} view={view} update={update} />
      {view.territory === '' ? <p>{access.panelEmpty}</p> : null}
      {cell === null ? null : <CellTrip answer={answer} cell={cell} />}
      {cell !== null && journeys.error !== null ? (
        <Failed problem={problemView(journeys.error, language)} onRetry={journeys.retry} />
      ) : null}
      {cell !== null && journeys.isLoading ? <Loading label={access.waysLoading} /> : null}
      {cell !== null && journeys.data ? (
        <BothJourneys answer={journeys.data} settings={answer.settings} drawn={drawn} onDraw={onDraw} />
      ) : null}
      {view.territory === '' ? null : (
        <Button onClick={() => update({ territory: '', cell: '' })}>{access.close}</Button>
      )}
    </Panel>
  );
}

function CellTrip({ answer, cell }: { answer: RoundTripAnswer; cell: RoundTripCell }) {
  const language = useLanguage();
  const words = useWords();
  const known = {
    trip: cell.trip,
    event: answer.event,
    settings: answer.settings,
    mode: answer.query.mode,
  };
  const booked = bookedText(known, language, words.transit);
  return (
    <>
      <h3>
        {words.access.cellId} {cell.id}
      </h3>
      <p>
        {words.access.people}: {formatNumber(language, cell.people)}
        {rangeText(cell.range, language)}
      </p>
      <p>
        <strong>{tripLine(known, language, words)}</strong>
      </p>
      {booked === null ? null : <p>{booked}</p>}
    </>
  );
}
