import type { Pattern, PatternTrip } from './patterns.ts';

/** Patterns and their trips as flat arrays, in the order in which they are given. */
export function layOutPatterns(patterns: readonly Pattern[]) {
  const trips = patterns.flat();
  const offsets = (sizes: readonly number[]): Int32Array => {
    const offset = new Int32Array(sizes.length + 1);
    sizes.forEach((size, index) => {
      offset[index + 1] = (offset[index] ?? 0) + size;
    });
    return offset;
  };
  return {
    patternCount: patterns.length,
    patternLine: Int32Array.from(patterns, ([trip]) => trip.line),
    patternStopOffset: offsets(patterns.map(([trip]) => trip.stops.length)),
    patternStops: Int32Array.from(patterns.flatMap(([trip]) => trip.stops)),
    patternStopUse: Uint8Array.from(patterns.flatMap(([trip]) => trip.uses)),
    patternTripOffset: offsets(patterns.map((pattern) => pattern.length)),
    tripCount: trips.length,
    tripIds: trips.map(({ id }) => id),
    tripHeadsigns: trips.map(({ headsign }) => headsign),
    tripService: Int32Array.from(trips, ({ service }) => service),
    ...layOutTimes(trips),
  };
}

function layOutTimes(trips: readonly PatternTrip[]) {
  const tripTimeOffset = new Int32Array(trips.length);
  const tripTimes = new Int32Array(trips.reduce((sum, { times }) => sum + times.length, 0));
  let at = 0;
  trips.forEach(({ times }, index) => {
    tripTimeOffset[index] = at;
    tripTimes.set(times, at);
    at += times.length;
  });
  return { tripTimeOffset, tripTimes };
}
