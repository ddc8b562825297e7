import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { plural } from '#core/language/format.ts';
import { pagePath } from '#core/language/routes.ts';
import { itemsQuery } from '../../api.ts';
import { problemView, type QueryValues } from '../../request.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';
import { writeSearch } from '../../ui/search-state.ts';
import { Failed, Loading } from '../../ui/status.tsx';
import { eventChoices } from './choices.ts';
import { EventCard, ModelledNote } from './event-card.tsx';
import { toListing } from './events.ts';
import type { Journey } from './journey.tsx';
import { useTrips } from './trips.ts';
import { useNow } from './use-now.ts';
import { intervalOf, toDatetime } from './when.ts';

/** Cards shown; the rest is one link away in the door of events. */
const most = 10;

interface ComingEventsProps {
  readonly title: string;
  /** `venueId` or `territoryId`, as the API filters. */
  readonly filter: QueryValues;
  /** The same narrowing in the door of events. */
  readonly choice: { readonly venue: string } | { readonly in: string };
  readonly journey: Journey;
}

/** The first dates of the next 30 days that fit a filter. */
export const useComing = (filter: QueryValues) => {
  const interval = intervalOf('30days', { from: '', to: '' }, useNow());
  const datetime = toDatetime(interval);
  const query = { ...filter, datetime, sortby: 'startsAt', limit: most };
  return useQuery(itemsQuery(useLanguage(), 'events', query));
};

/** The next 30 days at a venue or in a territory. */
export const ComingEvents = ({ title, filter, choice, journey }: ComingEventsProps) => {
  const language = useLanguage();
  const { events } = useWords();
  const { data, error, refetch } = useComing(filter);
  const search = writeSearch(eventChoices, journey.search, choice);
  const listings = useMemo(() => data?.features.map(toListing) ?? [], [data]);
  const trips = useTrips(journey.travel, journey.mode, listings);
  return (
    <Panel title={title}>
      {data === undefined && error === null ? <Loading /> : null}
      {data === undefined && error !== null ? (
        <Failed problem={problemView(error, language)} onRetry={() => void refetch()} />
      ) : null}
      {data?.features.length === 0 ? <p>{events.noEventsHere}</p> : null}
      <ModelledNote
        listings={listings}
        hasTravel={listings.length > 0 && journey.travel.state === 'known'}
        isTimetable={journey.mode === 'public-transport' && trips.isModelTimetable}
      />
      <ol className="cards">
        {listings.map((listing) => (
          <li key={listing.id}>
            <EventCard
              listing={listing}
              time={journey.travel.timeTo(listing.venueId)}
              trip={trips.tripOf(listing)}
              mode={journey.mode}
              travelSearch={journey.search}
              isActive={false}
              onActive={() => undefined}
            />
          </li>
        ))}
      </ol>
      {data && data.numberMatched > data.features.length ? (
        <p>
          <Link href={`${pagePath('events', language)}?${search}`}>
            {plural(language, data.numberMatched, events.count)}
          </Link>
        </p>
      ) : null}
    </Panel>
  );
};
