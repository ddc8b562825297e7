import type { Schedule } from './schedule.ts';
import { canGetOff, canGetOn, noTime } from './timetable.ts';
import type { Walks } from './walks.ts';

/** Limits of one search. Seconds are of the schedule that is searched. */
export interface Limits {
  /** Vehicles boarded, at most. */
  readonly maxRides: number;
  /** Arrivals after this second are of no use. */
  readonly latestSeconds: number;
  /** Polled between rounds; true ends the search with {@link Cancelled}. */
  readonly isCancelled?: (() => boolean) | undefined;
}

/** A search that was given up because nobody waits for its answer any more. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

/**
 * The labels of RAPTOR and the rounds that improve them (D. Delling, T. Pajor, R. F. Werneck, "Round-Based
 * Public Transit Routing", Transportation Science 49 (3), 2015, 591-604). Round k finds what can be reached
 * with k rides: it scans once each pattern that calls where round k - 1 arrived, then walks once from every
 * stop where somebody got off.
 *
 * Two labels a stop and round, each the earliest over at most k rides:
 * - `off`: getting off a vehicle there. What a journey that ends with a walk builds on; two walks in a row are none.
 * - `at`: being there, by vehicle or on foot from another stop, ready to board the next but for the change slack.
 *
 * Nothing is allocated while it runs. It may run many times, and without `reset` in between as well: see range.ts.
 */
export class Rounds {
  readonly schedule: Schedule;
  /** Stops reached earlier than before (over any number of rides) since `forgetTouched`, each once. */
  readonly touched: Int32Array;
  touchedCount = 0;

  readonly #transferOffset: Int32Array;
  /** Stop and seconds of each transfer side by side, because they are read together. */
  readonly #transfers: Int32Array;
  readonly #changeSeconds: number;
  /** Labels of round k: from `k x stopCount` on. */
  #off: Int32Array;
  #at: Int32Array;
  #rounds = 0;
  #latest = noTime;
  readonly #isTouched: Uint8Array;
  /** Stops whose `at` fell in the round before, to be scanned from; and those whose `off` fell in this one. */
  readonly #marked: Int32Array;
  #markedCount = 0;
  readonly #isMarked: Uint8Array;
  readonly #alighted: Int32Array;
  #alightedCount = 0;
  readonly #isAlighted: Uint8Array;
  /** Patterns to scan, and the first position in each to scan from. */
  readonly #queue: Int32Array;
  #queued = 0;
  readonly #first: Int32Array;

  constructor(schedule: Schedule, transfers: Walks, changeSeconds: number) {
    const { stopCount, patternCount } = schedule;
    this.schedule = schedule;
    this.#transferOffset = transfers.offset;
    this.#transfers = new Int32Array(2 * transfers.stop.length);
    transfers.stop.forEach((stop, i) => {
      this.#transfers[2 * i] = stop;
      this.#transfers[2 * i + 1] = transfers.seconds[i] ?? 0;
    });
    this.#changeSeconds = changeSeconds;
    this.#off = new Int32Array(0);
    this.#at = new Int32Array(0);
    this.touched = new Int32Array(stopCount);
    this.#isTouched = new Uint8Array(stopCount);
    this.#marked = new Int32Array(stopCount);
    this.#isMarked = new Uint8Array(stopCount);
    this.#alighted = new Int32Array(stopCount);
    this.#isAlighted = new Uint8Array(stopCount);
    this.#queue = new Int32Array(patternCount);
    this.#first = new Int32Array(patternCount).fill(noTime);
  }

  /** Rounds of the latest search: `maxRides` of its limits. */
  get rounds(): number {
    return this.#rounds;
  }

  /** Earliest second of getting off at a stop after at most `rides` rides; `noTime` where there is none. */
  off(rides: number, stop: number): number {
    return this.#off[rides * this.schedule.stopCount + stop] ?? noTime;
  }

  /** Forgets all labels, ready for searches with `limits`. */
  reset(limits: Limits): void {
    const size = (limits.maxRides + 1) * this.schedule.stopCount;
    if (this.#off.length < size) {
      this.#off = new Int32Array(size);
      this.#at = new Int32Array(size);
    }
    this.#off.fill(noTime, 0, size);
    this.#at.fill(noTime, 0, size);
    this.#rounds = limits.maxRides;
    this.forgetTouched();
  }

  forgetTouched(): void {
    for (let i = 0; i < this.touchedCount; i += 1) this.#isTouched[this.touched[i] ?? 0] = 0;
    this.touchedCount = 0;
  }

