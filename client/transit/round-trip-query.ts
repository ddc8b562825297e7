import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  RoundTripAnswer,
  RoundTripJourneys,
  ShiftAnswer,
  TerritoryRoundTrips,
} from '#core/access/round-trip-answer.ts';
import type { Envelope } from '#core/contract/envelope.ts';
import type { Language } from '#core/language/routes.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { apiBase, apiQuery } from '../api.ts';

/** Local days, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** All dates of some days for all cells of a territory: which of them is home stays in the browser. */
export const territoryTripsQuery = (language: Language, territoryId: string, mode: TravelMode, days: Days) =>
  apiQuery<Envelope<TerritoryRoundTrips>>(
    `${apiBase}/round-trips/${encodeURIComponent(territoryId)}`,
    language,
    { mode, ...days },
  );

/** One date of an event by one way of travel, moved by so many minutes. */
export interface EventQuestion {
  readonly occurrenceId: string;
  readonly mode: TravelMode;
  readonly startShiftMinutes: number;
  readonly endShiftMinutes: number;
}

const occurrencePath = (id: string, rest: string) =>
  `${apiBase}/occurrences/${encodeURIComponent(id)}/${rest}`;

export const roundTripPath = ({ occurrenceId }: EventQuestion) => occurrencePath(occurrenceId, 'round-trip');

export const roundTripParameters = ({ mode, startShiftMinutes, endShiftMinutes }: EventQuestion) => ({
  mode,
  startShiftMinutes,
  endShiftMinutes,
});

export const roundTripQuery = (language: Language, question: EventQuestion) =>
  queryOptions({
    ...apiQuery<Envelope<RoundTripAnswer>>(roundTripPath(question), language, roundTripParameters(question)),
    placeholderData: keepPreviousData,
  });

/** Both journeys of one cell: the one question in which a cell leaves the browser. */
export const roundTripJourneysQuery = (language: Language, question: EventQuestion, cell: string) =>
  apiQuery<Envelope<RoundTripJourneys>>(`${roundTripPath(question)}/journeys`, language, {
    cell,
    ...roundTripParameters(question),
  });

export const shiftQuery = (language: Language, occurrenceId: string, mode: TravelMode) =>
  apiQuery<Envelope<ShiftAnswer>>(occurrencePath(occurrenceId, 'shift'), language, { mode });
