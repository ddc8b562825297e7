import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { TravelTimes } from '#core/access/answer.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { type Feature, itemsQuery, travelTimesQuery, wholeCollection } from '../../api.ts';
import { useLanguage } from '../../ui/language-context.tsx';
import { lonLatOf } from './events.ts';
import { type HomeCell, homeCellOf } from './home-cell.ts';
import { useNearMe } from './near-me.ts';

/**
 * Minutes to a venue, or why there are none. `no-home` until the reader says where home is; `by-date` where they
 * depend on the date, as by public transport.
 */
export type TravelTime =
  | { readonly state: 'known'; readonly minutes: number }
  | { readonly state: 'blank'; readonly reason: 'no-venue' | 'no-position' | 'no-route' }
  | { readonly state: 'waiting' | 'no-home' | 'by-date' };

export interface Travel {
  /** Name of the place or address that travel starts from; null for the reader's own position. */
  readonly homeName: string | null;
  readonly state: 'no-home' | 'waiting' | 'known' | 'outside' | 'failed';
  /** The cell of home: it decides which row of a parish's answer is read, and is never asked for. */
  readonly cell: HomeCell | null;
  readonly error: unknown;
  readonly retry: () => void;
  readonly timeTo: (venueId: string | null) => TravelTime;
}

/** A cell outside every parish has no row in any table. */
const toHomeCells = ({ id, properties }: Feature<'population'>): HomeCell[] => {
  const { territoryId, centreLongitudeDegrees, centreLatitudeDegrees } = properties;
  return territoryId === null
    ? []
    : [{ id, territoryId, centre: [centreLongitudeDegrees, centreLatitudeDegrees] }];
};

/** Minutes from one cell to one venue in a parish's table. */
export const lookUp = (times: TravelTimes, cellId: string, venueId: string | null): TravelTime => {
  if (venueId === null) return { state: 'blank', reason: 'no-venue' };
  const column = times.venueIds.indexOf(venueId);
  if (column === -1) return { state: 'blank', reason: 'no-position' };
  const minutes = times.minutes[times.cellIds.indexOf(cellId)]?.[column];
  return minutes === null || minutes === undefined
    ? { state: 'blank', reason: 'no-route' }
    : { state: 'known', minutes };
};

type Home =
  | { readonly state: 'no-home' | 'waiting' | 'outside' }
  | { readonly state: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly state: 'known'; readonly name: string | null; readonly cell: HomeCell };

/** The cell of home: of the reader's own position if it is on, else of the chosen settlement. */
const useHome = (home: string): Home => {
  const language = useLanguage();
  const nearMe = useNearMe();
  const isNearMe = nearMe.state === 'known';
  const isWanted = isNearMe || home !== '';
  const whole = { limit: wholeCollection };
  const settlements = useQuery({ ...itemsQuery(language, 'settlements', whole), enabled: home !== '' });
  const population = useQuery({ ...itemsQuery(language, 'population', whole), enabled: isWanted });
  const cells = useMemo(() => population.data?.features.flatMap(toHomeCells), [population.data]);
  const settlement = settlements.data?.features.find(({ id }) => id === home);
  const lonLat = isNearMe ? nearMe.lonLat : lonLatOf(settlement?.geometry ?? null);
  const cell = useMemo(() => (lonLat && cells ? homeCellOf(lonLat, cells) : null), [lonLat, cells]);

  if (!isWanted) return { state: 'no-home' };
  if (cell)
    return { state: 'known', name: isNearMe ? nearMe.name : (settlement?.properties.nameLv ?? null), cell };
  const broken = [population, ...(isNearMe ? [] : [settlements])].find((query) => query.isError);
  if (broken) return { state: 'failed', error: broken.error, retry: () => void broken.refetch() };
  const isLoaded = cells !== undefined && (isNearMe || settlements.isSuccess);
  return { state: isLoaded ? 'outside' : 'waiting' };
};

const nothing = () => undefined;

/**
 * Travel times from home to every venue. The server is asked for all cells and for the table of a whole
 * parish; which of its cells is home is only known here.
 */
export const useTravel = (homeId: string, mode: TravelMode): Travel => {
  const language = useLanguage();
  const home = useHome(homeId);
  const cell = home.state === 'known' ? home.cell : null;
  const isByDate = mode === 'public-transport';
  const times = useQuery({
    ...travelTimesQuery(language, cell?.territoryId ?? '', mode),
    enabled: cell !== null && !isByDate,
  });
  const table = times.data?.result;
  const timeTo = useCallback(
    (venueId: string | null): TravelTime => {
      if (cell && isByDate) return { state: 'by-date' };
      if (cell && table) return lookUp(table, cell.id, venueId);
      return { state: homeId === '' && !cell ? 'no-home' : 'waiting' };
    },
    [cell, table, homeId, isByDate],
  );
  const homeName = home.state === 'known' ? home.name : null;
  const answer = { homeName, timeTo, cell, error: null, retry: nothing };
  if (home.state === 'failed') return { ...answer, ...home };
  if (home.state !== 'known') return { ...answer, state: home.state };
  if (times.isError && !table) {
    return { ...answer, state: 'failed', error: times.error, retry: () => void times.refetch() };
  }
  return { ...answer, state: table || isByDate ? 'known' : 'waiting' };
};
