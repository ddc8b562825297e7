import type { Logger } from 'pino';
import type { AccessAnswer, AccessQuery } from '#core/access/answer.ts';
import type { OccurrenceListing } from '#core/offer/event.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import type { Region } from '#core/place/region.ts';
import { zoneOf } from '#core/place/zoned-time.ts';
import { Problem } from '#core/problem.ts';
import { modes } from '#core/roads/street.ts';
import type { DepartureWindow, TravelMode } from '#core/transit/travel-mode.ts';
import type { Clock, Engine, ItemsQuery } from '../context.ts';
import type { EngineData } from '../db/queries/engine.ts';
import { answerAccess, canonical, sameSpelling } from './access.ts';
import { cachedFiles } from './file-cache.ts';
import { createHeld, type Held } from './held.ts';
import { type PackedTrips, packTrips, unpackTrips } from './packed-trips.ts';
import { createPool } from './pool.ts';
import { createLedger } from './progress.ts';
import { describeTimetable, usualWindow } from './service-days.ts';
import { type Assumptions, defaultTravelSettings, noAssumptions, type TravelSettings } from './settings.ts';
import { readSnapshot, snapshotKey } from './snapshot.ts';
import type { RoundTripTask } from './tasks/round-trips.ts';
import { noWay } from './tasks/street-ways.ts';
import { describeEvent, taskOf, tripEventOf } from './trip-events.ts';
import { answerRoundTrip } from './trips.ts';
import { answerTravelTimes, answerWays, type FindWay, homesIn } from './ways.ts';

export interface EngineOptions {
  readonly data: EngineData;
  readonly region: Region;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'error'>;
  readonly settings?: TravelSettings;
  readonly assumptions?: Assumptions;
  /** Where graphs and timetables are kept beside the database, which is slower to read; null is nowhere. */
  readonly cacheFolder?: string | null;
}

/** Work that the engine can do ahead, so that nobody waits for it later; `progress` tells of it. */
export interface Ahead {
  /** Reads the current data version now instead of at the next question. */
  refresh(): Promise<void>;
  /** Travel of every mode to everything; kept, and only what is missing is computed. */
  computeTravelTimes(): Promise<void>;
  /** Round trips by public transport to every date of the days to come. */
  computeRoundTrips(days: number): Promise<void>;
  close(): Promise<void>;
}

const everything: ItemsQuery = {
  limit: 10_000,
  cursor: null,
  bbox: null,
  datetime: null,
  q: null,
  filters: {},
  sortby: null,
};

/**
 * Travel and measures held in memory by data version, computed in threads. Each question first looks whether
 * the database has moved on (another process may have imported) and reads anew if so; questions under way
 * finish on the version they began with.
 */
