import { asAnnounced, type Shifts, timingOf } from '#core/access/round-trip/timing.ts';
import type { OccurrenceListing } from '#core/offer/event.ts';
import { Problem } from '#core/problem.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import type { Engine, ItemsQuery } from '../context.ts';
import type { EngineData } from '../db/queries/engine.ts';
import type { Held } from './held.ts';
import { type PackedTrips, packTrips, unpackTrips } from './packed-trips.ts';
import type { Pool } from './pool.ts';
import type { State, StateOptions } from './state.ts';
import type { RoundTripTask } from './tasks/round-trips.ts';
import { blankOf } from './trip-blank.ts';
import { describeEvent, taskOf, tripEventOf } from './trip-events.ts';
import { answerRoundTrip } from './trips.ts';
import { homesIn } from './ways.ts';

type Questions = Pick<Engine, 'roundTrip' | 'roundTripJourneys' | 'territoryRoundTrips' | 'shift'>;

const everything: ItemsQuery = {
  limit: 10_000,
  cursor: null,
  bbox: null,
  datetime: null,
  q: null,
  filters: {},
  sortby: null,
};

/** Dates under way between two RFC 3339 instants that take place, by start: neither cancelled nor postponed. */
export async function datesBetween(
  data: Pick<EngineData, 'listOccurrences'>,
  from: string,
  to: string,
): Promise<readonly OccurrenceListing[]> {
  const dates: OccurrenceListing[] = [];
  let cursor: string | null = null;
  do {
    const page = await data.listOccurrences({ ...everything, cursor, datetime: { from, to } });
    dates.push(...page.items.filter(({ status }) => status === 'scheduled' || status === 'moved'));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return dates;
}

/** Round trips of all homes, computed once for each event as it is announced and then kept. */
export const tripsOf = (
  pool: Pool,
  on: Held,
  task: RoundTripTask,
  signal?: AbortSignal,
  isBackground = false,
): Promise<PackedTrips> =>
  on.trips.recall(
    JSON.stringify(task),
    async (aborted) => {
      const world = await on.linkedWorld();
      return packTrips(await pool.run(world, 'roundTrip', task, { signal: aborted, isBackground }));
    },
    signal,
  );

/** Answers about events and the way home. */
export function createTripQuestions(state: State, options: StateOptions): Questions {
  const { data, region, settings, assumptions, pool } = options;
  const eventOf = (listing: OccurrenceListing, shifts?: Shifts) =>
    describeEvent(listing, settings.roundTrip, region.timeZone, shifts);
  const blankIn = (
    { snapshot }: Held,
    listing: OccurrenceListing,
    mode: TravelMode,
    shifts = asAnnounced,
  ) => {
    const timing = timingOf(listing, shifts, settings.roundTrip, region.timeZone, listing.lonLat);
    return blankOf(tripEventOf(listing, mode), timing, snapshot.timetable?.decoded ?? null);
  };
  const unpack = (trips: PackedTrips, homes: readonly number[]) => unpackTrips(trips, homes, region.timeZone);

  return {
    async roundTrip(query, signal) {
      const now = await state.current();
      const listing = await data.getOccurrence(query.occurrenceId);
      const packed = await tripsOf(pool, now, taskOf(listing, query.mode, query), signal);
      const trips = unpack(packed, [...now.snapshot.cells.keys()]);
      const shares = assumptions.withoutCarPercent;
      const blank = blankIn(now, listing, query.mode, query);
      return answerRoundTrip(now.snapshot, query, eventOf(listing, query), trips, settings, shares, blank);
    },
    async roundTripJourneys(query, cellId, signal) {
      const now = await state.current();
      const home = now.snapshot.cells.findIndex(({ id }) => id === cellId);
      const cell = now.snapshot.cells[home];
      if (!cell) throw new Problem('not-found', { values: { what: cellId } });
      const listing = await data.getOccurrence(query.occurrenceId);
      const event = eventOf(listing, query);
      const names = { homeName: cell.nearestSettlement, placeName: event.place };
      const task = { ...taskOf(listing, query.mode, query), home, ...names };
      const found = await pool.run(await now.linkedWorld(), 'journeys', task, { signal });
      return { query, event, cellId, ...found };
    },
    async territoryRoundTrips(territoryId, mode, from, to, signal) {
      const now = await state.current();
      const homes = homesIn(now.snapshot, territoryId);
      const occurrences = (await datesBetween(data, from, to)).map(async (listing) => ({
        event: eventOf(listing),
        trips: unpack(await tripsOf(pool, now, taskOf(listing, mode), signal), homes),
      }));
      return {
        territoryId,
        mode,
        settings: settings.roundTrip,
        cellIds: homes.map((home) => now.snapshot.cells[home]?.id ?? ''),
        occurrences: await Promise.all(occurrences),
      };
    },
    async shift(occurrenceId, mode, signal) {
      const now = await state.current();
      const listing = await data.getOccurrence(occurrenceId);
      const event = eventOf(listing);
      const blank = blankIn(now, listing, mode);
      if (blank !== null) {
        return { event, mode, blank, byEndShift: [], byStartShift: [], laterDepartures: [] };
      }
      const compute = async (aborted: AbortSignal) => {
        const world = await now.linkedWorld();
        const found = await pool.run(world, 'shift', tripEventOf(listing, mode), { signal: aborted });
        return { event, mode, blank, ...found };
      };
      return now.shifts.recall(JSON.stringify([event, mode]), compute, signal);
    },
  };
}
