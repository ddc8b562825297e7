import { z } from 'zod';
import {
  type HomeRoundTrip,
  type RoundTripAnswer,
  type RoundTripColumns,
  type RoundTripEvent,
  type RoundTripJourneys,
  type RoundTripQuery,
  type RoundTripSettings,
  type RoundTripTerritory,
  roundTripBlanks,
  roundTripReasons,
  roundTripStatuses,
  type ShiftAnswer,
  type TerritoryRoundTrips,
} from '../access/round-trip-answer.ts';
import { travelModes } from '../transit/travel-mode.ts';
import { lonLatSchema, transitJourneySchema } from './answers.ts';

/* Round trips as the OpenAPI document describes them; the types of `core/access` come first. */

const mode = z.enum(travelModes);
const status = z.enum(roundTripStatuses);
const reason = z
  .enum(roundTripReasons)
  .nullable()
  .meta({ description: 'Why this half fails; null where it works.' });
const instant = z.string().meta({ description: 'RFC 3339 with offset.' });
const blank = z
  .enum(roundTripBlanks)
  .nullable()
  .meta({ description: 'Why nothing can be said of the event as a whole; null where something can.' });
const onDemand = z
  .object({ zoneId: z.string(), bookBy: instant })
  .nullable()
  .meta({ description: 'On-demand transport that would make it a round trip, if booked by this moment.' });

const query = z.object({
  occurrenceId: z.string(),
  mode,
  startShiftMinutes: z.number(),
  endShiftMinutes: z.number(),
}) satisfies z.ZodType<RoundTripQuery>;

const event = z.object({
  occurrenceId: z.string(),
  eventId: z.string(),
  titleLv: z.string(),
  titleEn: z.string().nullable(),
  venueId: z.string().nullable(),
  place: z.string(),
  lonLat: lonLatSchema.nullable(),
  startsAt: instant,
  endsAt: instant,
  isEndAssumed: z.boolean().meta({ description: 'True when no end is stated and a usual length was taken.' }),
}) satisfies z.ZodType<RoundTripEvent>;

const settings = z.object({
  earlyMinutes: z.number(),
  lateMinutes: z.number(),
  homeBy: z.string(),
  darkWalkMinutes: z.number().nullable(),
  assumedEventMinutes: z.number(),
}) satisfies z.ZodType<RoundTripSettings>;

const trip = z.object({
  status,
  outboundReason: reason,
  homewardReason: reason,
  leaveBy: instant.nullable(),
  homeAt: instant.nullable(),
  awayMinutes: z.number().nullable(),
  waitMinutes: z.number().nullable(),
  ridesOutbound: z.number().nullable(),
  ridesHomeward: z.number().nullable(),
  missedMinutes: z.number().nullable(),
  onDemand,
}) satisfies z.ZodType<HomeRoundTrip>;

const { shape } = trip;
const columns = z
  .object({
    id: z.array(z.string()),
    people: z.array(z.number()),
    smallCounts: z.array(z.number().int()).exactOptional().meta({
      description: 'Published counts of 5 in each cell, each standing for 1 to 10 residents; absent: none.',
    }),
    territory: z.array(z.number().int()),
    ring: z.array(z.array(lonLatSchema)).nullable(),
    status: z.array(shape.status),
    outboundReason: z.array(shape.outboundReason),
    homewardReason: z.array(shape.homewardReason),
    leaveBy: z.array(shape.leaveBy),
    homeAt: z.array(shape.homeAt),
    awayMinutes: z.array(shape.awayMinutes),
    waitMinutes: z.array(shape.waitMinutes),
    ridesOutbound: z.array(shape.ridesOutbound),
    ridesHomeward: z.array(shape.ridesHomeward),
    missedMinutes: z.array(shape.missedMinutes),
    onDemand: z.array(shape.onDemand),
  })
  .meta({
    description: 'Columns of equal length, one entry for each population cell.',
  }) satisfies z.ZodType<RoundTripColumns>;

const sum = z.object({
  people: z.number(),
  peopleByStatus: z.record(status, z.number()),
  peopleIfBooked: z.number(),
  percent: z
    .number()
    .nullable()
    .meta({ description: 'Share with a round trip, 0-100; null of nobody, and with a `blank`.' }),
});

const territory = sum.extend({
  id: z.string(),
  nameLv: z.string(),
  nameEn: z.string(),
  withoutCar: sum
    .extend({ assumedPercent: z.number().nullable() })
    .meta({ description: 'Residents without a car: an estimate from a share by parish, never a count.' }),
}) satisfies z.ZodType<RoundTripTerritory>;

export const roundTripAnswerSchema = z.object({
  query,
  event,
  settings,
  blank,
  cells: columns,
  territories: z.array(territory),
  total: territory,
  peopleByReason: z.partialRecord(z.enum(roundTripReasons), z.number()),
}) satisfies z.ZodType<RoundTripAnswer>;

const journey = transitJourneySchema.nullable();

export const roundTripJourneysSchema = z.object({
  query,
  event,
  cellId: z.string(),
  trip,
  outbound: journey,
  homeward: journey,
}) satisfies z.ZodType<RoundTripJourneys>;

export const territoryRoundTripsSchema = z.object({
  territoryId: z.string(),
  mode,
  settings,
  cellIds: z.array(z.string()),
  occurrences: z.array(
    z.object({ event, trips: z.array(trip).meta({ description: 'In the order of `cellIds`.' }) }),
  ),
}) satisfies z.ZodType<TerritoryRoundTrips>;

const curve = z.array(z.object({ minutes: z.number(), people: z.number(), percent: z.number().nullable() }));

export const shiftAnswerSchema = z.object({
  event,
  mode,
  blank,
  byEndShift: curve,
  byStartShift: curve,
  laterDepartures: z.array(
    z.object({
      line: z.string(),
      lineName: z.string(),
      tripId: z.string(),
      stopName: z.string(),
      departsAt: instant,
      laterMinutes: z.number(),
      morePeople: z.number(),
    }),
  ),
}) satisfies z.ZodType<ShiftAnswer>;
