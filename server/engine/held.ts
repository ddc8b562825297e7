import { createHash } from 'node:crypto';
import type { AccessAnswer, ReasonCode } from '#core/access/answer.ts';
import type { ShiftAnswer } from '#core/access/round-trip-answer.ts';
import { unreachable } from '#core/roads/reach.ts';
import type { Mode } from '#core/roads/street.ts';
import type { DepartureWindow, TravelMode } from '#core/transit/travel-mode.ts';
import type { TravelColumns } from '../db/queries/travel-columns.ts';
import { columnOf } from './column.ts';
import { once } from './once.ts';
import type { PackedTrips } from './packed-trips.ts';
import type { Pool } from './pool.ts';
import { blankIn } from './service-days.ts';
import type { TravelSettings } from './settings.ts';
import { createSharedWork, type SharedWork } from './shared-work.ts';
import type { Snapshot } from './snapshot.ts';
import type { Survey } from './tasks/prepare.ts';
import { createTravel, type Travel } from './travel.ts';
import type { World } from './world.ts';

/** Everything known of one data version; replaced whole, so that no answer mixes two. */
export interface Held {
  readonly snapshot: Snapshot;
  /** What the threads reckon with; the stops are linked where there is a timetable. */
  readonly streetWorld: () => Promise<World>;
  readonly linkedWorld: () => Promise<World>;
  readonly survey: () => Promise<Survey>;
  travel(mode: TravelMode, departure: DepartureWindow | null): Promise<Travel>;
  /** Under which name the columns of such travel are kept. */
  basis(mode: TravelMode, departure: DepartureWindow | null): string;
  readonly answers: SharedWork<AccessAnswer>;
  readonly trips: SharedWork<PackedTrips>;
  readonly shifts: SharedWork<ShiftAnswer>;
}

export interface HeldOptions {
  readonly snapshot: Snapshot;
  readonly settings: TravelSettings;
  readonly pool: Pool;
  readonly columns: TravelColumns;
  readonly onError: (error: unknown) => void;
  /** Departures whose columns are kept between starts. */
  readonly isKept: (departure: DepartureWindow) => boolean;
}

/** Answers kept per data version: all presets of the client in every mode, and room to explore. */
const kept = { answers: 200, windows: 12, trips: 3000, shifts: 200 } as const;
/** Raised when the same data and settings give other times. */
const revision = 1;

export function createHeld(options: HeldOptions): Held {
  const { snapshot, settings, pool, columns, onError } = options;
  const bare = worldOf(snapshot, settings);
  const survey = once(() => pool.run(bare, 'survey', null));
  const streetWorld = once(async (): Promise<World> => {
    const { renewed } = await survey();
    if (renewed === null) return bare;
    const key = `${bare.streets.key}~`;
    return { ...bare, key: `${bare.key}~`, streets: { key, bytes: renewed } };
  });
  const linkedWorld = once(async (): Promise<World> => {
    const world = await streetWorld();
    if (world.timetable === null) return world;
    return { ...world, key: `${world.key}+`, link: await pool.run(world, 'link', null) };
  });
  const settingsKey = createHash('sha256')
    .update(JSON.stringify([revision, settings]))
    .digest('hex')
    .slice(0, 16);
  const basis: Held['basis'] = (mode, departure) => {
    const { streets, homesKey, timetable } = snapshot;
    const parts = [`streets ${streets.key}`, `homes ${homesKey}`, `settings ${settingsKey}`, mode];
    if (departure === null) return parts.join('; ');
    const { date, from, windowMinutes, percentile } = departure;
    const when = `${date}T${from} +${windowMinutes} p${percentile}`;
    return [...parts, `timetable ${timetable?.key}`, when].join('; ');
  };

  const onStreets = new Map<Mode, () => Promise<Travel>>();
  const travelOnStreets = async (mode: Mode): Promise<Travel> => {
    const world = await streetWorld();
    const snapped = await pool.run(world, 'snappedHomes', { mode });
    return createTravel({
      snapshot,
      mode,
      departure: null,
      unknown: snapped.map((isSnapped) => (isSnapped ? null : 'unsnapped')),
      noWay: snapped.map(() => 'no-route'),
      compute: (places, run) =>
        pool.run(world, 'streetColumns', { mode, places: places.map(({ lonLat }) => lonLat) }, run),
      store: { columns, basis: basis(mode, null) },
      onError,
    });
  };
  const windows = createSharedWork<Travel>(kept.windows);
  const travelByTransit = async (departure: DepartureWindow | null): Promise<Travel> => {
    const decoded = snapshot.timetable?.decoded ?? null;
    const blank = departure === null ? 'no-timetable' : blankIn(decoded, departure);
    if (blank !== null || departure === null)
      return blankTravel(snapshot, departure, blank ?? 'no-timetable', onError);
    const world = await linkedWorld();
    const snapped = await pool.run(world, 'snappedHomes', { mode: 'foot' });
    const { offset } = world.link?.homeWalks ?? { offset: new Int32Array(snapped.length + 1) };
    const hasStop = snapped.map((_, home) => (offset[home + 1] ?? 0) > (offset[home] ?? 0));
    return createTravel({
      snapshot,
      mode: 'public-transport',
      departure,
      unknown: snapped.map((isSnapped) => (isSnapped ? null : 'unsnapped')),
      noWay: hasStop.map((has) => (has ? 'no-journey-in-window' : 'no-stop-within-walk')),
      compute: (places, run) =>
        pool.run(
          world,
          'transitColumns',
          { window: departure, places: places.map(({ lonLat }) => lonLat) },
          run,
        ),
      store: options.isKept(departure) ? { columns, basis: basis('public-transport', departure) } : null,
      onError,
    });
  };

  return {
    snapshot,
    streetWorld,
    linkedWorld,
    survey,
    basis,
    travel(mode, departure) {
      if (mode === 'public-transport') {
        return windows.recall(JSON.stringify(departure), () => travelByTransit(departure));
      }
      const known = onStreets.get(mode) ?? once(() => travelOnStreets(mode));
      onStreets.set(mode, known);
      return known();
    },
    answers: createSharedWork(kept.answers),
    trips: createSharedWork(kept.trips),
    shifts: createSharedWork(kept.shifts),
  };
}

function worldOf(snapshot: Snapshot, settings: TravelSettings): World {
  const { streets, timetable, cells, units, homesKey, zones, region } = snapshot;
  const indexOf = new Map(units.map(({ id }, index) => [id, index]));
  return {
    key: snapshot.key,
    streets,
    timetable: timetable && { key: timetable.key, bytes: timetable.bytes },
    homes: {
      key: homesKey,
      lonLat: cells.map(({ centre }) => centre),
      people: cells.map(({ people }) => people),
      territory: cells.map(({ territoryId }) => indexOf.get(territoryId) ?? -1),
      territoryId: cells.map(({ territoryId }) => territoryId),
    },
    zones,
    timeZone: region.timeZone,
    settings,
    link: null,
  };
}

/** Nothing is known for any home, whatever the destination. */
const blankTravel = (
  snapshot: Snapshot,
  departure: DepartureWindow | null,
  reason: ReasonCode,
  onError: (error: unknown) => void,
): Promise<Travel> =>
  createTravel({
    snapshot,
    mode: 'public-transport',
    departure,
    unknown: snapshot.cells.map(() => reason),
    noWay: snapshot.cells.map(() => reason),
    compute: async (places) => {
      const nothing = new Int32Array(snapshot.cells.length).fill(unreachable);
      return places.map(() => columnOf(true, nothing, null));
    },
    store: null,
    onError,
  });
