import type { Raptor } from './raptor.ts';
import type { Schedule } from './schedule.ts';
import { canGetOff, canGetOn } from './timetable.ts';
import { type Walk, walksOf } from './walks.ts';

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

/** A ride that ends at the stop and second asked for, and the walk before it; `from` null is from the origin. */
export interface Boarding {
  readonly part: RidePart;
  readonly from: number | null;
  readonly walk: number;
}

/**
 * The last ride of a journey with `rides` rides that gets off at a stop as early as possible. Of several: the
 * shortest walk to where it is boarded, then the latest boarding, then the trip whose id comes first.
 */
export function findBoarding(
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
  const isInTime = ({ stop, seconds }: Walk) => rounds.off(rides, stop) + seconds <= latest;
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
