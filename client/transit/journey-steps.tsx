import './transit.css';
import { fill, formatKilometres, plural } from '#core/language/format.ts';
import type { RideLeg, TransitJourney, WalkLeg } from '#core/transit/journey.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { useLanguage, useWords } from '../ui/language-context.tsx';
import { Disclosure } from '../ui/panel.tsx';
import { clock, durationText } from './times.ts';

/** Waiting below this is told by the clock alone. */
const leastWaitMinutes = 1;

/** A walk below this is a few steps: where one gets off is where one wants to be. */
const leastWalkMinutes = 0.5;

interface JourneyStepsProps {
  readonly journey: TransitJourney;
  readonly mode: TravelMode;
}

/** A journey leg by leg with the minute of each: walk, wait, ride with its stops to open, arrival. */
export const JourneySteps = ({ journey, mode }: JourneyStepsProps) => {
  const language = useLanguage();
  const last = journey.legs.at(-1);
  return (
    <ol className="steps">
      {journey.legs
        .filter(isTold)
        .map((leg) =>
          leg.kind === 'walk' ? (
            <WalkStep key={`walk ${leg.departsAt}`} leg={leg} mode={mode} />
          ) : (
            <RideSteps key={`${leg.tripId} ${leg.departsAt}`} leg={leg} />
          ),
        )}
      <Step time={clock(language, journey.arrivesAt, 'up')} kind="end">
        <strong>{last?.to.name ?? ''}</strong>
      </Step>
    </ol>
  );
};

const isTold = (leg: WalkLeg | RideLeg) => leg.kind === 'ride' || leg.minutes >= leastWalkMinutes;

const Step = ({ time, kind, children }: { time: string; kind: string; children: React.ReactNode }) => (
  <li className={`step step-${kind}`}>
    <span className="step-time">{time}</span>
    <div>{children}</div>
  </li>
);

const WalkStep = ({ leg, mode }: { leg: WalkLeg; mode: TravelMode }) => {
  const language = useLanguage();
  const { transit } = useWords();
  const isWalked = mode === 'foot' || mode === 'public-transport';
  const what = fill(transit.walkTo, { how: transit.walk[mode], place: leg.to.name });
  return (
    <Step time={clock(language, leg.departsAt)} kind={isWalked ? 'walk' : 'ride'}>
      {what}{' '}
      <span className="muted">
        {durationText(language, leg.minutes, transit)}, {formatKilometres(language, leg.km)}
      </span>
    </Step>
  );
};

const RideSteps = ({ leg }: { leg: RideLeg }) => {
  const language = useLanguage();
  const { transit } = useWords();
  const vehicle = transit.vehicles[leg.vehicle];
  // A railway may call its only line "Train": said once.
  const line = leg.line.toLocaleLowerCase() === vehicle.toLocaleLowerCase() ? '' : leg.line;
  const name = fill(transit.ride, { vehicle, line }).trim();
  const waited = durationText(language, leg.waitMinutes, transit);
  return (
    <>
      {leg.waitMinutes < leastWaitMinutes ? null : (
        <Step time="" kind="wait">
          <span className="muted">{fill(transit.wait, { minutes: waited })}</span>
        </Step>
      )}
      <Step time={clock(language, leg.departsAt)} kind="ride">
        <strong>{name}</strong> {leg.lineName === leg.line ? '' : leg.lineName}
        {leg.headsign === '' ? '' : `, ${fill(transit.towards, { place: leg.headsign })}`}
        <span className="muted"> {durationText(language, leg.minutes, transit)}</span>
        <p>{fill(transit.getOn, { stop: leg.from.name })}</p>
        <StopsBetween leg={leg} />
        <p>
          {fill(transit.getOff, { stop: leg.to.name })} <time>{clock(language, leg.arrivesAt)}</time>
        </p>
      </Step>
    </>
  );
};

const StopsBetween = ({ leg }: { leg: RideLeg }) => {
  const language = useLanguage();
  const { transit } = useWords();
  const between = leg.stops.slice(1, -1);
  if (between.length === 0) return null;
  return (
    <Disclosure summary={plural(language, between.length, transit.stopsBetween)}>
      <ul className="stops">
        {between.map((stop) => (
          <li key={`${stop.stopId} ${stop.departsAt}`}>
            <time>{clock(language, stop.departsAt)}</time> {stop.name}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
};
