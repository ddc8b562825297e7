import type { RoundTripJourneys } from '#core/access/round-trip-answer.ts';
import { fill } from '#core/language/format.ts';
import type { TransitJourney } from '#core/transit/journey.ts';
import { useLanguage, useWords } from '../ui/language-context.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { JourneySteps } from './journey-steps.tsx';
import { clock, durationText } from './times.ts';
import { homewardText, type KnownTrip, reasonText } from './trip-text.ts';

/** The half of a round trip that a map draws. */
export type Half = 'there' | 'home';

/** The journey of a half; null where that half fails. */
export const journeyOf = ({ outbound, homeward }: RoundTripJourneys, half: Half): TransitJourney | null =>
  half === 'there' ? outbound : homeward;

interface BothJourneysProps {
  readonly answer: RoundTripJourneys;
  readonly settings: KnownTrip['settings'];
  readonly drawn: Half;
  readonly onDraw: (half: Half) => void;
}

/** The way there and the way home, each stop by stop or with the reason why there is none. */
export const BothJourneys = ({ answer, settings, drawn, onDraw }: BothJourneysProps) => {
  const language = useLanguage();
  const { transit } = useWords();
  const { trip, event, query } = answer;
  const known = { trip, event, settings, mode: query.mode };
  const waitText = (from: string | undefined, to: string | undefined, template: string) => {
    if (from === undefined || to === undefined) return '';
    const minutes = (new Date(to).getTime() - new Date(from).getTime()) / 60_000;
    return minutes < 1 ? '' : fill(template, { minutes: durationText(language, minutes, transit) });
  };
  return (
    <>
      {answer.outbound && answer.homeward ? (
        <Segmented
          legend={transit.drawn}
          value={drawn}
          options={[
            { value: 'there', label: transit.there },
            { value: 'home', label: transit.home },
          ]}
          onChange={onDraw}
        />
      ) : null}
      <OneWay
        title={transit.there}
        journey={answer.outbound}
        known={known}
        reason={reasonText(trip.outboundReason, transit)}
        wait={waitText(answer.outbound?.arrivesAt, event.startsAt, transit.waitAtVenue)}
      />
      <OneWay
        title={transit.home}
        journey={answer.homeward}
        known={known}
        reason={homewardText(known, language, transit)}
        wait={waitText(event.endsAt, answer.homeward?.departsAt, transit.waitAfter)}
      />
      <p className="field-hint">{query.mode === 'public-transport' ? transit.straight : transit.sameWay}</p>
    </>
  );
};

interface OneWayProps {
  readonly title: string;
  readonly journey: TransitJourney | null;
  readonly known: KnownTrip;
  readonly reason: string;
  /** Time between the journey and the event, in words; '' where there is none to speak of. */
  readonly wait: string;
}

const OneWay = ({ title, journey, known, reason, wait }: OneWayProps) => {
  const language = useLanguage();
  const { transit } = useWords();
  if (journey === null) {
    return (
      <section>
        <h3>{title}</h3>
        <p>{reason === '' ? transit.noLegs : reason}</p>
      </section>
    );
  }
  const span = fill(transit.journeySpan, {
    from: clock(language, journey.departsAt),
    to: clock(language, journey.arrivesAt, 'up'),
    minutes: durationText(language, journey.minutes, transit),
  });
  return (
    <section>
      <h3>
        {title}: <span className="journey-span">{span}</span>
      </h3>
      <JourneySteps journey={journey} mode={known.mode} />
      {wait === '' ? null : <p className="muted">{wait}</p>}
    </section>
  );
};