  /** The traveller can be at a stop at this second without a ride. Later than known before, it changes nothing. */
  seed(stop: number, seconds: number): void {
    if (seconds < (this.#at[stop] ?? 0)) this.#at[stop] = seconds;
  }

  /** Lets the first round scan a pattern from one of its positions on; somebody is waiting there. */
  enqueue(pattern: number, index: number): void {
    const first = this.#first[pattern] ?? 0;
    if (first === noTime) {
      this.#queue[this.#queued] = pattern;
      this.#queued += 1;
    }
    if (index < first) this.#first[pattern] = index;
  }

  /** Enqueues every pattern that calls at a stop. */
  enqueueCallsAt(stop: number): void {
    const { callOffset, callPattern, callIndex } = this.schedule;
    const end = callOffset[stop + 1] ?? 0;
    for (let call = callOffset[stop] ?? 0; call < end; call += 1) {
      this.enqueue(callPattern[call] ?? 0, callIndex[call] ?? 0);
    }
  }

  /** Runs rounds until one improves nothing or all rides are used up. Labels after `limits.latestSeconds` are not set. */
  run(limits: Limits): void {
    this.#latest = limits.latestSeconds;
    for (let round = 1; round <= this.#rounds && this.#queued > 0; round += 1) {
      if (limits.isCancelled?.() === true) {
        this.#clearQueue();
        throw new Cancelled();
      }
      for (let i = 0; i < this.#queued; i += 1) this.#scan(this.#queue[i] ?? 0, round);
      this.#clearQueue();
      this.#walk(round);
      for (let i = 0; i < this.#markedCount; i += 1) {
        const stop = this.#marked[i] ?? 0;
        this.#isMarked[stop] = 0;
        this.enqueueCallsAt(stop);
      }
      this.#markedCount = 0;
    }
    this.#clearQueue();
  }

  #clearQueue(): void {
    for (let i = 0; i < this.#queued; i += 1) this.#first[this.#queue[i] ?? 0] = noTime;
    this.#queued = 0;
  }

  /** Rides along one pattern, always in the earliest trip that can be caught so far. */
  #scan(pattern: number, round: number): void {
    const { stopCount, stops, stopOffset, use, tripOffset, timeOffset, arrivals, departures } = this.schedule;
    const off = this.#off;
    const at = this.#at;
    const here = round * stopCount;
    const before = here - stopCount;
    const slack = round === 1 ? 0 : this.#changeSeconds;
    const trips = (tripOffset[pattern + 1] ?? 0) - (tripOffset[pattern] ?? 0);
    const end = stopOffset[pattern + 1] ?? 0;
    let call = (stopOffset[pattern] ?? 0) + (this.#first[pattern] ?? 0);
    let row = (timeOffset[pattern] ?? 0) + (this.#first[pattern] ?? 0) * trips;
    // The trip ridden; `trips` while none is.
    let trip = trips;
    for (; call < end; call += 1, row += trips) {
      const stop = stops[call] ?? 0;
      const bits = use[call] ?? 0;
      if (trip < trips && (bits & canGetOff) !== 0) {
        const seconds = arrivals[row + trip] ?? 0;
        if (seconds < (off[here + stop] ?? 0) && seconds <= this.#latest) this.#getOff(round, stop, seconds);
      }
      if (trip === 0 || (bits & canGetOn) === 0) continue;
      const waiting = at[before + stop] ?? 0;
      if (waiting === noTime || waiting + slack > (departures[row + trip - 1] ?? 0)) continue;
      trip = firstFrom(departures, row, trip - 1, waiting + slack);
    }
  }

  /** Fewer rides never arrive later, so a label holds for all rounds to come: they need not compare with this one. */
  #getOff(round: number, stop: number, seconds: number): void {
    const off = this.#off;
    const { stopCount } = this.schedule;
    let k = round;
    for (; k <= this.#rounds && seconds < (off[k * stopCount + stop] ?? 0); k += 1) {
      off[k * stopCount + stop] = seconds;
    }
    if (this.#isAlighted[stop] === 0) {
      this.#isAlighted[stop] = 1;
      this.#alighted[this.#alightedCount] = stop;
      this.#alightedCount += 1;
    }
    if (k > this.#rounds && this.#isTouched[stop] === 0) {
      this.#isTouched[stop] = 1;
      this.touched[this.touchedCount] = stop;
      this.touchedCount += 1;
    }
  }

  /** From every stop where somebody got off in this round: stay, or walk once to another. */
  #walk(round: number): void {
    const offset = this.#transferOffset;
    const transfers = this.#transfers;
    const at = this.#at;
    const here = round * this.schedule.stopCount;
    // No vehicle is boarded after the last round.
    const isLast = round === this.#rounds;
    for (let i = 0; i < this.#alightedCount; i += 1) {
      const stop = this.#alighted[i] ?? 0;
      this.#isAlighted[stop] = 0;
      if (isLast) continue;
      const seconds = this.#off[here + stop] ?? 0;
      if (seconds < (at[here + stop] ?? 0)) this.#beAt(round, stop, seconds);
      const end = 2 * (offset[stop + 1] ?? 0);
      for (let t = 2 * (offset[stop] ?? 0); t < end; t += 2) {
        const target = transfers[t] ?? 0;
        const arrival = seconds + (transfers[t + 1] ?? 0);
        if (arrival < (at[here + target] ?? 0)) this.#beAt(round, target, arrival);
      }
    }
    this.#alightedCount = 0;
  }

  #beAt(round: number, stop: number, seconds: number): void {
    if (seconds > this.#latest) return;
    const at = this.#at;
    const { stopCount } = this.schedule;
    for (let k = round; k < this.#rounds && seconds < (at[k * stopCount + stop] ?? 0); k += 1) {
      at[k * stopCount + stop] = seconds;
    }
    if (this.#isMarked[stop] === 0) {
      this.#isMarked[stop] = 1;
      this.#marked[this.#markedCount] = stop;
      this.#markedCount += 1;
    }
  }
}

/** The first of the sorted `values[row .. row + last]` that is at least `least`; the last is known to be. */
function firstFrom(values: Int32Array, row: number, last: number, least: number): number {
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[row + middle] ?? 0) >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}
