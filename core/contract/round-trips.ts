import { z } from 'zod';
import { readInstant } from './datetime.ts';
import { endpoint, identifier, json, refuse } from './define.ts';
import { envelopeOf } from './envelope.ts';
import { roundTripDatasets } from './round-trip.ts';
import { territoryRoundTripsSchema } from './round-trip-answers.ts';
import { roundTripMode } from './travel-parameters.ts';

/** Longest period of one answer for a town or parish: every date in it is reckoned for every cell. */
const longestPeriodDays = 31;

/** For the whole municipality, which has the cells of all of them: a month would be tens of megabytes. */
export const longestMunicipalityDays = 7;

const instantParameter = (edge: 'from' | 'to', description: string) =>
  z
    .string()
    .transform((text, context): string => readInstant(text, edge, context))
    .meta({ description, example: edge === 'from' ? '2026-11-27' : '2026-11-29' });

const dayMs = 86_400_000;

interface Period {
  readonly from: string;
  readonly to: string;
}

const daysOf = ({ from, to }: Period): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** A day more is let through, because both days of a period given in days count. */
export const isLongerThan = (period: Period, days: number): boolean => daysOf(period) > days + 1;

/** Refuses a period that runs backwards or is too long. */
const checkPeriod = (period: Period, context: z.RefinementCtx): void => {
  if (daysOf(period) < 0) refuse(context, 'end-before-start', 'from <= to', ['to']);
  else if (isLongerThan(period, longestPeriodDays))
    refuse(context, 'out-of-range', `<= ${longestPeriodDays} d`, ['to']);
};

const plain = endpoint({
  path: '/api/v1/round-trips/{territoryId}',
  summary: 'All dates of events of a period, and who of one territory can come and get home again',
  parameters: { territoryId: identifier },
  query: {
    mode: roundTripMode,
    from: instantParameter('from', 'First instant (RFC 3339) or day of the period.'),
    to: instantParameter(
      'to',
      'Last instant or day of the period; at most 31 days after the first, for the whole municipality 7.',
    ),
  },
  formats: json(envelopeOf(territoryRoundTripsSchema)),
  datasets: roundTripDatasets,
});

const query = plain.query().superRefine((values, context) => checkPeriod(values, context));

/**
 * `GET /api/v1/round-trips/{territoryId}`: for a list of events, one answer for the whole parish, so that
 * nobody has to tell the server in which cell a home lies; a `TerritoryRoundTripsResponse`.
 */
export const roundTrips = { ...plain, query: () => query };
