import { chainsOf, timeOf } from './chains.ts';
import { offsetsByRow, offsetsOf } from './rows.ts';
import { canGetOff, canGetOn, type Timetable } from './timetable.ts';

/**
 * The trips of one day as a search scans them. Times lie stop by stop, not trip by trip: at stop i of
 * pattern p the arrivals of all its trips stand side by side from
 * `timeOffset[p] + i x trips of p`, so that "the first trip after" reads neighbours.
 *
 * Within a pattern no trip overtakes another at any stop.
 */
export interface Schedule {
  readonly stopCount: number;
  readonly patternCount: number;
  /** Index in the timetable of the line of each pattern. */
  readonly line: Int32Array;
  readonly stopOffset: Int32Array;
  readonly stops: Int32Array;
  /** Bits `canGetOn`, `canGetOff` for each of `stops`. */
  readonly use: Uint8Array;
  /** Trips of pattern p, by time: `tripOffset[p] .. tripOffset[p + 1]`. */
  readonly tripOffset: Int32Array;
  readonly timeOffset: Int32Array;
  readonly arrivals: Int32Array;
  readonly departures: Int32Array;
  /** Index in the timetable of each trip, and seconds its times were moved by: a day more or less. */
  readonly trip: Int32Array;
  readonly tripShift: Int32Array;
  /** Where a stop is called at: pattern, and position in it. Calls of stop s: `callOffset[s] .. callOffset[s + 1]`. */
  readonly callOffset: Int32Array;
  readonly callPattern: Int32Array;
  readonly callIndex: Int32Array;
}

/** One trip on one service day; its times are moved by `shift` seconds. */
export interface Run {
  readonly trip: number;
  readonly shift: number;
}

/** A list of runs of one pattern of the timetable, by time, none overtaking another. */
interface Chain {
  readonly pattern: number;
  readonly runs: readonly Run[];
}

/** Lays out the runs of each pattern of a timetable. The order in which they are given does not matter. */
export function buildSchedule(timetable: Timetable, runsOf: (pattern: number) => readonly Run[]): Schedule {
  const chains: Chain[] = [];
  for (let pattern = 0; pattern < timetable.patternCount; pattern += 1) {
    for (const runs of chainsOf(timetable, pattern, runsOf(pattern))) chains.push({ pattern, runs });
  }
  const { patternStopOffset, patternStops, patternStopUse, patternLine } = timetable;
  const ends = chains.map(({ pattern }) => patternStopOffset.subarray(pattern, pattern + 2));
  const stopOffset = offsetsOf(ends.map(([from = 0, to = 0]) => to - from));
  const stops = new Int32Array(stopOffset.at(-1) ?? 0);
  const use = new Uint8Array(stops.length);
  ends.forEach(([from, to], i) => {
    stops.set(patternStops.subarray(from, to), stopOffset[i]);
    use.set(patternStopUse.subarray(from, to), stopOffset[i]);
  });
  const runs = chains.flatMap((chain) => chain.runs);
  return withCalls({
    stopCount: timetable.stops.length,
    patternCount: chains.length,
    line: Int32Array.from(chains, ({ pattern }) => patternLine[pattern] ?? 0),
    stopOffset,
    stops,
    use,
    tripOffset: offsetsOf(chains.map((chain) => chain.runs.length)),
    trip: Int32Array.from(runs, ({ trip }) => trip),
    tripShift: Int32Array.from(runs, ({ shift }) => shift),
    ...timesOf(timetable, chains, stopOffset),
  });
}

/** Turns the times of each chain from trip by trip to stop by stop. */
function timesOf(timetable: Timetable, chains: readonly Chain[], stopOffset: Int32Array) {
  const lengths = chains.map((_, i) => (stopOffset[i + 1] ?? 0) - (stopOffset[i] ?? 0));
  const timeOffset = offsetsOf(chains.map(({ runs }, i) => runs.length * (lengths[i] ?? 0)));
  const arrivals = new Int32Array(timeOffset.at(-1) ?? 0);
  const departures = new Int32Array(arrivals.length);
  chains.forEach(({ runs }, i) => {
    runs.forEach((run, column) => {
      for (let stop = 0; stop < (lengths[i] ?? 0); stop += 1) {
        const slot = (timeOffset[i] ?? 0) + stop * runs.length + column;
        arrivals[slot] = timeOf(timetable, run, 2 * stop);
        departures[slot] = timeOf(timetable, run, 2 * stop + 1);
      }
    });
  });
  return { timeOffset, arrivals, departures };
}

/**
 * The schedule seen in a mirror: time runs backwards, so trips call at their stops in the opposite order,
 * and one gets on where others get off. The earliest arrival in it is the latest departure in the original.
 */
export function mirror(schedule: Schedule): Schedule {
  const { patternCount, stopOffset, tripOffset, timeOffset } = schedule;
  const stops = schedule.stops.slice();
  const use = schedule.use.map(
    (bits) => (bits & canGetOn ? canGetOff : 0) | (bits & canGetOff ? canGetOn : 0),
  );
  const arrivals = schedule.departures.map((seconds) => -seconds);
  const departures = schedule.arrivals.map((seconds) => -seconds);
  const trip = schedule.trip.slice();
  const tripShift = schedule.tripShift.slice();
  // Turning a whole block round turns both the stops and, at each stop, the trips.
  const turn = (array: Int32Array | Uint8Array, offset: Int32Array, pattern: number) =>
    array.subarray(offset[pattern], offset[pattern + 1]).reverse();
  for (let pattern = 0; pattern < patternCount; pattern += 1) {
    for (const array of [stops, use]) turn(array, stopOffset, pattern);
    for (const array of [arrivals, departures]) turn(array, timeOffset, pattern);
    for (const array of [trip, tripShift]) turn(array, tripOffset, pattern);
  }
  return withCalls({ ...schedule, stops, use, arrivals, departures, trip, tripShift });
}

/** Adds the calls by stop: a counting sort of the places where patterns call. */
function withCalls(schedule: Omit<Schedule, 'callOffset' | 'callPattern' | 'callIndex'>): Schedule {
  const { stopCount, patternCount, stopOffset, stops } = schedule;
  const callOffset = offsetsByRow(stops, stopCount);
  const filled = callOffset.slice();
  const callPattern = new Int32Array(stops.length);
  const callIndex = new Int32Array(stops.length);
  for (let pattern = 0; pattern < patternCount; pattern += 1) {
    const first = stopOffset[pattern] ?? 0;
    for (let at = first; at < (stopOffset[pattern + 1] ?? 0); at += 1) {
      const stop = stops[at] ?? 0;
      const slot = filled[stop] ?? 0;
      filled[stop] = slot + 1;
      callPattern[slot] = pattern;
      callIndex[slot] = at - first;
    }
  }
  return { ...schedule, callOffset, callPattern, callIndex };
}
