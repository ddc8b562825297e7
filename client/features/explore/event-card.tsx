import { Link } from 'wouter';
import { fill } from '#core/language/format.ts';
import { pagePath } from '#core/language/routes.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { useIsModel } from '../../model-data.ts';
import { Badge, ModelBadge } from '../../ui/badge.tsx';
import { classes } from '../../ui/classes.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import type { Listing } from './events.ts';
import { clockOf, modelFieldsOf, modelledOf, priceOf, timeOf, titleOf, withSearch } from './texts.ts';
import type { TravelTime } from './travel.ts';
import { TravelLine } from './travel-line.tsx';
import { TripLine } from './trip-line.tsx';
import type { Trip } from './trips.ts';

interface EventCardProps {
  readonly listing: Listing;
  readonly time: TravelTime;
  readonly trip: Trip;
  readonly mode: TravelMode;
  /** Query string that keeps home and mode on the pages a card leads to. */
  readonly travelSearch: string;
  /** True under a heading that names the day: then the card shows the hours alone. */
  readonly isUnderDay?: boolean;
  readonly isActive: boolean;
  readonly onActive: (venueId: string | null) => void;
}

/** One date of an event in the list; hovering or focusing it shows its pin. */
export const EventCard = (props: EventCardProps) => {
  const { listing, travelSearch, isUnderDay = false, isActive, onActive } = props;
  const language = useLanguage();
  const { events } = useWords();
  const clock = isUnderDay ? clockOf(listing, language) : null;
  const activate = () => onActive(listing.venueId);
  return (
    // Hovering only lights up a pin on the map; all that the card can do is in its links.
    <article
      className={classes(
        'card',
        clock !== null && 'card-clocked',
        isActive && 'card-active',
        listing.status === 'cancelled' && 'card-cancelled',
      )}
      onMouseEnter={activate}
      onMouseLeave={() => onActive(null)}
      onFocus={activate}
      onBlur={() => onActive(null)}
    >
      <h3>
        <Link href={withSearch(pagePath('event', language, listing.id), travelSearch)}>
          {titleOf(listing, language)}
        </Link>{' '}
        <StatusBadge listing={listing} />
      </h3>
      <p className="card-time">
        <time dateTime={listing.startsAt}>
          {clock === null ? timeOf(listing, language, events) : <strong>{clock.start}</strong>}
          {clock?.end ? <span>–{clock.end}</span> : null}
        </time>
      </p>
      <p>
        {listing.venueId !== null && listing.venueName !== null ? (
          <Link href={withSearch(pagePath('venue', language, listing.venueId), travelSearch)}>
            {listing.venueName}
          </Link>
        ) : (
          listing.place
        )}
      </p>
      {listing.status === 'cancelled' ? null : <TripLine trip={props.trip} />}
      <CardFacts {...props} />
    </article>
  );
};

/** The way, the price, the kind, and what of it is modelled: each at a glance. */
const CardFacts = ({ listing, time, mode }: EventCardProps) => {
  const language = useLanguage();
  const { events, eventCategories } = useWords();
  const modelled = modelledOf(listing.modelFields, events);
  return (
    <p className="card-facts">
      {mode === 'public-transport' ? null : <TravelLine time={time} mode={mode} isMarked={false} />}
      <span className={`price price-${listing.price}`}>{priceOf(listing, language, events)}</span>
      <span>{eventCategories[listing.category]}</span>
      {modelled === '' ? null : (
        <span className="modelled">{fill(events.modelled.short, { what: modelled })}</span>
      )}
    </p>
  );
};

interface ModelledNoteProps {
  readonly listings: readonly Pick<Listing, 'modelFields'>[];
  /** True where the list shows how long the way is. */
  readonly hasTravel: boolean;
  readonly isTimetable: boolean;
}

/** Says once for a whole list what its cards only mark in a word; nothing where nothing is a model's. */
export const ModelledNote = ({ listings, hasTravel, isTimetable }: ModelledNoteProps) => {
  const { events, transit } = useWords();
  const isModelWay = useIsModel(['streets', 'population']);
  const notes = [
    ...(listings.some(({ modelFields }) => modelFields.length > 0) ? [events.modelled.note] : []),
    ...(hasTravel && isModelWay ? [events.modelled.travelNote] : []),
    ...(hasTravel && isTimetable ? [transit.modelNote] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <p className="modelled-note">
      <ModelBadge /> {notes.join(' ')} {events.checkWithOrganiser}
    </p>
  );
};

/** Cancelled, moved or postponed, with the note; nothing for a date that simply takes place. */
export const StatusBadge = ({ listing }: { listing: Pick<Listing, 'status' | 'statusNote'> }) => {
  const { eventStatuses } = useWords();
  if (listing.status === 'scheduled') return null;
  const note = listing.statusNote === null ? '' : `: ${listing.statusNote}`;
  return (
    <Badge kind="warning">
      {eventStatuses[listing.status]}
      {note}
    </Badge>
  );
};

/** Says which facts were assumed by the model and not published by anybody. */
export const ModelNote = ({ listing }: { listing: Pick<Listing, 'modelFields'> }) => {
  const { events } = useWords();
  const fields = modelFieldsOf(listing.modelFields, events);
  return fields === '' ? null : <p className="model-note">{fill(events.modelPrefix, { fields })}</p>;
};
