import type { Raptor } from '../../transit/raptor.ts';
import { noTime } from '../../transit/timetable.ts';
import type { Walks } from '../../transit/walks.ts';
import type { RoundTripReason } from '../round-trip-answer.ts';
import type { Half } from './half.ts';
import { works } from './half.ts';
import type { RoundTripInput, TransitTravel } from './input.ts';
import type { WalkLimits } from './walking.ts';

/** Rides allowed beyond `maxRides` when it is asked whether more changes would do. */
export const moreRides = 4;

/** Why a half fails for each home; null where it works. */
export type Reasons = (RoundTripReason | null)[];

/**
 * What is wrong before any journey is looked for, the first of: `no-position`, `no-service-on-date` (the
 * timetable does not cover the day; so for every home, also one next door), `unsnapped`. Null for no fault.
 */
export function plainFault(
  { venue, homes }: RoundTripInput,
  day: Raptor | null,
  home: number,
): RoundTripReason | null {
  if (venue === null) return 'no-position';
  if (day === null) return 'no-service-on-date';
  return venue.isSnapped && homes.isSnapped[home] === true ? null : 'unsnapped';
}

/** What is wrong with the stops in reach of a home or of the venue; null for nothing. */
export function stopFaults(travel: TransitTravel, raptor: Raptor): (home: number) => RoundTripReason | null {
  const isServed = servedStops(raptor);
  const { homeWalks, venueWalks } = travel;
  return (home) => {
    if (countOf(homeWalks, home) === 0 || countOf(venueWalks, 0) === 0) return 'no-stop-within-walk';
    const isAnyServed = reaches(homeWalks, home, isServed) && reaches(venueWalks, 0, isServed);
    return isAnyServed ? null : 'no-service-on-date';
  };
}

/** For each stop whether a trip of this service day itself calls there: those of the days beside it do not count. */
function servedStops({ day: { schedule } }: Raptor): Uint8Array {
  const { stopCount, patternCount, stopOffset, stops, tripOffset, tripShift } = schedule;
  const isServed = new Uint8Array(stopCount);
  for (let pattern = 0; pattern < patternCount; pattern += 1) {
    const shifts = tripShift.subarray(tripOffset[pattern], tripOffset[pattern + 1]);
    if (!shifts.includes(0)) continue;
    for (const stop of stops.subarray(stopOffset[pattern], stopOffset[pattern + 1])) isServed[stop] = 1;
  }
  return isServed;
}

const countOf = ({ offset }: Walks, point: number) => (offset[point + 1] ?? 0) - (offset[point] ?? 0);

const reaches = ({ offset, stop }: Walks, point: number, isServed: Uint8Array) =>
  stop.subarray(offset[point], offset[point + 1]).some((one) => isServed[one] === 1);

/** Homes of `half` that have no journey and no reason yet. */
export function unexplained(half: Half, reasons: Reasons): number[] {
  return reasons.flatMap((reason, home) => (reason === null && !works(half, home) ? [home] : []));
}

/** Gives a reason to every home without one for which `isSo` holds; none is asked when there is none. */
export function explain(
  half: Half,
  reasons: Reasons,
  reason: RoundTripReason,
  isSo: () => (home: number) => boolean,
): void {
  const homes = unexplained(half, reasons);
  if (homes.length === 0) return;
  const holds = isSo();
  for (const home of homes) if (holds(home)) reasons[home] = reason;
}

/** Homes that could walk all the way, though longer than allowed: at most twice as long. */
export const isWithinLongWalk =
  ({ directSeconds }: TransitTravel, { maxSeconds }: WalkLimits) =>
  (home: number): boolean => {
    const seconds = directSeconds[home] ?? noTime;
    return seconds !== noTime && seconds <= 2 * maxSeconds;
  };
