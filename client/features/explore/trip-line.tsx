import { assumedText, bookedText, tripLine } from '../../transit/trip-text.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import type { Trip } from './trips.ts';

/**
 * "by public transport: leave 17:42, home 22:35" on a card, or why not; with the booking that would make it
 * possible and an end that was only assumed. Nothing while no home is chosen or once the date has begun.
 */
export const TripLine = ({ trip }: { trip: Trip }) => {
  const language = useLanguage();
  const words = useWords();
  const { shell, transit } = words;
  switch (trip.state) {
    case 'no-home':
    case 'started':
      return null;
    case 'waiting':
      return <p className="muted">{shell.loading}</p>;
    case 'failed':
      return <p className="muted">{transit.failed}</p>;
    case 'absent':
      return <p className="muted">{transit.absent}</p>;
    case 'known': {
      const booked = bookedText(trip, language, transit);
      const assumed = assumedText(trip, language, transit);
      const isPossible = trip.trip.status === 'round-trip';
      return (
        <p>
          <span className={isPossible ? 'trip-possible' : 'trip-not'}>{tripLine(trip, language, words)}</span>
          {booked === null ? null : <> {booked}</>}
          {assumed === null ? null : <span className="muted"> ({assumed})</span>}
        </p>
      );
    }
  }
};
