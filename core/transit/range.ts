import { limitsOf, type Raptor, type SearchOptions } from './raptor.ts';
import type { Limits, Rounds } from './rounds.ts';
import { offsetsByRow } from './rows.ts';
import { canGetOn } from './timetable.ts';
import type { Walk } from './walks.ts';

/**
 * Every journey worth taking between one place and each stop: none leaves later and arrives no later.
 * Those of stop s are numbered `offset[s] .. offset[s + 1]`; both columns rise strictly.
 */
export interface Profile {
  readonly offset: Int32Array;
  readonly leave: Int32Array;
  readonly arrive: Int32Array;
}

/** Journeys to look for: leaving no earlier, arriving no later, and none that takes longer. */
export interface Range extends Pick<SearchOptions, 'maxRides' | 'isCancelled'> {
  readonly earliestSeconds: number;
  readonly latestSeconds: number;
  readonly maxSeconds: number;
}

/**
 * From one place to all stops: `leave` is when one leaves the place, `arrive` when one gets off at the stop.
 * `seeds` are the walks from the place to the stops near it.
 */
export function profileFrom(raptor: Raptor, seeds: readonly Walk[], range: Range): Profile {
  const { earliestSeconds, latestSeconds, maxSeconds } = range;
  const limits = limitsOf(raptor.network, range, latestSeconds);
  const found = sweep(raptor.rounds, seeds, earliestSeconds, maxSeconds, limits);
  return toProfile(found, raptor.day.schedule.stopCount, 1);
}

/**
 * From all stops to one place, in one sweep over its arrivals: `leave` is when one gets on at the stop,
 * `arrive` when one is at the place. `seeds` are the walks to the place from the stops near it.
 */
export function profileTo(raptor: Raptor, seeds: readonly Walk[], range: Range): Profile {
  const { earliestSeconds, latestSeconds, maxSeconds } = range;
  const limits = limitsOf(raptor.network, range, -earliestSeconds);
  const found = sweep(raptor.mirroredRounds, seeds, -latestSeconds, maxSeconds, limits);
  return toProfile(found, raptor.day.schedule.stopCount, -1);
}

/** Journeys in the order found, in seconds of the schedule that was searched. */
interface Found {
  readonly stop: number[];
  readonly start: number[];
  readonly end: number[];
}

/**
 * rRAPTOR (Delling, Pajor, Werneck 2015, section 4.2): one search for each second at which a vehicle can
 * just be caught, the latest first, on labels that are kept. What was reached setting out later bounds what
 * is worth reaching now, so each search pursues only what it improves.
 */
function sweep(
  rounds: Rounds,
  seeds: readonly Walk[],
  earliest: number,
  maxSeconds: number,
  limits: Limits,
): Found {
  const found: Found = { stop: [], start: [], end: [] };
  const starts = catchesOf(rounds, seeds, earliest, limits.latestSeconds);
  const last = limits.maxRides;
  rounds.reset(limits);
  for (let i = 0; i < starts.length; ) {
    const start = starts[i]?.start ?? 0;
    // Of all patterns near the place only these have a trip that could not be caught a moment later.
    for (let next = starts[i]; next?.start === start; i += 1, next = starts[i]) {
      rounds.seed(next.stop, next.ready);
      rounds.enqueue(next.pattern, next.index);
    }
    rounds.run({ ...limits, latestSeconds: Math.min(limits.latestSeconds, start + maxSeconds) });
    for (let t = 0; t < rounds.touchedCount; t += 1) {
      const stop = rounds.touched[t] ?? 0;
      found.stop.push(stop);
      found.start.push(start);
      found.end.push(rounds.off(last, stop));
    }
    rounds.forgetTouched();
  }
  return found;
}

/** A second at which to leave so as to catch a trip of a pattern without waiting, at a position of it. */
interface Catch {
  readonly start: number;
  readonly stop: number;
  /** When the walk from the place ends there: as the vehicle leaves. */
  readonly ready: number;
  readonly pattern: number;
  readonly index: number;
}

/** Latest first. */
function catchesOf({ schedule }: Rounds, seeds: readonly Walk[], earliest: number, latest: number): Catch[] {
  const { callOffset, callPattern, callIndex, stopOffset, use, tripOffset, timeOffset, departures } =
    schedule;
  const catches: Catch[] = [];
  for (const { stop, seconds } of seeds) {
    for (let call = callOffset[stop] ?? 0; call < (callOffset[stop + 1] ?? 0); call += 1) {
      const pattern = callPattern[call] ?? 0;
      const index = callIndex[call] ?? 0;
      if (((use[(stopOffset[pattern] ?? 0) + index] ?? 0) & canGetOn) === 0) continue;
      const trips = (tripOffset[pattern + 1] ?? 0) - (tripOffset[pattern] ?? 0);
      const row = (timeOffset[pattern] ?? 0) + index * trips;
      for (let trip = 0; trip < trips; trip += 1) {
        const ready = departures[row + trip] ?? 0;
        const start = ready - seconds;
        if (start >= earliest && start <= latest) catches.push({ start, stop, ready, pattern, index });
      }
    }
  }
  return catches.sort((a, b) => b.start - a.start);
}

/** `sign` is -1 for journeys found in the mirror, which start where they end. */
function toProfile({ stop, start, end }: Found, stopCount: number, sign: 1 | -1): Profile {
  const offset = offsetsByRow(stop, stopCount);
  // In the mirror they were found by rising arrival; otherwise by falling departure, so fill from behind.
  const next = sign === 1 ? offset.slice(1) : offset.slice(0, -1);
  const leave = new Int32Array(stop.length);
  const arrive = new Int32Array(stop.length);
  stop.forEach((each, i) => {
    const slot = sign === 1 ? (next[each] ?? 0) - 1 : (next[each] ?? 0);
    next[each] = (next[each] ?? 0) - sign;
    leave[slot] = sign === 1 ? (start[i] ?? 0) : -(end[i] ?? 0);
    arrive[slot] = sign === 1 ? (end[i] ?? 0) : -(start[i] ?? 0);
  });
  return { offset, leave, arrive };
}
