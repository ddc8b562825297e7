import { useState } from 'react';
import { formatDay } from '#core/language/dates.ts';
import type { Mode } from '#core/roads/street.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { EventCard, ModelledNote } from './event-card.tsx';
import type { Candidate } from './selection.ts';
import { groupByDay } from './when.ts';

/** Cards drawn at once; more on request. */
const step = 50;

interface EventListProps {
  readonly rows: readonly Candidate[];
  readonly isByTime: boolean;
  /** Start of the interval asked for. */
  readonly from: Date;
  readonly mode: Mode;
  readonly travelSearch: string;
  readonly activeVenueId: string | null;
  readonly onActive: (venueId: string | null) => void;
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  readonly onNextPage: () => void;
}

/** Dates under the headings of their days, or in one list by the length of the way. */
export const EventList = (props: EventListProps) => {
  const { rows, isByTime, from, hasNextPage, isFetching, onNextPage } = props;
  const { events } = useWords();
  const [limit, setLimit] = useState(step);
  const shown = rows.slice(0, limit);
  const more = () => {
    setLimit(limit + step);
    if (limit + step >= rows.length && hasNextPage) onNextPage();
  };
  return (
    <>
      {rows.some(isModelled) ? <ModelledNote /> : null}
      {isByTime ? (
        <Days {...props} rows={shown} from={from} />
      ) : (
        <section>
          <h2>{events.nearestFirst}</h2>
          <Cards {...props} rows={shown} />
        </section>
      )}
      {rows.length > limit || hasNextPage ? (
        <Button onClick={more} disabled={isFetching} className="show-more">
          {events.showMore}
        </Button>
      ) : null}
    </>
  );
};

const isModelled = ({ listing, time }: Candidate) => listing.modelFields.length > 0 || time.state === 'known';

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
    {rows.map(({ listing, time }) => (
      <li key={listing.id}>
        <EventCard
          listing={listing}
          time={time}
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
