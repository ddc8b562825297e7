import { useMemo } from 'react';
import { fill } from '#core/language/format.ts';
import { travelModes } from '#core/transit/travel-mode.ts';
import { datasetsOfTravel, useIsModel } from '../../model-data.ts';
import { problemView } from '../../request.ts';
import { ModelBadge } from '../../ui/badge.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Disclosure, Panel } from '../../ui/panel.tsx';
import { writeSearch } from '../../ui/search-state.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Failed } from '../../ui/status.tsx';
import { useSearchState } from '../../ui/use-search-state.ts';
import { travelChoices } from './choices.ts';
import { HomeField } from './home-field.tsx';
import { forgetMe } from './near-me.ts';
import { NearMeButton } from './near-me-button.tsx';
import { type Travel, useTravel } from './travel.ts';
import { TravelLine } from './travel-line.tsx';

/** The reader's journey on the pages of one event, venue or territory. */
export const useJourney = () => {
  const { state, update, rejected } = useSearchState(travelChoices);
  const travel = useTravel(state.home, state.mode);
  const search = useMemo(() => writeSearch(travelChoices, '', state), [state]);
  return { ...state, update, rejected, travel, search };
};

export type Journey = ReturnType<typeof useJourney>;

interface JourneyPanelProps {
  readonly journey: Journey;
  readonly venueId: string | null;
  /** True where what depends on the date stands beside it. */
  readonly isForDate?: boolean;
}

/** Way from home to one venue, with the choice of home and mode beside it. */
export const JourneyPanel = ({ journey, venueId, isForDate = false }: JourneyPanelProps) => {
  const { events, modes: modeNames } = useWords();
  const { home, mode, update, travel } = journey;
  const isModel = useIsModel(datasetsOfTravel(mode));
  return (
    <Panel title={events.travel}>
      {isForDate && mode === 'public-transport' ? null : (
        <p>
          <TravelLine time={travel.timeTo(venueId)} mode={mode} />
        </p>
      )}
      {travel.homeName === null ? null : <p>{fill(events.travelFrom, { home: travel.homeName })}</p>}
      <TravelProblem travel={travel} />
      <Segmented
        legend={events.mode}
        value={mode}
        options={travelModes.map((value) => ({ value, label: modeNames[value] }))}
        onChange={(next) => update({ mode: next }, 'replace')}
      />
      <Disclosure summary={events.travelTitle} isOpenAtFirst={travel.state === 'no-home'}>
        <HomeField
          home={home}
          onChange={(next) => {
            forgetMe();
            update({ home: next }, 'replace');
          }}
        />
        <NearMeButton isOutside={travel.state === 'outside'} />
        <p className="field-hint">{events.privacy}</p>
      </Disclosure>
      <p className="field-hint">
        {events.travelMethod} {isModel ? <ModelBadge /> : null}
      </p>
    </Panel>
  );
};

const TravelProblem = ({ travel }: { travel: Travel }) => {
  const language = useLanguage();
  return travel.state === 'failed' ? (
    <Failed problem={problemView(travel.error, language)} onRetry={travel.retry} />
  ) : null;
};
