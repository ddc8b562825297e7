import '../../transit/transit.css';
import { fill } from '#core/language/format.ts';
import { ownPath } from '../../request.ts';
import { clock, clockAfter, durationText } from '../../transit/times.ts';
import { assumedText, bookedText, homewardText, reasonText } from '../../transit/trip-text.ts';
import { ModelBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Loading } from '../../ui/status.tsx';
import type { Listing } from './events.ts';
import type { Journey } from './journey.tsx';
import { TripJourneys } from './trip-journeys.tsx';
import { type Trip, type Trips, useTrips } from './trips.ts';

/** There and home again for one date: the two times in large, what fails in words, the journeys on request. */
export const TripPanel = ({ listing, journey }: { listing: Listing; journey: Journey }) => {
  const { shell, transit } = useWords();
  const trips = useTrips(journey.travel, journey.mode, [listing]);
  const trip = trips.tripOf(listing);
  if (trip.state === 'no-home' || listing.status === 'cancelled') return null;
  return (
    <Panel title={transit.panel}>
      {trip.state === 'waiting' ? <Loading /> : null}
      {trip.state === 'started' ? <p>{transit.started}</p> : null}
      {trip.state === 'absent' ? <p>{transit.absent}</p> : null}
      {trip.state === 'failed' ? (
        <div role="alert">
          <p>{transit.failed}</p>
          <Button onClick={trips.retry}>{shell.retry}</Button>
        </div>
      ) : null}
      {trip.state === 'known' ? <KnownTripView trip={trip} trips={trips} journey={journey} /> : null}
    </Panel>
  );
};

interface KnownTripViewProps {
  readonly trip: Extract<Trip, { state: 'known' }>;
  readonly trips: Trips;
  readonly journey: Journey;
}

const KnownTripView = ({ trip, trips, journey }: KnownTripViewProps) => {
  const language = useLanguage();
  const { transit } = useWords();
  const booked = bookedText(trip, language, transit);
  const assumed = assumedText(trip, language, transit);
  const { earlyMinutes, lateMinutes, homeBy, darkWalkMinutes } = trip.settings;
  const isWalked = trip.mode === 'foot' || trip.mode === 'public-transport';
  const { cell } = journey.travel;
  return (
    <>
      <TripTimes trip={trip} />
      <p>{transit.statuses[trip.trip.status]}.</p>
      {booked === null ? null : (
        <p>
          <strong>{booked}</strong>
        </p>
      )}
      {assumed === null ? null : <p>{assumed}</p>}
      <TripFacts trip={trip} />
      {/* Where neither half exists there is nothing to show, and no reason to name the cell to the server. */}
      {cell === null || trip.trip.status === 'none' ? null : (
        <TripJourneys
          key={`${cell.id} ${trip.mode}`}
          occurrenceId={trip.event.occurrenceId}
          mode={trip.mode}
          settings={trip.settings}
          cellId={cell.id}
        />
      )}
      <p className="field-hint">
        {fill(transit.rules, {
          early: earlyMinutes,
          late: lateMinutes,
          homeBy: language === 'lv' ? homeBy.replace(':', '.') : homeBy,
        })}
        {isWalked && darkWalkMinutes !== null
          ? ` ${fill(transit.darkWalk, { minutes: darkWalkMinutes })}`
          : ''}
      </p>
      <p className="field-hint">
        {trips.isModelTimetable && trip.mode === 'public-transport' ? (
          <>
            <ModelBadge /> {transit.model}.{' '}
          </>
        ) : null}
        {trips.methodHref === null ? null : <a href={ownPath(trips.methodHref)}>{transit.method}</a>}
      </p>
    </>
  );
};

/** The two times one must remember, or the reason in the place of the one there is not. */
const TripTimes = ({ trip }: Pick<KnownTripViewProps, 'trip'>) => {
  const language = useLanguage();
  const { transit } = useWords();
  const { leaveBy, homeAt, outboundReason } = trip.trip;
  return (
    <dl className="trip-times">
      <div>
        <dt>{transit.leaveBy}</dt>
        {leaveBy === null ? (
          <dd className="trip-reason">{reasonText(outboundReason, transit)}</dd>
        ) : (
          <dd>{clock(language, leaveBy)}</dd>
        )}
      </div>
      <div>
        <dt>{transit.homeAt}</dt>
        {homeAt === null ? (
          <dd className="trip-reason">{homewardText(trip, language, transit)}</dd>
        ) : (
          <dd>{clockAfter(language, homeAt, trip.event.startsAt, transit)}</dd>
        )}
      </div>
    </dl>
  );
};

const TripFacts = ({ trip }: Pick<KnownTripViewProps, 'trip'>) => {
  const language = useLanguage();
  const { transit } = useWords();
  const { awayMinutes, waitMinutes, ridesOutbound, ridesHomeward } = trip.trip;
  if (awayMinutes === null) return null;
  const isRidden = (ridesOutbound ?? 0) + (ridesHomeward ?? 0) > 0;
  return (
    <dl className="facts">
      <div>
        <dt>{transit.away}</dt>
        <dd>{durationText(language, awayMinutes, transit)}</dd>
      </div>
      {waitMinutes === null ? null : (
        <div>
          <dt>{transit.waiting}</dt>
          <dd>{durationText(language, waitMinutes, transit)}</dd>
        </div>
      )}
      {isRidden ? (
        <div>
          <dt>{transit.rides}</dt>
          <dd>{fill(transit.ridesOf, { there: ridesOutbound ?? 0, home: ridesHomeward ?? 0 })}</dd>
        </div>
      ) : null}
    </dl>
  );
};
