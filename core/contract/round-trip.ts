import { z } from 'zod';
import { endpoint, type Format, identifier, json } from './define.ts';
import { envelopeOf } from './envelope.ts';
import { roundTripAnswerSchema, roundTripJourneysSchema } from './round-trip-answers.ts';
import { cellParameter, roundTripMode, shiftParameters } from './travel-parameters.ts';

/**
 * Everything a round trip is computed from. Dates of events are laid out by the day, so the ETag moves with
 * the day too.
 */
export const roundTripDatasets = [
  'territories',
  'settlements',
  'population',
  'venues',
  'venue-matches',
  'events',
  'streets',
  'timetable',
  'on-demand',
] as const;

const formats = {
  ...json(envelopeOf(roundTripAnswerSchema)),
  csv: { mediaType: 'text/csv', schema: null },
  geojson: { mediaType: 'application/geo+json', schema: null, alsoFor: ['application/vnd.geo+json'] },
} as const satisfies Record<string, Format>;

export const occurrenceParameter = { occurrenceId: identifier };

/**
 * `GET /api/v1/occurrences/{occurrenceId}/round-trip`: who can come to one date of an event and get home
 * again; a `RoundTripResponse` (`json`), or one level of it as a map layer (`geojson`) or a table (`csv`) with
 * one row for each cell or parish, every field of it, and in every row what it rests on.
 */
export const roundTrip = endpoint({
  path: '/api/v1/occurrences/{occurrenceId}/round-trip',
  summary: 'Who can come to one date of an event and get home again',
  parameters: occurrenceParameter,
  query: {
    mode: roundTripMode,
    ...shiftParameters,
    level: z.enum(['cells', 'parishes']).default('parishes').meta({
      description: 'Rows of the CSV and GeoJSON forms; the JSON form always holds both.',
    }),
  },
  formats,
  datasets: roundTripDatasets,
});

/** `GET .../round-trip/journeys`: both journeys of one cell, stop by stop; a `RoundTripJourneysResponse`. */
export const roundTripJourneys = endpoint({
  path: '/api/v1/occurrences/{occurrenceId}/round-trip/journeys',
  summary: 'Both journeys of one cell to an event and home again, stop by stop',
  parameters: occurrenceParameter,
  query: { cell: cellParameter, mode: roundTripMode, ...shiftParameters },
  formats: json(envelopeOf(roundTripJourneysSchema)),
  datasets: roundTripDatasets,
});
