import type { Schedule } from '#core/transit/schedule.ts';
import { canGetOff, canGetOn, noTime } from '#core/transit/timetable.ts';
import type { Walk, Walks } from '#core/transit/walks.ts';

/** From one call of a trip to the next. */
interface Connections {
  readonly count: number;
  readonly trip: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly departs: Int32Array;
  readonly arrives: Int32Array;
  readonly use: Uint8Array;
  readonly tripCount: number;
}

/**
 * The yardstick for RAPTOR: a connection scan as the textbook has it (J. Dibbelt, T. Pajor, B. Strasser, D. Wagner,
 * "Connection Scan Algorithm", Journal of Experimental Algorithmics 23, 2018), earliest arrival over any
 * number of rides. Same timetable, same walks, same change slack; not a line in common with `core/transit`.
 *
 * @returns a search that fills the earliest second of getting off at each stop.
 */
export function createConnectionScan(schedule: Schedule, transfers: Walks, changeSeconds: number) {
  const { count, trip, from, to, departs, arrives, use, tripCount } = connectionsOf(schedule);
  const off = new Int32Array(schedule.stopCount);
  const ready = new Int32Array(schedule.stopCount);
  const isRidden = new Uint8Array(tripCount);
  return (seeds: readonly Walk[], start: number): Int32Array => {
    off.fill(noTime);
    ready.fill(noTime);
    isRidden.fill(0);
    for (const { stop, seconds } of seeds) ready[stop] = Math.min(ready[stop] ?? noTime, start + seconds);
    for (let c = firstFrom(departs, start); c < count; c += 1) {
      const on = trip[c] ?? 0;
      const bits = use[c] ?? 0;
      if (isRidden[on] === 0) {
        if ((bits & canGetOn) === 0 || (ready[from[c] ?? 0] ?? noTime) > (departs[c] ?? 0)) continue;
        isRidden[on] = 1;
      }
      const stop = to[c] ?? 0;
      const arrival = arrives[c] ?? 0;
      if ((bits & canGetOff) === 0 || arrival >= (off[stop] ?? noTime)) continue;
      off[stop] = arrival;
      // What is ready for the next vehicle has the slack in it already; seeds have none.
      const next = arrival + changeSeconds;
      if (next < (ready[stop] ?? noTime)) ready[stop] = next;
      const end = transfers.offset[stop + 1] ?? 0;
      for (let t = transfers.offset[stop] ?? 0; t < end; t += 1) {
        const target = transfers.stop[t] ?? 0;
        const walked = next + (transfers.seconds[t] ?? 0);
        if (walked < (ready[target] ?? noTime)) ready[target] = walked;
      }
    }
    return off;
  };
}

/** By departure; of one trip in its order, also where it takes no time. */
function connectionsOf(schedule: Schedule): Connections {
  const { patternCount, stopOffset, stops, use, tripOffset, timeOffset, arrivals, departures } = schedule;
  const rows: {
    trip: number;
    at: number;
    from: number;
    to: number;
    departs: number;
    arrives: number;
    use: number;
  }[] = [];
  for (let pattern = 0; pattern < patternCount; pattern += 1) {
    const first = stopOffset[pattern] ?? 0;
    const trips = (tripOffset[pattern + 1] ?? 0) - (tripOffset[pattern] ?? 0);
    for (let at = 0; first + at + 1 < (stopOffset[pattern + 1] ?? 0); at += 1) {
      for (let column = 0; column < trips; column += 1) {
        const slot = (timeOffset[pattern] ?? 0) + at * trips + column;
        rows.push({
          trip: (tripOffset[pattern] ?? 0) + column,
          at,
          from: stops[first + at] ?? 0,
          to: stops[first + at + 1] ?? 0,
          departs: departures[slot] ?? 0,
          arrives: arrivals[slot + trips] ?? 0,
          use: ((use[first + at] ?? 0) & canGetOn) | ((use[first + at + 1] ?? 0) & canGetOff),
        });
      }
    }
  }
  rows.sort((a, b) => a.departs - b.departs || a.arrives - b.arrives || a.trip - b.trip || a.at - b.at);
  return {
    count: rows.length,
    trip: Int32Array.from(rows, (row) => row.trip),
    from: Int32Array.from(rows, (row) => row.from),
    to: Int32Array.from(rows, (row) => row.to),
    departs: Int32Array.from(rows, (row) => row.departs),
    arrives: Int32Array.from(rows, (row) => row.arrives),
    use: Uint8Array.from(rows, (row) => row.use),
    tripCount: tripOffset[patternCount] ?? 0,
  };
}

function firstFrom(sorted: Int32Array, least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}
