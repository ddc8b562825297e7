import { useState } from 'react';
import type { RoundTripSettings } from '#core/access/round-trip-answer.ts';
import { fill } from '#core/language/format.ts';
import { cellText } from '#core/map/cell-words.ts';
import { cellSide } from '#core/place/cell.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { JourneyMap } from '../../map/journey-map.tsx';
import { problemView } from '../../request.ts';
import { BothJourneys, type Half, journeyOf } from '../../transit/both-journeys.tsx';
import { useBothJourneys } from '../../transit/use-both-journeys.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Failed, Loading } from '../../ui/status.tsx';

interface TripJourneysProps {
  readonly occurrenceId: string;
  readonly mode: TravelMode;
  readonly settings: RoundTripSettings;
  readonly cellId: string;
}

/**
 * Both journeys stop by stop, on request only: it is the one question that names the cell of home to the server,
 * and the button says so. Remember to give it another `key` for another cell.
 */
export const TripJourneys = ({ occurrenceId, mode, settings, cellId }: TripJourneysProps) => {
  const language = useLanguage();
  const { transit } = useWords();
  const [isAsked, setIsAsked] = useState(false);
  const question = { occurrenceId, mode, startShiftMinutes: 0, endShiftMinutes: 0 };
  const { data: answer, error, retry } = useBothJourneys(question, cellId, settings, isAsked);
  const [half, setHalf] = useState<Half>('there');
  if (!isAsked) {
    return (
      <div className="trip-ask print-hidden">
        <Button onClick={() => setIsAsked(true)} aria-describedby="trip-ask-note">
          {transit.show}
        </Button>
        <p id="trip-ask-note" className="field-hint">
          {fill(cellText(transit.sends, cellSide(cellId)), { cell: cellId })}
        </p>
      </div>
    );
  }
  if (answer === undefined) {
    return error === null ? <Loading /> : <Failed problem={problemView(error, language)} onRetry={retry} />;
  }
  const drawn: Half = journeyOf(answer, half) === null ? (half === 'there' ? 'home' : 'there') : half;
  const journey = journeyOf(answer, drawn);
  return (
    <div className="trip-journeys">
      {journey === null ? null : (
        <div className="journey-map print-hidden">
          <JourneyMap key={drawn} journey={journey} mode={mode} what={transit[drawn]} />
        </div>
      )}
      <BothJourneys answer={answer} settings={settings} drawn={drawn} onDraw={setHalf} />
      <p className="field-hint">{fill(cellText(transit.showsFrom, cellSide(cellId)), { cell: cellId })}</p>
    </div>
  );
};
