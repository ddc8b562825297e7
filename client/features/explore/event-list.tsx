import { formatDay } from '#core/language/dates.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { EventCard, ModelledNote } from './event-card.tsx';
import type { Candidate } from './selection.ts';
import { groupByDay } from './when.ts';

interface EventListProps {
  readonly rows: readonly Candidate[];
  readonly isByTime: boolean;
  /** Start of the interval asked for. */
  readonly from: Date;
  readonly mode: TravelMode;
  /** True when rides are told by the timetable of a model. */
  readonly isModelTimetable: boolean;
  readonly travelSearch: string;
  readonly activeVenueId: string | null;
  readonly onActive: (venueId: string | null) => void;
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  /** Cards drawn. */
  readonly limit: number;
  readonly onMore: () => void;
}

/** Dates under the headings of their days, or in one list by the length of the way. */
export const EventList = (props: EventListProps) => {
  const { rows, isByTime, from, hasNextPage, isFetching, limit, onMore } = props;
  const { events } = useWords();
  const shown = rows.slice(0, limit);
  return (
    <>
      <ModelledNote
        listings={rows.map(({ listing }) => listing)}
        hasTravel={rows.some(({ time }) => time.state === 'known') || props.isModelTimetable}
        isTimetable={props.isModelTimetable}
      />
      {isByTime ? (
        <Days {...props} rows={shown} from={from} />
      ) : (
        <section>
          <h2>{events.nearestFirst}</h2>
          <Cards {...props} rows={shown} />
        </section>
      )}
      {rows.length > limit || hasNextPage ? (
        <Button onClick={onMore} disabled={isFetching} className="show-more">
          {events.showMore}
        </Button>
      ) : null}
    </>
  );
};

const Days = (props: EventListProps) => {
  const language = useLanguage();
  const { events } = useWords();
  const rows = props.rows.map((row) => ({ ...row, startsAt: row.listing.startsAt }));
  return groupByDay(rows, props.from).map((group) => (
    <section key={group.day ?? 'under-way'}>
      <h2 className="day">
        {group.day === null ? events.alreadyOn : formatDay(language, new Date(`${group.day}T12:00:00Z`))}
      </h2>
      <Cards {...props} rows={group.rows} isUnderDay={group.day !== null} />
    </section>
  ));
};

const Cards = ({
  rows,
  mode,
  travelSearch,
  isUnderDay = false,
  activeVenueId,
  onActive,
}: EventListProps & { isUnderDay?: boolean }) => (
  <ol className="cards">
    {rows.map(({ listing, time, trip }) => (
      <li key={listing.id}>
        <EventCard
          listing={listing}
          time={time}
          trip={trip}
          mode={mode}
          travelSearch={travelSearch}
          isUnderDay={isUnderDay}
          isActive={activeVenueId !== null && activeVenueId === listing.venueId}
          onActive={onActive}
        />
      </li>
    ))}
  </ol>
);
