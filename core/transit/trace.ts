import type { Raptor, SearchOptions } from './raptor.ts';
import type { Schedule } from './schedule.ts';
import { canGetOff, canGetOn, noTime } from './timetable.ts';
import { type Walk, walksOf } from './walks.ts';

/** One walk; a null stop is the place where the journey begins or ends. Seconds of the day's count. */
export interface WalkPart {
  readonly kind: 'walk';
  readonly fromStop: number | null;
  readonly toStop: number | null;
  readonly departs: number;
  readonly arrives: number;
}

/** One ride: a pattern of the day's schedule, one of its trips, and the positions of getting on and off. */
export interface RidePart {
  readonly kind: 'ride';
  readonly pattern: number;
  /** Number of the trip within the pattern. */
  readonly column: number;
  readonly boardIndex: number;
  readonly alightIndex: number;
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

/** A ride that ends at the stop and second asked for, and the walk before it; `from` null is from the origin. */
interface Boarding {
  readonly part: RidePart;
  readonly from: number | null;
  readonly walk: number;
}

/**
 * The last ride of a journey with `rides` rides that gets off at a stop as early as possible. Of several: the
 * shortest walk to where it is boarded, then the latest boarding, then the trip whose id comes first.
 */
function findBoarding(
  raptor: Raptor,
  access: readonly Walk[],
  departs: number,
  stop: number,
  rides: number,
): Boarding | null {
  const { schedule } = raptor.day;
  const arrives = raptor.rounds.off(rides, stop);
  let best: Boarding | null = null;
  for (const ride of ridesTo(schedule, stop, arrives)) {
    for (let index = ride.alightIndex - 1; index >= 0; index -= 1) {
      const call = (schedule.stopOffset[ride.pattern] ?? 0) + index;
      if (((schedule.use[call] ?? 0) & canGetOn) === 0) continue;
      const boardStop = schedule.stops[call] ?? 0;
      const leaves = schedule.departures[slotOf(schedule, ride, index)] ?? 0;
      const source =
        rides === 1
          ? fromOrigin(access, boardStop, leaves - departs)
          : fromRide(raptor, boardStop, leaves, rides - 1);
      if (!source) continue;
      const part = { ...ride, boardIndex: index, departs: leaves };
      const boarding = { part, from: source.stop, walk: source.seconds };
      if (best === null || isBetter(raptor, boarding, best)) best = boarding;
    }
  }
  return best;
}

/** Trips that let people off at a stop at exactly this second. */
function* ridesTo(
  schedule: Schedule,
  stop: number,
  arrives: number,
): Generator<Omit<RidePart, 'boardIndex' | 'departs'>> {
  const { callOffset, callPattern, callIndex, stopOffset, use, tripOffset, arrivals } = schedule;
  for (let call = callOffset[stop] ?? 0; call < (callOffset[stop + 1] ?? 0); call += 1) {
    const pattern = callPattern[call] ?? 0;
    const alightIndex = callIndex[call] ?? 0;
    if (((use[(stopOffset[pattern] ?? 0) + alightIndex] ?? 0) & canGetOff) === 0) continue;
    const trips = (tripOffset[pattern + 1] ?? 0) - (tripOffset[pattern] ?? 0);
    for (let column = 0; column < trips; column += 1) {
      const ride = { kind: 'ride', pattern, column, alightIndex, arrives } as const;
      if (arrivals[slotOf(schedule, ride, alightIndex)] === arrives) yield ride;
    }
  }
}

/** Where the times of a ride at a position of its pattern stand in the schedule. */
export function slotOf(
  { tripOffset, timeOffset }: Schedule,
  { pattern, column }: Pick<RidePart, 'pattern' | 'column'>,
  index: number,
): number {
  const trips = (tripOffset[pattern + 1] ?? 0) - (tripOffset[pattern] ?? 0);
  return (timeOffset[pattern] ?? 0) + index * trips + column;
}

function fromOrigin(access: readonly Walk[], boardStop: number, within: number) {
  const walk = access.find(({ stop, seconds }) => stop === boardStop && seconds <= within);
  return walk ? { stop: null, seconds: walk.seconds } : null;
}

/** Where one got off before boarding at `boardStop` at `leaves`: there, or else the nearest stop that leaves time. */
function fromRide({ network, rounds }: Raptor, boardStop: number, leaves: number, rides: number) {
  const latest = leaves - network.settings.changeSeconds;
  const isInTime = ({ stop, seconds }: Walk) => plus(rounds.off(rides, stop), seconds) <= latest;
  const here: Walk = { stop: boardStop, seconds: 0 };
  return isInTime(here) ? here : walksOf(network.transfers, boardStop).find(isInTime);
}

function isBetter({ day, network }: Raptor, a: Boarding, b: Boarding): boolean {
  if (a.walk !== b.walk) return a.walk < b.walk;
  if (a.part.departs !== b.part.departs) return a.part.departs > b.part.departs;
  const idOf = ({ part }: Boarding) =>
    network.timetable.tripIds[
      day.schedule.trip[(day.schedule.tripOffset[part.pattern] ?? 0) + part.column] ?? -1
    ] ?? '';
  return idOf(a) < idOf(b);
}
