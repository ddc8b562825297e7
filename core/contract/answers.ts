import { z } from 'zod';
import type { AccessAnswer, TravelTimes, Way } from '../access/answer.ts';
import { measureIds, reasonCodes } from '../access/answer.ts';
import { venueKinds, venueStatuses } from '../offer/venue.ts';
import { modes } from '../roads/street.ts';

/*
 * Computed answers as the OpenAPI document describes them. The types of `core/access` come first; each
 * schema is checked against them by the compiler and against real answers by a test.
 */

const reason = z.enum(reasonCodes).nullable().meta({ description: 'Why there is no value.' });
const lonLat = z.tuple([z.number(), z.number()]).meta({
  override: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
  description: 'Longitude, latitude.',
});
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

const offer = z.union([z.object({ kinds: z.array(z.enum(venueKinds)) }), z.object({ venueId: z.string() })]);

const cells = z
  .object({
    id: perCell(z.string()),
    people: perCell(z.number()),
    territory: perCell(index),
    value: perCell(z.number().nullable()),
    reason: perCell(reason),
    minutes: perCell(z.number().nullable()),
    km: perCell(z.number().nullable()),
    venue: perCell(index.nullable()),
  })
  .meta({ description: 'Columns of equal length, one entry for each population cell.' });

export const accessAnswerSchema = z.object({
  query: z.object({
    measure: z.enum(measureIds),
    offer,
    mode: z.enum(modes),
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
  }),
}) satisfies z.ZodType<AccessAnswer>;

export const waySchema = z.object({
  mode: z.enum(modes),
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
}) satisfies z.ZodType<Way>;

export const travelTimesSchema = z.object({
  territoryId: z.string(),
  mode: z.enum(modes),
  cellIds: z.array(z.string()),
  venueIds: z.array(z.string()),
  minutes: z.array(z.array(z.number().nullable())).meta({ description: 'minutes[cell][venue]' }),
}) satisfies z.ZodType<TravelTimes>;
