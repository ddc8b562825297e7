import { endpoint, json } from './define.ts';
import { envelopeOf } from './envelope.ts';
import { occurrenceParameter, roundTripDatasets } from './round-trip.ts';
import { shiftAnswerSchema } from './round-trip-answers.ts';
import { roundTripMode } from './travel-parameters.ts';

/**
 * `GET /api/v1/occurrences/{occurrenceId}/shift`: how many more residents would have a round trip if the
 * event, or the last departure, were moved; a `ShiftResponse`.
 */
export const shift = endpoint({
  path: '/api/v1/occurrences/{occurrenceId}/shift',
  summary: 'Residents with a round trip when an event, or the last departure, is moved',
  parameters: occurrenceParameter,
  query: { mode: roundTripMode },
  formats: json(envelopeOf(shiftAnswerSchema)),
  datasets: roundTripDatasets,
});
