import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { isoDay } from '#core/language/dates.ts';
import { plural } from '#core/language/format.ts';
import { pagePath } from '#core/language/routes.ts';
import { itemsQuery } from '../../api.ts';
import { ApiFailure } from '../../request.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Disclosure, Panel } from '../../ui/panel.tsx';
import { StatusBadge } from './event-card.tsx';
import { type Listing, toListing } from './events.ts';
import { timeOf, withSearch } from './texts.ts';
import { useNow } from './use-now.ts';

const absent = new ApiFailure({ kind: 'strange', status: 404 });

/** The coming dates of an event or, when it is over, its last one. */
export const useDates = (eventId: string) => {
  const language = useLanguage();
  const now = useNow();
  const coming = useQuery(
    itemsQuery(language, 'events', {
      eventId,
      datetime: `${isoDay(now)}/..`,
      sortby: 'startsAt',
      limit: 100,
    }),
  );
  const isOver = coming.data?.features.length === 0;
  const last = useQuery({
    ...itemsQuery(language, 'events', { eventId, sortby: '-startsAt', limit: 1 }),
    enabled: isOver,
  });
  const query = isOver ? last : coming;
  const listings = query.data?.features.map(toListing);
  const isAbsent = isOver && listings?.length === 0;
  return {
    data: isAbsent ? undefined : listings,
    error: isAbsent ? absent : query.error,
    refetch: query.refetch,
  };
};

/** Dates shown at once; a weekly rehearsal has dozens. */
const most = 8;

interface EventDatesProps {
  readonly listing: Listing;
  /** Choices that travel along to the pages of the other dates. */
  readonly search: string;
}

/** The coming dates of the same event. */
export const EventDates = ({ listing, search }: EventDatesProps) => {
  const language = useLanguage();
  const { events } = useWords();
  const now = useNow();
  const dates = useDates(listing.eventId).data?.filter(({ startsAt }) => new Date(startsAt) > now) ?? [];
  const rest = dates.slice(most);
  return (
    <Panel title={events.allDates}>
      {dates.length === 0 ? <p>{events.noDates}</p> : null}
      <DateLinks dates={dates.slice(0, most)} shownId={listing.id} search={search} />
      {rest.length === 0 ? null : (
        <Disclosure summary={plural(language, rest.length, events.moreDates)}>
          <DateLinks dates={rest} shownId={listing.id} search={search} />
        </Disclosure>
      )}
    </Panel>
  );
};

interface DateLinksProps {
  readonly dates: readonly Listing[];
  readonly shownId: string;
  readonly search: string;
}

const DateLinks = ({ dates, shownId, search }: DateLinksProps) => {
  const language = useLanguage();
  const { events } = useWords();
  return (
    <ul className="dates">
      {dates.map((date) => (
        <li key={date.id}>
          {date.id === shownId ? (
            <strong>
              {timeOf(date, language, events)} ({events.thisDate})
            </strong>
          ) : (
            <Link href={withSearch(pagePath('event', language, date.id), search)}>
              {timeOf(date, language, events)}
            </Link>
          )}{' '}
          <StatusBadge listing={date} />
        </li>
      ))}
    </ul>
  );
};
