import { findBoarding, type RidePart } from './boarding.ts';
import type { Raptor, SearchOptions } from './raptor.ts';
import { noTime } from './timetable.ts';
import type { Walk } from './walks.ts';

/** One walk; a null stop is the place where the journey begins or ends. Seconds of the day's count. */
export interface WalkPart {
  readonly kind: 'walk';
  readonly fromStop: number | null;
  readonly toStop: number | null;
  readonly departs: number;
  readonly arrives: number;
}

/** A journey with at least one ride. */
export interface Itinerary {
  readonly departs: number;
  readonly arrives: number;
  readonly rides: number;
  readonly parts: readonly (WalkPart | RidePart)[];
}

/** Walks of both ends: from the origin to stops, and from stops to the destination. */
export interface Ends {
  readonly access: readonly Walk[];
  readonly egress: readonly Walk[];
}

/**
 * The journey that arrives first when leaving at `departSeconds` or later; of several the one with the
 * fewest rides, and of those the one that leaves last. Null when there is none.
 */
export function journeyLeavingAt(
  raptor: Raptor,
  ends: Ends,
  departSeconds: number,
  options: SearchOptions = {},
): Itinerary | null {
  const { seconds } = raptor.forward(ends.access, departSeconds, options);
  const arrival = least(ends.egress, (walk) => plus(seconds[walk.stop], walk.seconds));
  if (arrival === noTime) return null;
  const maxRides = fewestRides(raptor, ends.egress, arrival);
  return journeyArrivingBy(raptor, ends, arrival, {
    ...options,
    maxRides,
    earliestSeconds: departSeconds,
  });
}

/**
 * The journey that leaves last and arrives by `arriveSeconds`; of several the one with the fewest rides, and
 * of those the one that arrives first. Null when there is none. It sets out so that nobody waits for the
 * first vehicle; later waiting lies before boarding, never after getting off.
 */
export function journeyArrivingBy(
  raptor: Raptor,
  { access, egress }: Ends,
  arriveSeconds: number,
  options: SearchOptions = {},
): Itinerary | null {
  const { seconds, rides } = raptor.backward(egress, arriveSeconds, options);
  const leave = (walk: Walk) =>
    seconds[walk.stop] === noTime ? noTime : walk.seconds - (seconds[walk.stop] ?? 0);
  const latest = least(access, leave);
  if (latest === noTime) return null;
  const maxRides = Math.min(
    ...access.filter((walk) => leave(walk) === latest).map(({ stop }) => rides[stop] ?? 0),
  );
  const departs = 0 - latest;
  raptor.forward(access, departs, {
    maxRides,
    latestSeconds: arriveSeconds,
    isCancelled: options.isCancelled,
  });
  return trace(raptor, { access, egress }, departs);
}

const plus = (seconds = noTime, walk = 0) => (seconds === noTime ? noTime : seconds + walk);

const least = (walks: readonly Walk[], of: (walk: Walk) => number): number => {
  let smallest = noTime;
  for (const walk of walks) smallest = Math.min(smallest, of(walk));
  return smallest;
};

/** Fewest rides with which the latest search forward arrives at `arrival` after an egress walk. */
function fewestRides({ rounds }: Raptor, egress: readonly Walk[], arrival: number): number {
  for (let rides = 1; rides < rounds.rounds; rides += 1) {
    if (least(egress, (walk) => plus(rounds.off(rides, walk.stop), walk.seconds)) <= arrival) return rides;
  }
  return rounds.rounds;
}

/** Reads the journey off the labels of the latest search forward, from its end to its beginning. */
function trace(raptor: Raptor, { access, egress }: Ends, departs: number): Itinerary | null {
  const { rounds } = raptor;
  const arriving = (walk: Walk) => plus(rounds.off(rounds.rounds, walk.stop), walk.seconds);
  const arrives = least(egress, arriving);
  if (arrives === noTime) return null;
  const rides = fewestRides(raptor, egress, arrives);
  const last = egress
    .filter((walk) => plus(rounds.off(rides, walk.stop), walk.seconds) === arrives)
    .reduce((a, b) => (b.seconds < a.seconds ? b : a));
  const parts: (WalkPart | RidePart)[] = [
    { kind: 'walk', fromStop: last.stop, toStop: null, departs: arrives - last.seconds, arrives },
  ];
  let stop = last.stop;
  for (let ride = rides; ride > 0; ride -= 1) {
    const boarding = findBoarding(raptor, access, departs, stop, ride);
    if (!boarding) return null;
    const { schedule } = raptor.day;
    const boardStop =
      schedule.stops[(schedule.stopOffset[boarding.part.pattern] ?? 0) + boarding.part.boardIndex] ?? 0;
    parts.unshift(boarding.part);
    stop = boarding.from ?? -1;
    const left = boarding.from === null ? departs : rounds.off(ride - 1, boarding.from);
    if (boarding.from !== boardStop) {
      parts.unshift({
        kind: 'walk',
        fromStop: boarding.from,
        toStop: boardStop,
        departs: left,
        arrives: left + boarding.walk,
      });
    }
  }
  return { departs, arrives, rides, parts };
}
