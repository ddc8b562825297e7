import type { Way } from '#core/access/answer.ts';
import { fill, formatKilometres } from '#core/language/format.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Loading } from '../../ui/status.tsx';
import { placeName } from './parish-columns.tsx';
import type { WaysState } from './place-panel.tsx';
import { formatValue } from './values.ts';
import type { AccessView } from './view.ts';
import { WayJourneys } from './way-journeys.tsx';
import { WayLegs } from './way-legs.tsx';

interface WaysProps {
  readonly view: AccessView;
  readonly update: (changes: Partial<AccessView>) => void;
  readonly ways: WaysState;
}

/** The nearest destinations of a home; the one chosen is drawn on the map and told leg by leg. */
export function Ways({ view, update, ways }: WaysProps) {
  const { access } = useWords();
  if (ways.isFailed) {
    return (
      <div role="alert">
        <p>{access.waysFailed}</p>
        <Button onClick={ways.retry}>{access.retry}</Button>
      </div>
    );
  }
  if (ways.list === null) return <Loading label={access.waysLoading} />;
  const from = ways.list[0]?.from.label;
  const shown = ways.list[view.way - 1];
  return (
    <section className="ways">
      <h3>{from === undefined ? access.ways : fill(access.waysFrom, { place: from })}</h3>
      <ol className="way-list">
        {ways.list.map((way, index) => (
          <li key={way.to.venueId ?? way.to.nameLv}>
            <WayChoice
              way={way}
              isShown={index === view.way - 1}
              onChoose={() => update({ way: index + 1, journey: 1 })}
            />
          </li>
        ))}
      </ol>
      {shown ? <ShownWay way={shown} view={view} update={update} /> : null}
    </section>
  );
}

/** Road by road; by public transport stop by stop, also where the percentile asked for is not reached. */
function ShownWay({ way, view, update }: { way: Way } & Pick<WaysProps, 'view' | 'update'>) {
  if (way.mode === 'public-transport') {
    return (
      <WayJourneys
        key={`${way.to.venueId} ${way.from.label}`}
        way={way}
        drawn={view.journey - 1}
        onDraw={(index) => update({ journey: index + 1 })}
      />
    );
  }
  return way.minutes === null ? null : <WayLegs way={way} />;
}

interface WayChoiceProps {
  readonly way: Way;
  readonly isShown: boolean;
  readonly onChoose: () => void;
}

function WayChoice({ way, isShown, onChoose }: WayChoiceProps) {
  const language = useLanguage();
  const words = useWords();
  const name = placeName(way.to, language);
  if (way.minutes === null) {
    const reason = way.reason === null ? words.access.legendBlank : words.reasons[way.reason];
    return (
      <>
        {name}: {fill(words.access.noWay, { reason })}
      </>
    );
  }
  return (
    <button type="button" className="way-choice" aria-pressed={isShown} onClick={onChoose}>
      <span>{name}</span>
      <span className="way-numbers">
        {formatValue(language, 'min', way.minutes, null)}
        {way.km === null ? null : `, ${formatKilometres(language, way.km)}`}
      </span>
    </button>
  );
}
