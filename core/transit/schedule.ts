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
  const { patternStopOffset } = timetable;
  const lengths = chains.map(
    ({ pattern }) => (patternStopOffset[pattern + 1] ?? 0) - (patternStopOffset[pattern] ?? 0),
  );
  const stopOffset = running(lengths);
  const timeOffset = running(chains.map(({ runs }, i) => runs.length * (lengths[i] ?? 0)));
  const runs = chains.flatMap((chain) => chain.runs);
  const stops = new Int32Array(stopOffset.at(-1) ?? 0);
  const use = new Uint8Array(stops.length);
  const arrivals = new Int32Array(timeOffset.at(-1) ?? 0);
  const departures = new Int32Array(arrivals.length);
  chains.forEach(({ pattern, runs: ofChain }, i) => {
    const from = patternStopOffset[pattern] ?? 0;
    const to = patternStopOffset[pattern + 1] ?? 0;
    stops.set(timetable.patternStops.subarray(from, to), stopOffset[i]);
    use.set(timetable.patternStopUse.subarray(from, to), stopOffset[i]);
    ofChain.forEach((run, column) => {
      for (let stop = 0; stop < to - from; stop += 1) {
        const slot = (timeOffset[i] ?? 0) + stop * ofChain.length + column;
        arrivals[slot] = timeOf(timetable, run, 2 * stop);
        departures[slot] = timeOf(timetable, run, 2 * stop + 1);
      }
    });
  });
  return withCalls({
    stopCount: timetable.stops.length,
    patternCount: chains.length,
    line: Int32Array.from(chains, ({ pattern }) => timetable.patternLine[pattern] ?? 0),
    stopOffset,
    stops,
    use,
    tripOffset: running(chains.map((chain) => chain.runs.length)),
    timeOffset,
    arrivals,
    departures,
    trip: Int32Array.from(runs, (run) => run.trip),
    tripShift: Int32Array.from(runs, (run) => run.shift),
  });
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

/** Time of a run in column `column` of its row: arrival and departure by turns. */
const timeOf = ({ tripTimes, tripTimeOffset }: Timetable, { trip, shift }: Run, column: number) =>
  (tripTimes[(tripTimeOffset[trip] ?? 0) + column] ?? 0) + shift;

/**
 * Runs of a pattern in as few chains as a greedy pass finds. One chain, nearly always: a second is needed
 * where a slow trip of last evening's service is overtaken by one of this morning's.
 */
function chainsOf(timetable: Timetable, pattern: number, runs: readonly Run[]): Run[][] {
  const { patternStopOffset } = timetable;
  const columns = 2 * ((patternStopOffset[pattern + 1] ?? 0) - (patternStopOffset[pattern] ?? 0));
  const byTime = runs.toSorted((a, b) => {
    for (let column = 0; column < columns; column += 1) {
      const difference = timeOf(timetable, a, column) - timeOf(timetable, b, column);
      if (difference !== 0) return difference;
    }
    return a.trip - b.trip;
  });
  const overtakes = (later: Run, earlier: Run) => {
    for (let column = 0; column < columns; column += 1) {
      if (timeOf(timetable, later, column) < timeOf(timetable, earlier, column)) return true;
    }
    return false;
  };
  const chains: Run[][] = [];
  for (const run of byTime) {
    const chain = chains.find((candidate) => {
      const last = candidate.at(-1);
      return last !== undefined && !overtakes(run, last);
    });
    if (chain) chain.push(run);
    else chains.push([run]);
  }
  return chains;
}

/** Sums of the lengths before each, and of all at the end. */
function running(lengths: readonly number[]): Int32Array {
  const offset = new Int32Array(lengths.length + 1);
  lengths.forEach((length, i) => {
    offset[i + 1] = (offset[i] ?? 0) + length;
  });
  return offset;
}

/** Adds the calls by stop: a counting sort of the places where patterns call. */
function withCalls(schedule: Omit<Schedule, 'callOffset' | 'callPattern' | 'callIndex'>): Schedule {
  const { stopCount, patternCount, stopOffset, stops } = schedule;
  const callOffset = new Int32Array(stopCount + 1);
  for (const stop of stops) callOffset[stop + 1] = (callOffset[stop + 1] ?? 0) + 1;
  for (let stop = 0; stop < stopCount; stop += 1) {
    callOffset[stop + 1] = (callOffset[stop + 1] ?? 0) + (callOffset[stop] ?? 0);
  }
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