export function createEngine(options: EngineOptions): Engine & Ahead {
  const { data, region, clock, log } = options;
  const settings = options.settings ?? defaultTravelSettings;
  const assumptions = options.assumptions ?? noAssumptions;
  const pool = createPool();
  const ledger = createLedger();
  const files = cachedFiles(data.files, options.cacheFolder ?? null);
  const zone = zoneOf(region.timeZone);
  let held: Held | null = null;
  let reading: Promise<Held> | null = null;

  const today = () => zone.localTime(clock.now()).slice(0, 10);
  const usualOn = ({ snapshot }: Held) =>
    usualWindow(snapshot.timetable?.decoded ?? null, assumptions, today());
  const onError = (error: unknown) => log.error({ err: error }, 'travel times could not be kept');

  const read = async (): Promise<Held> => {
    const snapshot = await readSnapshot(data, files.read, region, held?.snapshot ?? null);
    if (held?.snapshot.key === snapshot.key) return held;
    const usual = JSON.stringify(usualWindow(snapshot.timetable?.decoded ?? null, assumptions, today()));
    const isKept = (departure: DepartureWindow) => JSON.stringify(sameSpelling(departure)) === usual;
    const next = createHeld({ snapshot, settings, pool, columns: data.columns, onError, isKept });
    held = next;
    files.sweep().catch(onError);
    tellOf(next);
    return next;
  };
  const tellOf = (next: Held) => {
    const { cells, venues, timetable } = next.snapshot;
    const counts = { cells: cells.length, venues: venues.length, trips: timetable?.decoded.tripCount ?? 0 };
    next.survey().then(
      ({ renewed, ...streets }) =>
        log.info(
          { ...streets, ...counts, isRenewed: renewed !== null },
          'streets, homes and venues are in memory',
        ),
      () => undefined,
    );
  };
  const refresh = (): Promise<Held> => {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  };
  const current = async (): Promise<Held> => {
    const key = snapshotKey(await data.currentVersions());
    return held?.snapshot.key === key ? held : refresh();
  };
  const on = async (versions: readonly DatasetVersion[]): Promise<Held | null> => {
    const key = snapshotKey(versions);
    const wanted = held?.snapshot.key === key ? held : await refresh();
    return wanted.snapshot.key === key ? wanted : null;
  };

  const travelOf = (on: Held, mode: TravelMode, departure: DepartureWindow | null) =>
    on.travel(mode, mode === 'public-transport' ? sameSpelling(departure ?? usualOn(on)) : null);

  const answer = (on: Held, query: AccessQuery, signal?: AbortSignal): Promise<AccessAnswer> => {
    const question = canonical(query, usualOn(on));
    const compute = async (aborted: AbortSignal) =>
      answerAccess(on.snapshot, await on.travel(question.mode, question.departure), question, aborted);
    return on.answers.recall(JSON.stringify(question), compute, signal);
  };

  const tripsOf = (
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
  const unpack = (trips: PackedTrips, homes: readonly number[]) => unpackTrips(trips, homes, region.timeZone);

  /** Dates under way between two instants that take place, by start. */
  const datesBetween = async (from: string, to: string): Promise<readonly OccurrenceListing[]> => {
    const dates: OccurrenceListing[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await data.listOccurrences({ ...everything, cursor, datetime: { from, to } });
      dates.push(...page.items.filter(({ status }) => status !== 'cancelled'));
      if (page.nextCursor === null) return dates;
      cursor = page.nextCursor;
    }
  };

  return {
    access: async (query, signal) => answer(await current(), query, signal),
    async accessOn(versions, query) {
      const wanted = await on(versions);
      return wanted && answer(wanted, query);
    },
    isOn: async (versions) => (await on(versions)) !== null,
    async ways(query, signal) {
      const now = await current();
      const travel = await travelOf(now, query.mode, query.departure);
      const find: FindWay = async (home, cell, row) => {
        const { lonLat: place, nameLv: placeName } = travel.destinations[row] ?? region.focalTown;
        const { mode, departure: window } = travel;
        const blank = travel.homes.unknown[home] ?? null;
        if (mode !== 'public-transport') {
          return pool.run(await now.streetWorld(), 'streetWay', { mode, home, place }, { signal });
        }
        if (window === null || blank !== null) return noWay(blank ?? 'no-timetable');
        const homeName = cell.nearestSettlement;
        const task = { window, home, homeName, place, placeName };
        return pool.run(await now.linkedWorld(), 'transitWay', task, { signal });
      };
      return answerWays(now.snapshot, travel, query, find, signal);
    },
    async travelTimes(territoryId, mode, departure, signal) {
      const now = await current();
      return answerTravelTimes(now.snapshot, await travelOf(now, mode, departure), territoryId, signal);
    },
    async roundTrip(query, signal) {
      const now = await current();
      const listing = await data.getOccurrence(query.occurrenceId);
      const packed = await tripsOf(now, taskOf(listing, query.mode, query), signal);
      const event = describeEvent(listing, settings.roundTrip, region.timeZone, query);
      const trips = unpack(packed, [...now.snapshot.cells.keys()]);
      return answerRoundTrip(now.snapshot, query, event, trips, settings, assumptions.withoutCarPercent);
    },
    async roundTripJourneys(query, cellId, signal) {
      const now = await current();
      const home = now.snapshot.cells.findIndex(({ id }) => id === cellId);
      const cell = now.snapshot.cells[home];
      if (!cell) throw new Problem('not-found', { values: { what: cellId } });
      const listing = await data.getOccurrence(query.occurrenceId);
      const event = describeEvent(listing, settings.roundTrip, region.timeZone, query);
      const names = { homeName: cell.nearestSettlement, placeName: event.place };
      const task = { ...taskOf(listing, query.mode, query), home, ...names };
      const { trip, ...journeys } = await pool.run(await now.linkedWorld(), 'journeys', task, { signal });
      if (trip === null) throw new Problem('not-found', { values: { what: cellId } });
      return { query, event, cellId, trip, ...journeys };
    },
    async territoryRoundTrips(territoryId, mode, from, to, signal) {
      const now = await current();
      const homes = homesIn(now.snapshot, territoryId);
      const occurrences = (await datesBetween(from, to)).map(async (listing) => ({
        event: describeEvent(listing, settings.roundTrip, region.timeZone),
        trips: unpack(await tripsOf(now, taskOf(listing, mode), signal), homes),
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
      const now = await current();
      const listing = await data.getOccurrence(occurrenceId);
      const task = tripEventOf(listing, mode);
      const event = describeEvent(listing, settings.roundTrip, region.timeZone);
      const compute = async (aborted: AbortSignal) => {
        const found = await pool.run(await now.linkedWorld(), 'shift', task, { signal: aborted });
        return { event, mode, ...found };
      };
      return now.shifts.recall(JSON.stringify([occurrenceId, event, mode]), compute, signal);
    },
    async timetable() {
      const { timetable } = (await current()).snapshot;
      return timetable && describeTimetable(timetable.decoded, assumptions);
    },
    progress: () => ledger.read(),
    isReady: () => held !== null,
    async refresh() {
      await refresh();
    },
    async computeTravelTimes() {
      const now = await current();
      const usual = usualOn(now);
      const wanted = [...modes.map((mode) => [mode, null] as const), ['public-transport', usual] as const];
      for (const [mode, departure] of wanted) {
        if (mode === 'public-transport' && departure === null) continue;
        await ledger.run(`travel-times/${mode}`, 'travel-times', async (step) =>
          (await now.travel(mode, departure)).knowAll(step),
        );
      }
      // What an older state of the data left behind; a newer one sweeps for itself.
      if (held === now)
        await data.columns.sweep(wanted.map(([mode, departure]) => now.basis(mode, departure)));
    },
    async computeRoundTrips(days) {
      const now = await current();
      if (now.snapshot.timetable === null) return;
      const from = clock.now();
      const to = new Date(from.getTime() + days * 86_400_000);
      await ledger.run('round-trips/public-transport', 'round-trips', async (step) => {
        const dates = await datesBetween(from.toISOString(), to.toISOString());
        step(0, dates.length);
        for (const [i, listing] of dates.entries()) {
          if (held !== now) return;
          await tripsOf(now, taskOf(listing, 'public-transport'), undefined, true);
          step(i + 1, dates.length);
        }
      });
    },
    close: () => pool.close(),
  };
}
