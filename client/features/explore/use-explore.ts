import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { itemsQuery, wholeCollection } from '../../api.ts';
import { useLanguage } from '../../ui/language-context.tsx';
import { useSearchState } from '../../ui/use-search-state.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { eventChoices } from './choices.ts';
import { eventsQuery, narrowingOf, toListing } from './events.ts';
import { pinsOf } from './pins.ts';
import { select } from './selection.ts';
import { useTravel } from './travel.ts';
import { timeOfTrip, useTrips } from './trips.ts';
import { useNow } from './use-now.ts';
import { intervalOf, isTurned } from './when.ts';

const typingRestMs = 300;

/** Cards drawn at once; more on request. */
const step = 50;

/** Everything the door of events shows, from the choices in the address. */
export const useExplore = () => {
  const language = useLanguage();
  const search = useSearchState(eventChoices);
  const choices = search.state;
  const now = useNow();
  const isImpossible = choices.when === 'dates' && isTurned(choices);
  // The address follows every letter; the server is asked when the typing rests.
  const q = useSettled(choices.q, typingRestMs);
  const narrowing = narrowingOf({ ...choices, q }, now);
  const pages = useInfiniteQuery({ ...eventsQuery(language, narrowing), enabled: !isImpossible });
  const travel = useTravel(choices.home, choices.mode);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;

  // Ordering and narrowing by the way happen here in the browser, so they need every page.
  const needsAll =
    choices.sort === 'travel' ||
    choices.within !== '' ||
    choices.venue !== '' ||
    choices.bbox !== null ||
    choices.roundTrip;
  useEffect(() => {
    if (needsAll && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [needsAll, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  const key = JSON.stringify(narrowing);
  const [shown, setShown] = useState({ key, limit: step });
  const limit = shown.key === key ? shown.limit : step;
  const showMore = () => {
    setShown({ key, limit: limit + step });
    if (limit + step >= selection.rows.length && hasNextPage) void fetchNextPage();
  };

  const listings = useMemo(
    () => pages.data?.pages.flatMap((page) => page.features.map(toListing)) ?? [],
    [pages.data],
  );
  // The way home is asked for by week: only for what is shown, unless the list is narrowed or ordered by it.
  const needed = useMemo(() => (needsAll ? listings : listings.slice(0, limit)), [needsAll, listings, limit]);
  const trips = useTrips(travel, choices.mode, needed);
  const candidates = useMemo(
    () =>
      listings.map((listing) => {
        const trip = trips.tripOf(listing);
        const time = travel.timeTo(listing.venueId);
        return { listing, trip, time: time.state === 'by-date' ? timeOfTrip(trip) : time };
      }),
    [listings, travel.timeTo, trips.tripOf],
  );
  const selection = useMemo(() => select(candidates, choices), [candidates, choices]);

  // Positions are given with the dates; how exact they are is a fact of the venue, asked for after the list.
  const venues = useQuery({
    ...itemsQuery(language, 'venues', { limit: wholeCollection }),
    enabled: pages.isSuccess,
  });
  const pins = useMemo(() => {
    const shown = select(candidates, { ...choices, venue: '', bbox: null }).rows.map(
      ({ listing }) => listing,
    );
    return pinsOf(shown, venues.data?.features ?? []);
  }, [candidates, choices, venues.data]);

  const matched = pages.data?.pages[0]?.numberMatched ?? 0;
  const { from } = intervalOf(choices.when, choices, now);
  return {
    ...search,
    choices,
    isImpossible,
    narrowing,
    pages,
    travel,
    trips,
    selection,
    pins,
    matched,
    from,
    limit,
    showMore,
  };
};

export type Explore = ReturnType<typeof useExplore>;
