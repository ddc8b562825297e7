import type { Bbox } from '../../place/units.ts';
import { Problem } from '../../problem.ts';
import { canGetOff, canGetOn, type Line } from '../timetable.ts';
import { readAgencies } from './agencies.ts';
import { type FeedInfo, readFeedInfo } from './feed-info.ts';
import { clockText, departuresOf, type Repeat, readFrequencies } from './frequencies.ts';
import { createProblems, type GtfsTable } from './problems.ts';
import { readRoutes } from './routes.ts';
import { daysOf, readServices, type Service } from './services.ts';
import { type Call, readStopTimes } from './stop-times.ts';
import { readStops, type StopRow, type StopTable } from './stops.ts';
import { type GtfsFeed, type Reading, whereIn } from './table.ts';
import { boardingCalls, type UsableCalls, usableCalls } from './trip-calls.ts';
import { readTrips, type TripRow } from './trips.ts';

/** A trip that passengers can use. */
export interface FeedTrip {
  /** GTFS id, with "@HH:MM:SS" behind for one of `frequencies.txt`; without the prefix of the feed. */
  readonly id: string;
  readonly lineId: string;
  readonly serviceId: string;
  readonly headsign: string;
  /** Indices of stops of the feed, and for each the bits `canGetOn`, `canGetOff`. */
  readonly stops: readonly number[];
  readonly uses: readonly number[];
  /** Arrival and departure at each stop. */
  readonly times: Int32Array;
}

/** One feed, read and cleaned. */
export interface FeedContent {
  readonly reading: Reading;
  readonly timeZone: string;
  readonly info: FeedInfo;
  readonly stops: readonly StopRow[];
  readonly lines: ReadonlyMap<string, Line>;
  readonly services: ReadonlyMap<string, Service>;
  readonly trips: readonly FeedTrip[];
  readonly counts: FeedCounts;
}

export interface FeedCounts {
  /** Trips left out because fewer than two of their stops lie within the network. */
  readonly tripsOutside: number;
  readonly tripsLeftOut: number;
  readonly calls: number;
  readonly callsInterpolated: number;
}

const requiredTables: readonly GtfsTable[] = [
  'agency.txt',
  'stops.txt',
  'routes.txt',
  'trips.txt',
  'stop_times.txt',
];

/**
 * Reads one feed. What cannot be trusted as a whole ends it; a single row or trip is left out and reported.
 * @throws Problem `bad-import` for a missing table or column, a bad time zone, or no trip that can be used.
 */
export function readFeed(feed: GtfsFeed, bounds: Bbox | null): FeedContent {
  const missing = requiredTables.filter((table) => feed.tables[table] === undefined);
  if (missing.length > 0) {
    throw new Problem('bad-import', {
      faults: missing.map((table) => ({ field: whereIn(feed, table), fault: 'missing' })),
    });
  }
  const reading: Reading = { feed, problems: createProblems(), rows: new Map() };
  const info = readFeedInfo(reading);
  const agencies = readAgencies(reading);
  const stops = readStops(reading, bounds);
  const lines = readRoutes(reading, agencies);
  const services = readServices(reading);
  const { trips, counts } = readFeedTrips(reading, stops, lines, services);
  if (trips.length === 0) throw noTrip(reading);
  return { reading, timeZone: agencies.timeZone, info, stops: stops.rows, lines, services, trips, counts };
}

/** Names the reasons that left nothing, because they are what must be mended. */
function noTrip({ feed, problems }: Reading): Problem {
  const causes = problems.list().flatMap(({ kind, examples }) =>
    examples.slice(0, 1).map(({ table, row, value }) => ({
      field: whereIn(feed, table),
      row,
      fault: kind === 'unknown-reference' ? ('unknown-reference' as const) : ('malformed' as const),
      value: `${kind}: ${value}`,
    })),
  );
  const none = {
    field: whereIn(feed, 'trips.txt'),
    fault: 'out-of-range',
    value: '0',
    expected: '>= 1',
  } as const;
  return new Problem('bad-import', { faults: [none, ...causes] });
}

type Lines = ReadonlyMap<string, Line>;
type Services = ReadonlyMap<string, Service>;

function readFeedTrips(reading: Reading, stops: StopTable, lines: Lines, services: Services) {
  const { problems } = reading;
  const table = readTrips(reading, lines, services);
  const calls = readStopTimes(reading, table, stops);
  const repeats = readFrequencies(reading, table);
  const neverRuns = new Set([...services].flatMap(([id, service]) => (daysOf(service) === null ? [id] : [])));
  const trips: FeedTrip[] = [];
  const counts = { tripsOutside: 0, tripsLeftOut: 0, calls: 0, callsInterpolated: 0 };
  table.rows.forEach((row, index) => {
    const isIdle = neverRuns.has(row.serviceId);
    if (isIdle) problems.add('never-runs', 'trips.txt', row.row, row.id);
    const all =
      isIdle || calls.isBroken(index) ? null : usableCalls(reading, row, calls.callsOf(index), stops);
    const kept = all === null ? [] : boardingCalls(reading, all.calls, stops);
    if (all === null || kept.length < 2) {
      const isOutside = all?.calls.some(({ stop }) => isFarOff(stops.rows[stop])) ?? false;
      counts[isOutside ? 'tripsOutside' : 'tripsLeftOut'] += 1;
      if (all !== null && !isOutside) problems.add('too-few-calls', 'trips.txt', row.row, row.id);
      return;
    }
    const made = tripsOf(row, all, kept, repeats.get(index) ?? null);
    trips.push(...made);
    counts.calls += kept.length * made.length;
    counts.callsInterpolated += all.interpolated * made.length;
  });
  return { trips, counts };
}

const isFarOff = (stop: StopRow | undefined): boolean => stop?.lonLat != null && !stop.isInside;

/** The trip itself, or every departure of its repeats, which are stated for its first stop of all. */
function tripsOf(
  row: TripRow,
  all: UsableCalls,
  kept: readonly Call[],
  repeats: readonly Repeat[] | null,
): FeedTrip[] {
  const times = Int32Array.from(kept.flatMap(({ arrival, departure }) => [arrival, departure]));
  const { lineId, serviceId } = row;
  const headsign = row.headsign || all.lastName;
  const common = { lineId, serviceId, headsign, stops: kept.map(({ stop }) => stop), uses: usesOf(kept) };
  if (repeats === null) return [{ id: row.id, ...common, times }];
  const first = all.calls[0]?.departure ?? 0;
  return departuresOf(repeats).map((departure) => ({
    id: `${row.id}@${clockText(departure)}`,
    ...common,
    times: times.map((time) => time - first + departure),
  }));
}

/** Nobody gets off where a trip begins or on where it ends, whatever the table says. */
const usesOf = (calls: readonly Call[]): number[] =>
  calls.map(({ use }, index) => {
    if (index === 0) return use & canGetOn;
    return index === calls.length - 1 ? use & canGetOff : use;
  });
