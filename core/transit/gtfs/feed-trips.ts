import { canGetOff, canGetOn, type Line } from '../timetable.ts';
import { clockText, departuresOf, type Repeat, readFrequencies } from './frequencies.ts';
import { daysOf, type Service } from './services.ts';
import { type Call, readStopTimes } from './stop-times.ts';
import type { StopRow, StopTable } from './stops.ts';
import type { Reading } from './table.ts';
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

export interface FeedCounts {
  /** Trips left out because fewer than two of their stops lie within the network. */
  readonly tripsOutside: number;
  readonly tripsLeftOut: number;
  readonly calls: number;
  readonly callsInterpolated: number;
}

type Lines = ReadonlyMap<string, Line>;
type Services = ReadonlyMap<string, Service>;

/** Trips of the feed that can be used, those of `frequencies.txt` unfolded. What cannot be used is reported. */
export function readFeedTrips(reading: Reading, stops: StopTable, lines: Lines, services: Services) {
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
