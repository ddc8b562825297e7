import './explore.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type Language, pagePath } from '#core/language/routes.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { apiBase, featureQuery } from '../../api.ts';
import { apiUrl } from '../../request.ts';
import { ModelBadge } from '../../ui/badge.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { RejectedNote } from '../../ui/rejected-note.tsx';
import { ModelNote, StatusBadge } from './event-card.tsx';
import { EventDates, useDates } from './event-dates.tsx';
import { type Listing, toListing } from './events.ts';
import { Facts, OutsideLink } from './facts.tsx';
import { JourneyPanel, useJourney } from './journey.tsx';
import { One } from './one.tsx';
import { SourceNote } from './source-note.tsx';
import { audienceOf, nameOf, priceOf, timeOf, titleOf, withSearch } from './texts.ts';
import { TripPanel } from './trip-panel.tsx';
import { VenueMap } from './venue-map.tsx';

const isOneDate = (id: string) => /_\d{8}T\d{4}$/.test(id);

/** One event: what, when, where, for how much, by whom, how sure, and the way there. */
const EventPage = ({ id }: { id: string }) =>
  isOneDate(id) ? <OneDate id={id} /> : <NextDate eventId={id} />;

/** The address of one date, also of a past one. */
const OneDate = ({ id }: { id: string }) => {
  const date = useQuery(featureQuery(useLanguage(), 'events', id));
  return <One query={date}>{(feature) => <EventView listing={toListing(feature)} />}</One>;
};

/** The address of an event without a date: its next one or, when it is over, its last one. */
const NextDate = ({ eventId }: { eventId: string }) => (
  <One query={useDates(eventId)}>{([first]) => (first ? <EventView listing={first} /> : null)}</One>
);

const EventView = ({ listing }: { listing: Listing }) => {
  const language = useLanguage();
  const { events, transit } = useWords();
  const journey = useJourney();
  const venue = useQuery({
    ...featureQuery(language, 'venues', listing.venueId ?? ''),
    enabled: listing.venueId !== null,
  }).data;
  const description =
    language === 'en' ? (listing.descriptionEn ?? listing.descriptionLv) : listing.descriptionLv;
  return (
    <article className="page page-three">
      <div className="part-main">
        <PageHeading title={titleOf(listing, language)} />
        <p>
          <StatusBadge listing={listing} /> {listing.isModel ? <ModelBadge /> : null}
        </p>
        <RejectedNote rejected={journey.rejected} />
        {description === null ? null : <p lang={descriptionLanguage(listing, language)}>{description}</p>}
        <EventFacts listing={listing} address={venue?.properties.address ?? null} search={journey.search} />
        <ModelNote listing={listing} />
        {listing.modelFields.length > 0 ? <p>{events.checkWithOrganiser}</p> : null}
        <p className="print-hidden">
          <IcsLink occurrenceId={listing.id} />
        </p>
      </div>
      <div className="part-side">
        <JourneyPanel journey={journey} venueId={listing.venueId} isForDate />
        <TripPanel listing={listing} journey={journey} />
        {venue ? <VenueMap venue={venue} name={nameOf(venue.properties, language)} count={1} /> : null}
        <p className="print-hidden">
          <Link href={whoCanCome(listing.id, journey.mode, language)}>{transit.event.lead}</Link>
        </p>
      </div>
      <div className="part-rest">
        <SourceNote
          dataset="events"
          list={listing.list}
          source={listing.source}
          confidence={listing.confidence}
        />
        <EventDates listing={listing} search={journey.search} />
      </div>
    </article>
  );
};

/** Into the planner's door: who of everybody can come to this date and get home. */
const whoCanCome = (occurrenceId: string, mode: TravelMode, language: Language) =>
  `${pagePath('access', language)}?ask=event&event=${occurrenceId}&mode=${mode}`;

/** A text that exists in Latvian only says so to screen readers. */
const descriptionLanguage = (listing: Listing, language: 'lv' | 'en') =>
  language === 'en' && listing.descriptionEn === null ? 'lv' : undefined;

interface EventFactsProps {
  readonly listing: Listing;
  readonly address: string | null;
  readonly search: string;
}

const EventFacts = ({ listing, address, search }: EventFactsProps) => {
  const language = useLanguage();
  const { common, events, eventCategories } = useWords();
  const venuePath = listing.venueId === null ? null : pagePath('venue', language, listing.venueId);
  return (
    <Facts
      facts={[
        {
          term: events.time,
          value: <time dateTime={listing.startsAt}>{timeOf(listing, language, events)}</time>,
        },
        {
          term: events.place,
          value:
            venuePath === null ? (
              listing.place
            ) : (
              <Link href={withSearch(venuePath, search)}>{listing.venueName ?? listing.place}</Link>
            ),
        },
        { term: events.address, value: address },
        { term: events.admission, value: priceOf(listing, language, events) },
        { term: events.categoryTitle, value: eventCategories[listing.category] },
        { term: events.audience, value: audienceOf(listing.audience, events) },
        { term: events.organiser, value: listing.organiser ?? common.notStated },
        { term: events.more, value: listing.url === null ? null : <OutsideLink url={listing.url} /> },
      ]}
    />
  );
};

const IcsLink = ({ occurrenceId }: { occurrenceId: string }) => {
  const { events } = useWords();
  const path = `${apiBase}/events/${encodeURIComponent(occurrenceId)}.ics`;
  return <a href={apiUrl(path, useLanguage())}>{events.addToCalendar}</a>;
};

export default EventPage;
