import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { itemsQuery, wholeCollection } from '../../api.ts';
import { useLanguage } from '../../ui/language-context.tsx';
import { useSearchState } from '../../ui/use-search-state.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { eventChoices } from './choices.ts';
import { eventsQuery, narrowingOf, toListing } from './events.ts';
import { pinsOf } from './pins.ts';
import { select } from './selection.ts';
import { useTravel } from './travel.ts';
import { useNow } from './use-now.ts';
import { intervalOf, isTurned } from './when.ts';

const typingRestMs = 300;

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
    choices.sort === 'travel' || choices.within !== '' || choices.venue !== '' || choices.bbox !== null;
  useEffect(() => {
    if (needsAll && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [needsAll, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  const candidates = useMemo(() => {
    const listings = pages.data?.pages.flatMap((page) => page.features.map(toListing)) ?? [];
    return listings.map((listing) => ({ listing, time: travel.timeTo(listing.venueId) }));
  }, [pages.data, travel.timeTo]);
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
  return { ...search, choices, isImpossible, narrowing, pages, travel, selection, pins, matched, from };
};

export type Explore = ReturnType<typeof useExplore>;
