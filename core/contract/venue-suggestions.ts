import { z } from 'zod';
import type { SuggestedPair } from '../offer/match-file.ts';
import { sameReasons } from '../offer/same-place.ts';
import type { VenueDecisions } from '../offer/venue-decisions.ts';
import { endpoint, json } from './define.ts';
import { envelopeOf } from './envelope.ts';

const row = z.object({
  id: z.string(),
  list: z.string(),
  nameLv: z.string(),
});

const suggestion = z.object({
  keep: row.meta({ description: 'The row to keep, if they are one place.' }),
  other: row,
  distanceMetres: z.number().nullable().meta({ description: 'Null where one has no position.' }),
  score: z.number().meta({ description: '0 to 1: how sure the comparison is, no probability.' }),
  reasons: z.array(z.enum(sameReasons)),
}) satisfies z.ZodType<SuggestedPair>;

const decisions = z.object({
  places: z
    .array(z.array(row))
    .meta({ description: 'Rows that are one place, the one that is shown first.' }),
  apart: z.array(z.tuple([row, row])).meta({ description: 'Pairs that are two places.' }),
}) satisfies z.ZodType<VenueDecisions>;

/**
 * `GET /api/v1/venue-suggestions`: rows of different lists that may be one place and wait for a decision; until then
 * both are shown. As CSV it is the file in which people decide (`import venue-matches`).
 */
export const venueSuggestions = endpoint({
  path: '/api/v1/venue-suggestions',
  summary: 'Rows that may be one place, suggested and never merged by themselves, and what people decided',
  formats: {
    ...json(envelopeOf(z.object({ undecided: z.array(suggestion), decided: decisions }))),
    csv: { mediaType: 'text/csv', schema: null },
  },
  datasets: ['venues', 'venue-matches'],
});
