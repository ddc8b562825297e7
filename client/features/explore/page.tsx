import './explore.css';
import { useState } from 'react';
import type { Bbox } from '#core/place/units.ts';
import { EventsMap } from '../../map/events-map.tsx';
import { problemView } from '../../request.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Disclosure } from '../../ui/panel.tsx';
import { RejectedNote } from '../../ui/rejected-note.tsx';
import { writeSearch } from '../../ui/search-state.ts';
import { Empty, Failed, Loading } from '../../ui/status.tsx';
import { useWideScreen } from '../../ui/use-wide-screen.ts';
import { travelChoices } from './choices.ts';
import { EventList } from './event-list.tsx';
import { EventFilters, TravelFilters } from './filters.tsx';
import { Summary } from './summary.tsx';
import { type Explore, useExplore } from './use-explore.ts';
import { useTerritoryName } from './use-territory-name.ts';

/** The first door: what is on, where, and how long the way is; a list with a map in step. */
const EventsPage = () => {
  const { events, shell } = useWords();
  const explore = useExplore();
  const chosen = useChosen(explore);
  const [activeVenueId, setActiveVenueId] = useState<string | null>(null);
  const { inSight, onMove } = useInSight(explore);
  return (
    <div className="explore">
      <div className="explore-top">
        <PageHeading title={shell.doors.events} />
        <p className="intro">{events.intro}</p>
        <p className="print-only">
          {events.filters}: {chosen}
        </p>
        <RejectedNote rejected={explore.rejected} />
      </div>
      <Choices explore={explore} chosen={chosen} inSight={inSight} />
      <section className="explore-list" aria-label={events.list}>
        <List explore={explore} activeVenueId={activeVenueId} onActive={setActiveVenueId} />
      </section>
      <MapBeside explore={explore} activeVenueId={activeVenueId} onMove={onMove} />
    </div>
  );
};

/** What the map shows, rounded outwards; where the list is narrowed to it, the address follows every move. */
const useInSight = ({ choices, update }: Explore) => {
  const [inSight, setInSight] = useState<Bbox | null>(null);
  const onMove = ([west, south, east, north]: Bbox) => {
    const down = (degrees: number) => Math.floor(degrees * 100) / 100;
    const up = (degrees: number) => Math.ceil(degrees * 100) / 100;
    const next: Bbox = [down(west), down(south), up(east), up(north)];
    // The first call only tells what the map began with: a link keeps the part of the land it names.
    if (inSight !== null && choices.bbox !== null) update({ bbox: next }, 'replace');
    setInSight(next);
  };
  return { inSight, onMove };
};

interface ChoicesProps {
  readonly explore: Explore;
  readonly chosen: string;
  readonly inSight: Bbox | null;
}

/** On a phone the fields are folded away, and the folded line says what is chosen. */
const Choices = ({ explore, chosen, inSight }: ChoicesProps) => {
  const { events } = useWords();
  const isWide = useWideScreen();
  const { choices, update, travel } = explore;
  const what = `${events.filters}: ${chosen}`;
  const way = travel.homeName === null ? events.travelTitle : `${events.travelTitle}: ${travel.homeName}`;
  return (
    <section className="explore-choices print-hidden" aria-label={events.filters}>
      <Disclosure key={`what-${isWide}`} summary={isWide ? events.filters : what} isOpenAtFirst={isWide}>
        <EventFilters choices={choices} update={update} inSight={inSight} />
      </Disclosure>
      <Disclosure key={`way-${isWide}`} summary={way} isOpenAtFirst={isWide}>
        <TravelFilters choices={choices} update={update} travel={travel} />
      </Disclosure>
    </section>
  );
};

/** What the list is narrowed by, in one line. */
const useChosen = ({ choices }: Explore): string => {
  const { events, eventCategories, transit } = useWords();
  const territory = useTerritoryName(choices.in === '' ? null : choices.in);
  const parts = [
    events.when[choices.when],
    choices.in === '' ? events.everywhere : (territory ?? choices.in),
    choices.category === '' ? '' : eventCategories[choices.category],
    choices.free ? events.freeOnly : '',
    choices.roundTrip ? transit.only : '',
    choices.bbox === null ? '' : events.inSightOnly,
    choices.q.trim() === '' ? '' : `“${choices.q.trim()}”`,
  ];
  return parts.filter(Boolean).join(', ');
};

interface InStep {
  readonly explore: Explore;
  readonly activeVenueId: string | null;
}

const List = ({ explore, activeVenueId, onActive }: InStep & { onActive: (id: string | null) => void }) => {
  const language = useLanguage();
  const { choices, pages, selection, isImpossible } = explore;
  if (isImpossible) return <Nothing explore={explore} />;
  if (pages.isError && !pages.data) {
    return <Failed problem={problemView(pages.error, language)} onRetry={() => void pages.refetch()} />;
  }
  if (!pages.data) return <Loading />;
  if (selection.rows.length === 0 && !pages.hasNextPage) return <Nothing explore={explore} />;
  return (
    <div aria-busy={pages.isFetching}>
      <Summary explore={explore} />
      <EventList
        rows={selection.rows}
        isByTime={choices.sort === 'time'}
        from={explore.from}
        mode={choices.mode}
        isModelTimetable={choices.mode === 'public-transport' && explore.trips.isModelTimetable}
        travelSearch={writeSearch(travelChoices, '', { home: choices.home, mode: choices.mode })}
        activeVenueId={activeVenueId}
        onActive={onActive}
        hasNextPage={pages.hasNextPage}
        isFetching={pages.isFetchingNextPage}
        limit={explore.limit}
        onMore={explore.showMore}
      />
      {pages.isFetchNextPageError ? (
        <Failed problem={problemView(pages.error, language)} onRetry={() => void pages.fetchNextPage()} />
      ) : null}
    </div>
  );
};

/** Nothing fits: what was chosen is taken back but for the home, which is never why a list is empty. */
const Nothing = ({ explore }: { explore: Explore }) => {
  const language = useLanguage();
  const { events } = useWords();
  const cleared = { when: '30days', from: '', to: '', in: '', category: '', free: false } as const;
  return (
    <Empty title={events.none}>
      <p>{events.noneHint}</p>
      <Button
        onClick={() =>
          explore.update({ ...cleared, q: '', within: '', roundTrip: false, venue: '', bbox: null })
        }
      >
        {events.clear}
      </Button>
      {explore.pages.isError ? <Failed problem={problemView(explore.pages.error, language)} /> : null}
    </Empty>
  );
};

/** The map comes after the first list: a list is of use without a map, not the other way round. */
const MapBeside = ({ explore, activeVenueId, onMove }: InStep & { onMove: (bounds: Bbox) => void }) => {
  const language = useLanguage();
  const { events } = useWords();
  const { choices, pages, pins, update } = explore;
  const toggle = (venueId: string) => update({ venue: choices.venue === venueId ? '' : venueId });
  return (
    <section className="explore-map print-hidden" aria-label={events.map}>
      {pages.isSuccess ? (
        <EventsMap
          language={language}
          pins={pins}
          activeVenueId={activeVenueId ?? (choices.venue || null)}
          onSelect={toggle}
          startBounds={choices.bbox}
          onMove={onMove}
        />
      ) : null}
    </section>
  );
};

export default EventsPage;
