import type { Way } from '#core/access/answer.ts';
import { fill } from '#core/language/format.ts';
import { JourneySteps } from '../../transit/journey-steps.tsx';
import { clock, durationText } from '../../transit/times.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Disclosure } from '../../ui/panel.tsx';

interface WayJourneysProps {
  readonly way: Way;
  /** Index of the journey drawn on the map. */
  readonly drawn: number;
  readonly onDraw: (index: number) => void;
}

/** The journeys of the window, stop by stop: the one opened last is drawn on the map. */
export function WayJourneys({ way, drawn, onDraw }: WayJourneysProps) {
  const language = useLanguage();
  const { transit } = useWords();
  if (way.journeys.length === 0) return <p>{transit.noJourneys}</p>;
  return (
    <section>
      <h4>{transit.journeysOf}</h4>
      {way.journeys.map((journey, index) => (
        <Disclosure
          key={`${journey.departsAt} ${journey.arrivesAt}`}
          isOpenAtFirst={index === drawn}
          onOpen={() => onDraw(index)}
          summary={fill(transit.journeySpan, {
            from: clock(language, journey.departsAt),
            to: clock(language, journey.arrivesAt, 'up'),
            minutes: durationText(language, journey.minutes, transit),
          })}
        >
          <JourneySteps journey={journey} mode={way.mode} />
        </Disclosure>
      ))}
      <p className="note">{transit.straight}</p>
    </section>
  );
}
