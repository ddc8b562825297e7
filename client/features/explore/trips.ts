import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { TerritoryRoundTrips } from '#core/access/round-trip-answer.ts';
import type { Envelope } from '#core/contract/envelope.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { type Days, territoryTripsQuery } from '../../transit/round-trip-query.ts';
import type { KnownTrip } from '../../transit/trip-text.ts';
import { useLanguage } from '../../ui/language-context.tsx';
import type { Listing } from './events.ts';
import type { Travel, TravelTime } from './travel.ts';

/** The way there and home for one date, or why it is not known. `absent`: the answer says nothing of it. */
export type Trip =
  | ({ readonly state: 'known' } & KnownTrip)
  | { readonly state: 'no-home' | 'waiting' | 'failed' | 'started' | 'absent' };

export interface Trips {
  readonly tripOf: (listing: Pick<Listing, 'id' | 'startsAt'>) => Trip;
  /** True when the timetable behind the answer is a model's. */
  readonly isModelTimetable: boolean;
  /** Page of the method; null until an answer is there. */
  readonly methodHref: string | null;
  readonly retry: () => void;
}

const dayMs = 86_400_000;

/** Monday to Sunday around a date: the same question for every date of the week, so that answers are shared. */
const weekOf = (startsAt: string): Days => {
  const day = new Date(`${startsAt.slice(0, 10)}T00:00:00Z`);
  const monday = day.getTime() - ((day.getUTCDay() + 6) % 7) * dayMs;
  const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from: iso(monday), to: iso(monday + 6 * dayMs) };
};

/** The trips of one cell out of a parish's answer, by occurrence. */
const rowOf = (answer: TerritoryRoundTrips, cellId: string): ReadonlyMap<string, KnownTrip> => {
  const index = answer.cellIds.indexOf(cellId);
  const { settings, mode } = answer;
  return new Map(
    answer.occurrences.flatMap(({ event, trips }): [string, KnownTrip][] => {
      const trip = trips[index];
      return trip === undefined ? [] : [[event.occurrenceId, { trip, event, settings, mode }]];
    }),
  );
};

/** By public transport the way there is as long as from leaving home to the start, waiting and all. */
export const timeOfTrip = (trip: Trip): TravelTime => {
  if (trip.state === 'waiting' || trip.state === 'no-home') return { state: trip.state };
  if (trip.state !== 'known') return { state: 'by-date' };
  const { leaveBy, outboundReason } = trip.trip;
  if (leaveBy === null) {
    return { state: 'blank', reason: outboundReason === 'no-position' ? 'no-position' : 'no-route' };
  }
  const minutes = (new Date(trip.event.startsAt).getTime() - new Date(leaveBy).getTime()) / 60_000;
  return { state: 'known', minutes };
};

const together = (results: readonly UseQueryResult<Envelope<TerritoryRoundTrips>>[]) => ({
  data: results.map(({ data }) => data),
  isFailed: results.map(({ isError, data }) => isError && data === undefined),
  refetch: results.map(({ refetch }) => refetch),
});

/** Ways there and home from the reader's home, asked for by parish and week. */
export const useTrips = (travel: Travel, mode: TravelMode, listings: readonly Listing[]): Trips => {
  const language = useLanguage();
  const { cell } = travel;
  const weeks = useMemo(() => {
    const ahead = listings.filter(({ startsAt }) => new Date(startsAt) > new Date());
    return [...new Map(ahead.map(({ startsAt }) => [weekOf(startsAt).from, weekOf(startsAt)])).values()];
  }, [listings]);
  const answers = useQueries({
    queries: weeks.map((week) => ({
      ...territoryTripsQuery(language, cell?.territoryId ?? '', mode, week),
      enabled: cell !== null,
    })),
    combine: together,
  });
  const { data, isFailed } = answers;
  const known = useMemo(() => {
    const rows = cell === null ? [] : data.flatMap((one) => (one ? [...rowOf(one.result, cell.id)] : []));
    return new Map(rows);
  }, [data, cell]);
  const tripOf = useCallback(
    ({ id, startsAt }: Pick<Listing, 'id' | 'startsAt'>): Trip => {
      if (cell === null) return { state: travel.state === 'no-home' ? 'no-home' : 'waiting' };
      if (new Date(startsAt) <= new Date()) return { state: 'started' };
      const trip = known.get(id);
      if (trip) return { state: 'known', ...trip };
      const week = weeks.findIndex(({ from }) => from === weekOf(startsAt).from);
      if (isFailed[week]) return { state: 'failed' };
      return { state: data[week] === undefined ? 'waiting' : 'absent' };
    },
    [cell, travel.state, known, weeks, isFailed, data],
  );
  const first = data.find((one) => one !== undefined);
  return {
    tripOf,
    isModelTimetable: first?.dataVersions.some((one) => one.dataset === 'timetable' && one.isModel) ?? false,
    methodHref: first?.method.href ?? null,
    retry: () => {
      answers.refetch.forEach((refetch, index) => {
        if (isFailed[index]) void refetch();
      });
    },
  };
};
