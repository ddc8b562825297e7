import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RoundTripJourneys, RoundTripSettings } from '#core/access/round-trip-answer.ts';
import type { WaysResponse } from '#core/contract/envelope.ts';
import { apiBase, apiQuery } from '../api.ts';
import { useLanguage } from '../ui/language-context.tsx';
import { type EventQuestion, roundTripJourneysQuery } from './round-trip-query.ts';
import { withStreetWay } from './street-journeys.ts';

export interface JourneysState {
  readonly data: RoundTripJourneys | undefined;
  readonly isLoading: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

/**
 * Both journeys of a cell. By public transport the answer has them stop by stop; on streets it has the times, and
 * the way between is asked for beside it.
 */
export const useBothJourneys = (
  question: EventQuestion,
  cell: string,
  settings: RoundTripSettings,
  isWanted: boolean,
): JourneysState => {
  const language = useLanguage();
  const trip = useQuery({ ...roundTripJourneysQuery(language, question, cell), enabled: isWanted });
  const answer = trip.data?.result;
  const { mode } = question;
  const venueId = answer?.event.venueId ?? null;
  const isOnStreets = mode !== 'public-transport' && venueId !== null;
  const ways = useQuery({
    ...apiQuery<WaysResponse>(`${apiBase}/access/nearest/ways`, language, {
      cell,
      offer: `venue:${venueId}`,
      mode,
      limit: 1,
    }),
    enabled: isWanted && isOnStreets,
  });
  const way = ways.data?.result[0];
  const data = useMemo(
    () => (answer && isOnStreets && way ? withStreetWay(answer, way, settings) : answer),
    [answer, isOnStreets, way, settings],
  );
  const isWaiting = isOnStreets && ways.isLoading;
  const failed = [trip, ...(isOnStreets ? [ways] : [])].find((query) => query.isError);
  return {
    data: isWaiting ? undefined : data,
    isLoading: trip.isLoading || isWaiting,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  };
};
