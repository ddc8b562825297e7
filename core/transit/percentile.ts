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
  const best = new Int32Array(windowMinutes);
  const index = Math.ceil((percentile / 100) * windowMinutes) - 1;
  for (let home = 0; home < homes; home += 1) {
    best.fill(directSeconds[home] ?? noTime);
    for (let walk = walks.offset[home] ?? 0; walk < (walks.offset[home + 1] ?? 0); walk += 1) {
      const ready = fromSeconds + (walks.seconds[walk] ?? 0);
      offerJourneys(profile, walks.stop[walk] ?? 0, ready, fromSeconds, best);
    }
    const seconds = best.sort()[index] ?? noTime;
    minutes[home] = seconds <= maxTravelMinutes * 60 ? seconds / 60 : Number.POSITIVE_INFINITY;
  }
  return minutes;
}

/** Lowers the seconds of each departure where the next journey from a stop, reached by `ready` plus its minute, is quicker. */
function offerJourneys(
  { offset, leave, arrive }: Profile,
  stop: number,
  ready: number,
  from: number,
  best: Int32Array,
): void {
  const end = offset[stop + 1] ?? 0;
  let journey = offset[stop] ?? 0;
  for (let minute = 0; minute < best.length; minute += 1) {
    while (journey < end && (leave[journey] ?? 0) < ready + 60 * minute) journey += 1;
    if (journey === end) return;
    const seconds = (arrive[journey] ?? 0) - from - 60 * minute;
    if (seconds < (best[minute] ?? 0)) best[minute] = seconds;
  }
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
