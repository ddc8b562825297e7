import { z } from 'zod';
import { type AccessQuery, measureIds, type Offer } from '../access/answer.ts';
import { culturePlaceKinds } from '../offer/groups.ts';
import { type VenueKind, venueKinds, venueStatuses } from '../offer/venue.ts';
import { Problem } from '../problem.ts';
import { type DepartureWindow, travelModes, windowLimits } from '../transit/travel-mode.ts';
import { accessAnswerSchema, travelTimesSchema, waySchema } from './answers.ts';
import { endpoint, type Format, identifier, json, wholeNumber } from './define.ts';
import { envelopeOf } from './envelope.ts';
import { cellParameter } from './travel-parameters.ts';

const commaList = <T extends string>(allowed: readonly T[]) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(allowed as readonly [T, ...T[]])).min(1));

/**
 * `offer` in an address: "culture" (every place of culture open through the year), kinds joined by
 * commas ("library,culture-centre"), or one venue ("venue:slampes-kulturas-pils").
 */
const offerParameter = z
  .string()
  .max(200)
  .default('culture')
  .transform((text, context): Offer => {
    if (text === 'culture') return { kinds: culturePlaceKinds };
    if (text.startsWith('venue:')) return { venueId: text.slice('venue:'.length) };
    const kinds = text.split(',');
    const unknown = kinds.find((kind) => !(venueKinds as readonly string[]).includes(kind));
    if (unknown === undefined) return { kinds: [...new Set(kinds)].sort() as VenueKind[] };
    context.addIssue({ code: 'custom', message: `culture, venue:<id>, or of: ${venueKinds.join(', ')}` });
    return z.NEVER;
  })
  .meta({ description: `culture, venue:<id>, or kinds joined by commas: ${venueKinds.join(', ')}.` });

const cutoffLimits = { least: 1, most: 180, usual: 30 } as const;

/** `cutoffMinutes` in a body, where it is a number and nothing that reads like one. */
export const cutoffInBody = z
  .number()
  .int()
  .min(cutoffLimits.least)
  .max(cutoffLimits.most)
  .default(cutoffLimits.usual);

/**
 * Day and departures of public transport. Other modes have none: there they are ignored, so that a reader may
 * change the mode alone, and the answer's `query.departure` is null.
 */
const departureParameters = {
  date: z.iso.date().nullable().default(null).meta({
    description:
      'Public transport: local date of travel. Needed there, because every day differs; ignored for other modes, as are from, windowMinutes and percentile.',
    example: '2026-11-24',
  }),
  from: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('08:00')
    .meta({ description: 'Public transport: local time of the first departure.' }),
  windowMinutes: wholeNumber(windowLimits.leastMinutes, windowLimits.mostMinutes)
    .default(windowLimits.usualMinutes)
    .meta({ description: 'Public transport: departures, one every minute from the first one on.' }),
  percentile: wholeNumber(1, 100).default(windowLimits.usualPercentile).meta({
    description: 'Public transport: percentile of the travel times over these departures, 1-100.',
  }),
};

/** @throws Problem `bad-query` when public transport is asked for without a date. */
export const departureOf = (parameters: {
  readonly mode: AccessQuery['mode'];
  readonly date: string | null;
  readonly from: string;
  readonly windowMinutes: number;
  readonly percentile: number;
}): DepartureWindow | null => {
  if (parameters.mode !== 'public-transport') return null;
  const { date, from, windowMinutes, percentile } = parameters;
  if (date !== null) return { date, from, windowMinutes, percentile };
  throw new Problem('bad-query', { faults: [{ field: 'date', fault: 'missing', expected: 'YYYY-MM-DD' }] });
};

export const accessParameters = z.object({
  offer: offerParameter,
  mode: z.enum(travelModes).default('car').meta({ description: 'Way of travel.' }),
  cutoffMinutes: wholeNumber(cutoffLimits.least, cutoffLimits.most).default(cutoffLimits.usual).meta({
    description: 'Threshold of the measures that have one, "at most": 1-180 minutes.',
  }),
  ...departureParameters,
  venueStatus: commaList(venueStatuses)
    .default(['open'])
    .meta({
      description: `Venues that count, joined by commas: ${venueStatuses.join(', ')}. Default: open.`,
    }),
});

export const toAccessQuery = (
  measure: AccessQuery['measure'],
  parameters: z.output<typeof accessParameters>,
): AccessQuery => ({
  measure,
  offer: parameters.offer,
  mode: parameters.mode,
  departure: departureOf(parameters),
  cutoffMinutes: parameters.cutoffMinutes,
  venueStatuses: [...parameters.venueStatus].sort(),
});

const measureParameter = {
  measure: z.enum(measureIds).meta({ description: 'The question; each has a page in docs/methods.' }),
};

const accessFormats = {
  ...json(envelopeOf(accessAnswerSchema)),
  csv: { mediaType: 'text/csv', schema: null },
  geojson: { mediaType: 'application/geo+json', schema: null, alsoFor: ['application/vnd.geo+json'] },
} as const satisfies Record<string, Format>;

/** Everything an access answer is computed from. */
const accessDatasets = [
  'territories',
  'settlements',
  'population',
  'venues',
  'venue-matches',
  'streets',
  'timetable',
] as const;

/**
 * `GET /api/v1/access/{measure}`: an `AccessAnswer` with method, versions and caveats around it (`json`), or
 * one level of it as a map layer with the same members beside the features (`geojson`), or as a table whose
 * rows repeat offer, mode, method, model mark and the date of the newest data (`csv`).
 */
export const access = endpoint({
  path: '/api/v1/access/{measure}',
  summary: 'A measure of access, by cell and by parish',
  parameters: measureParameter,
  query: {
    ...accessParameters.shape,
    level: z.enum(['cells', 'parishes']).default('parishes').meta({
      description: 'Rows of the CSV and GeoJSON forms; the JSON form always holds both.',
    }),
  },
  formats: accessFormats,
  datasets: accessDatasets,
});

/** `GET /api/v1/access/{measure}/ways`: the journeys from one cell behind a value; a `WaysResponse`. */
export const ways = endpoint({
  path: '/api/v1/access/{measure}/ways',
  summary: 'The journeys from one cell to the venues of the offer, nearest first',
  parameters: measureParameter,
  query: {
    cell: cellParameter,
    offer: accessParameters.shape.offer,
    mode: accessParameters.shape.mode,
    ...departureParameters,
    venueStatus: accessParameters.shape.venueStatus,
    limit: wholeNumber(1, 20).default(3).meta({ description: 'Journeys, 1-20.' }),
  },
  formats: json(envelopeOf(z.array(waySchema))),
  datasets: accessDatasets,
});

/** `GET /api/v1/travel-times/{territoryId}`: every cell of a territory to every venue; a `TravelTimesResponse`. */
export const travelTimes = endpoint({
  path: '/api/v1/travel-times/{territoryId}',
  summary: 'Minutes from every cell of a territory to every venue',
  parameters: { territoryId: identifier },
  query: { mode: accessParameters.shape.mode, ...departureParameters },
  formats: json(envelopeOf(travelTimesSchema)),
  datasets: accessDatasets,
});
