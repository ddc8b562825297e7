import type { Profile } from './range.ts';
import { noTime } from './timetable.ts';
import type { DepartureWindow } from './travel-mode.ts';
import type { Walk, Walks } from './walks.ts';

/** Departures every full minute from `fromSeconds` on, in the count of the day. */
export interface Window extends Pick<DepartureWindow, 'windowMinutes' | 'percentile'> {
  readonly fromSeconds: number;
}

/**
 * Minutes from each home to one place, the percentile over the departures of a window. A departure's time
 * runs from its minute to the arrival, waiting at home included, by vehicle or on foot all the way,
 * whichever arrives first.
 *
 * @param profile the journeys to the place, from `profileTo` over the window and `maxTravelMinutes` beyond it
 * @param walks from each home to the stops
 * @param directSeconds walking all the way from each home; `noTime` where that is none
 * @returns one number a home; Infinity where the percentile departure does not arrive within `maxTravelMinutes`
 */
export function percentileMinutes(
  profile: Profile,
  walks: Walks,
  directSeconds: Int32Array,
  { fromSeconds, windowMinutes, percentile }: Window,
  maxTravelMinutes: number,
): Float64Array {
  const homes = walks.offset.length - 1;
  const minutes = new Float64Array(homes);
  const arrivals = new Int32Array(windowMinutes);
  const index = Math.ceil((percentile / 100) * windowMinutes) - 1;
  for (let home = 0; home < homes; home += 1) {
    arrivals.fill(noTime);
    for (let walk = walks.offset[home] ?? 0; walk < (walks.offset[home + 1] ?? 0); walk += 1) {
      const ready = fromSeconds + (walks.seconds[walk] ?? 0);
      offerJourneys(profile, walks.stop[walk] ?? 0, ready, arrivals);
    }
    const seconds = durations(arrivals, fromSeconds, directSeconds[home] ?? noTime).sort()[index] ?? noTime;
    minutes[home] = seconds <= maxTravelMinutes * 60 ? seconds / 60 : Number.POSITIVE_INFINITY;
  }
  return minutes;
}

/**
 * Lowers the arrival of the last departure that catches each journey from a stop, where departure `minute`
 * is at the stop by `ready` plus its minutes.
 */
function offerJourneys(profile: Profile, stop: number, ready: number, arrivals: Int32Array): void {
  const { offset, leave, arrive } = profile;
  const end = offset[stop + 1] ?? 0;
  const last = arrivals.length - 1;
  for (let journey = offset[stop] ?? 0; journey < end; journey += 1) {
    const caught = Math.floor(((leave[journey] ?? 0) - ready) / 60);
    if (caught < 0) continue;
    const minute = Math.min(caught, last);
    const arrival = arrive[journey] ?? 0;
    if (arrival < (arrivals[minute] ?? 0)) arrivals[minute] = arrival;
    // Later journeys serve nobody better.
    if (caught >= last) return;
  }
}

/** Turns arrivals into the seconds each departure takes; what a later departure catches, an earlier one can wait for. */
function durations(arrivals: Int32Array, from: number, direct: number): Int32Array {
  let arrival = noTime;
  for (let minute = arrivals.length - 1; minute >= 0; minute -= 1) {
    arrival = Math.min(arrival, arrivals[minute] ?? noTime);
    arrivals[minute] = arrival === noTime ? direct : Math.min(direct, arrival - from - 60 * minute);
  }
  return arrivals;
}

/** A journey of a place, from leaving it to arriving. */
export interface Departure {
  readonly leave: number;
  readonly arrive: number;
}

/** The journeys of one place out of the profiles of the stops around it: none leaves later and arrives no later. By time. */
export function departuresOf(profile: Profile, walks: readonly Walk[]): Departure[] {
  const all = walks.flatMap(({ stop, seconds }) => {
    const { offset, leave, arrive } = profile;
    const count = (offset[stop + 1] ?? 0) - (offset[stop] ?? 0);
    return Array.from({ length: count }, (_, i) => {
      const journey = (offset[stop] ?? 0) + i;
      return { leave: (leave[journey] ?? 0) - seconds, arrive: arrive[journey] ?? 0 };
    });
  });
  const kept: Departure[] = [];
  let earliest = Number.POSITIVE_INFINITY;
  for (const each of all.sort((a, b) => b.leave - a.leave || a.arrive - b.arrive)) {
    if (each.arrive >= earliest) continue;
    earliest = each.arrive;
    kept.push(each);
  }
  return kept.reverse();
}
