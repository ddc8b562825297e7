import type { Raptor } from '../../transit/raptor.ts';
import type { Rounds } from '../../transit/rounds.ts';
import { canGetOff, canGetOn, noTime } from '../../transit/timetable.ts';
import { type Walk, walksOf } from '../../transit/walks.ts';

/** A seed of a search. `seconds` may hold waiting; `walkSeconds` is the walk alone. */
export interface SeedWalk extends Walk {
  readonly walkSeconds: number;
}

/** A ride found on the way back: where it was boarded, how long it took. */
interface Ride {
  readonly board: number;
  readonly departs: number;
  readonly seconds: number;
}

/**
 * Seconds in motion, walked and ridden, between the place of the seeds and each stop, by the latest search
 * of these rounds; what is left of the whole time is waiting. Reads the journey back from its end as
 * core/transit/trace.ts does, but many stops share what they have in common. Of equally early journeys
 * the shortest walk, then the latest boarding.
 *
 * @param rounds `raptor.rounds`, or `raptor.mirroredRounds` after a search backwards.
 * @param start second at which the seeds' place is left, of these rounds (negative in the mirror).
 */
export function movingTimes(
  { network }: Raptor,
  rounds: Rounds,
  seeds: readonly SeedWalk[],
  start: number,
): (stop: number) => number {
  const { stopCount } = rounds.schedule;
  const known = new Map<number, number>();

  /** Motion before boarding ride number `ride` at a stop by `departs`; null when it cannot be caught. */
  function before(
    ride: number,
    stop: number,
    departs: number,
  ): { walk: number; moving: () => number } | null {
    if (ride === 1) {
      const seed = seeds.find((one) => one.stop === stop && start + one.seconds <= departs);
      return seed ? { walk: seed.walkSeconds, moving: () => seed.walkSeconds } : null;
    }
    const latest = departs - network.settings.changeSeconds;
    const isInTime = (walk: Walk) => {
      const off = rounds.off(ride - 1, walk.stop);
      return off !== noTime && off + walk.seconds <= latest;
    };
    const stay: Walk = { stop, seconds: 0 };
    const walk = isInTime(stay) ? stay : walksOf(network.transfers, stop).find(isInTime);
    return walk ? { walk: walk.seconds, moving: () => walk.seconds + to(ride - 1, walk.stop) } : null;
  }

  function to(rides: number, stop: number): number {
    let ride = rides;
    const arrives = rounds.off(rides, stop);
    while (ride > 1 && rounds.off(ride - 1, stop) === arrives) ride -= 1;
    const key = ride * stopCount + stop;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    let best: { walk: number; departs: number; moving: () => number; seconds: number } | null = null;
    for (const { board, departs, seconds } of ridesTo(rounds, stop, arrives)) {
      const source = before(ride, board, departs);
      if (!source) continue;
      const isBetter =
        best === null || source.walk < best.walk || (source.walk === best.walk && departs > best.departs);
      if (isBetter) best = { ...source, departs, seconds };
    }
    const moving = best ? best.seconds + best.moving() : 0;
    known.set(key, moving);
    return moving;
  }

  return (stop) => to(rounds.rounds, stop);
}

/** Rides that let people off at a stop at exactly this second, from every stop before. */
function* ridesTo({ schedule }: Rounds, stop: number, arrives: number): Generator<Ride> {
  const { callOffset, callPattern, callIndex, stopOffset, stops, use } = schedule;
  const { tripOffset, timeOffset, arrivals, departures } = schedule;
  for (let call = callOffset[stop] ?? 0; call < (callOffset[stop + 1] ?? 0); call += 1) {
    const pattern = callPattern[call] ?? 0;
    const index = callIndex[call] ?? 0;
    const first = stopOffset[pattern] ?? 0;
    if (((use[first + index] ?? 0) & canGetOff) === 0) continue;
    const trips = (tripOffset[pattern + 1] ?? 0) - (tripOffset[pattern] ?? 0);
    const row = timeOffset[pattern] ?? 0;
    for (let column = 0; column < trips; column += 1) {
      if (arrivals[row + index * trips + column] !== arrives) continue;
      for (let earlier = 0; earlier < index; earlier += 1) {
        if (((use[first + earlier] ?? 0) & canGetOn) === 0) continue;
        const departs = departures[row + earlier * trips + column] ?? 0;
        yield { board: stops[first + earlier] ?? 0, departs, seconds: arrives - departs };
      }
    }
  }
}
