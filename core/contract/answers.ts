import { z } from 'zod';
import type { AccessAnswer, TravelTimes, Way } from '../access/answer.ts';
import { measureIds, reasonCodes } from '../access/answer.ts';
import { venueKinds, venueStatuses } from '../offer/venue.ts';
import type { TransitJourney } from '../transit/journey.ts';
import { vehicleKinds } from '../transit/timetable.ts';
import { travelModes } from '../transit/travel-mode.ts';

/*
 * Computed answers as the OpenAPI document describes them. The types of `core/access` come first; each
 * schema is checked against them by the compiler and against real answers by a test.
 */

const reason = z.enum(reasonCodes).nullable().meta({ description: 'Why there is no value.' });
export const lonLatSchema = z.tuple([z.number(), z.number()]).meta({
  override: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
  description: 'Longitude, latitude.',
});
const lonLat = lonLatSchema;
const index = z.number().int().meta({ description: 'Index into the list of that name.' });
const perCell = <T extends z.ZodType>(value: T) => z.array(value);

const farthest = z
  .object({ cellId: z.string(), settlement: z.string(), value: z.number() })
  .nullable()
  .meta({ description: 'The inhabited cell with the worst value.' });

const territoryRow = z.object({
  id: z.string(),
  nameLv: z.string(),
  nameEn: z.string(),
  people: z.number(),
  value: z.number().nullable(),
  reason,
  km: z.number().nullable(),
  peopleByClass: z.array(z.number()),
  peopleBlank: z.number(),
  farthest,
  mainVenue: z.object({ venue: index, percent: z.number() }).nullable(),
});

const venueRow = z.object({
  id: z.string(),
  nameLv: z.string(),
  nameEn: z.string(),
  lonLat,
  people: z.number(),
  medianMinutes: z.number().nullable(),
  farthest,
});

const departure = z
  .object({ date: z.string(), from: z.string(), windowMinutes: z.number(), percentile: z.number() })
  .nullable()
  .meta({ description: 'Departures of public transport; null for other modes.' });

const legEnd = z.object({ stopId: z.string().nullable(), name: z.string(), lonLat });
const legTimes = {
  departsAt: z.string(),
  arrivesAt: z.string(),
  minutes: z.number(),
  from: legEnd,
  to: legEnd,
};

/** A journey by public transport, leg by leg. */
export const transitJourneySchema = z.object({
  departsAt: z.string(),
  arrivesAt: z.string(),
  minutes: z.number(),
  walkMinutes: z.number(),
  waitMinutes: z.number(),
  rides: z.number().int(),
  legs: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('walk'), ...legTimes, km: z.number(), line: z.array(lonLat) }),
      z.object({
        kind: z.literal('ride'),
        ...legTimes,
        waitMinutes: z.number(),
        vehicle: z.enum(vehicleKinds),
        line: z.string(),
        lineName: z.string(),
        headsign: z.string(),
        agency: z.string(),
        tripId: z.string(),
        stops: z.array(
          z.object({
            stopId: z.string(),
            name: z.string(),
            lonLat,
            arrivesAt: z.string(),
            departsAt: z.string(),
          }),
        ),
      }),
    ]),
  ),
}) satisfies z.ZodType<TransitJourney>;

const offer = z.union([z.object({ kinds: z.array(z.enum(venueKinds)) }), z.object({ venueId: z.string() })]);

const cells = z
  .object({
    id: perCell(z.string()),
    people: perCell(z.number()),
    smallCounts: perCell(z.number().int()).exactOptional().meta({
      description: 'Published counts of 5 in each cell, each standing for 1 to 10 residents; absent: none.',
    }),
    territory: perCell(index),
    value: perCell(z.number().nullable()),
    reason: perCell(reason),
    minutes: perCell(z.number().nullable()),
    km: perCell(z.number().nullable()),
    ring: perCell(z.array(lonLat)).nullable(),
    venue: perCell(index.nullable()),
  })
  .meta({ description: 'Columns of equal length, one entry for each population cell.' });

export const accessAnswerSchema = z.object({
  query: z.object({
    measure: z.enum(measureIds),
    offer,
    mode: z.enum(travelModes),
    departure,
    cutoffMinutes: z.number(),
    venueStatuses: z.array(z.enum(venueStatuses)),
  }),
  unit: z.enum(['min', 'percent', 'venues']),
  classes: z.object({
    breaks: z.array(z.number()),
    unit: z.enum(['min', 'percent', 'venues']),
    largerIsBetter: z.boolean(),
  }),
  cells,
  territories: z.array(territoryRow),
  total: territoryRow,
  venues: z.array(venueRow),
  leftOut: z.object({
    byStatus: z.partialRecord(z.enum(venueStatuses), z.number()),
    withoutPosition: z.number(),
    unsnapped: z.number(),
    beyond: z.object({ cells: z.number(), people: z.number() }).exactOptional(),
  }),
}) satisfies z.ZodType<AccessAnswer>;

export const waySchema = z.object({
  mode: z.enum(travelModes),
  from: z.object({ label: z.string(), lonLat }),
  to: z.object({ venueId: z.string().nullable(), nameLv: z.string(), nameEn: z.string(), lonLat }),
  minutes: z.number().nullable(),
  km: z.number().nullable(),
  reason,
  offRoadMetres: z.object({ start: z.number(), end: z.number() }),
  line: z.array(lonLat),
  legs: z.array(
    z.object({
      ref: z.string().nullable(),
      name: z.string().nullable(),
      highway: z.string(),
      surface: z.string(),
      role: z.enum(['road', 'link', 'off-road']),
      km: z.number(),
      minutes: z.number(),
    }),
  ),
  journeys: z.array(transitJourneySchema),
}) satisfies z.ZodType<Way>;

export const travelTimesSchema = z.object({
  territoryId: z.string(),
  mode: z.enum(travelModes),
  departure,
  cellIds: z.array(z.string()),
  venueIds: z.array(z.string()),
  minutes: z.array(z.array(z.number().nullable())).meta({ description: 'minutes[cell][venue]' }),
}) satisfies z.ZodType<TravelTimes>;
