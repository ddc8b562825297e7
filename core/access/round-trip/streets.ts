import { unreachable } from '../../roads/reach.ts';
import type { RoundTripReason } from '../round-trip-answer.ts';
import { createHalf, type Half, onFoot } from './half.ts';
import type { RoundTripInput, StreetTravel } from './input.ts';
import type { ExplainedHalf } from './transit.ts';
import { latestWalkEnd, mayWalk, type WalkLimits, walkLimitsOf } from './walking.ts';

/*
 * By car, bicycle or foot nobody waits for anything: the half is one way on streets. Seconds count from
 * the start of the event, so that they stay small. On foot the cap on walks after dark holds too.
 */

/** Reasons: `no-position`, `unsnapped`, `no-route`, `walk-too-long` (on foot). */
export function streetOutbound(input: RoundTripInput, travel: StreetTravel): ExplainedHalf {
  const limits = limitsOf(input, travel);
  const arriveBy = (input.timing.arriveByMs - input.timing.startMs) / 1000;
  return eachHome(input, travel.toVenueMs, (seconds, home) => {
    const end = latestWalkEnd(limits, arriveBy, walkOf(travel, home, seconds));
    // Who walks by daylight does not leave earlier than for the longest way on foot.
    return end - seconds >= arriveBy - limits.maxSeconds ? end - seconds : 'walk-too-long';
  });
}

/** Reasons: those of the way there, and `home-too-late`. */
export function streetHomeward(input: RoundTripInput, travel: StreetTravel): ExplainedHalf {
  const limits = limitsOf(input, travel);
  const { startMs, leaveFromMs, homeByMs } = input.timing;
  const leaveAt = (leaveFromMs - startMs) / 1000;
  return eachHome(input, travel.fromVenueMs, (seconds, home) => {
    if (!mayWalk(limits, leaveAt, walkOf(travel, home, seconds))) return 'walk-too-long';
    return leaveAt + seconds <= (homeByMs - startMs) / 1000 ? leaveAt + seconds : 'home-too-late';
  });
}

const walkOf = ({ lit }: StreetTravel, home: number, seconds: number) => ({
  seconds,
  isLit: lit?.[home] === 1,
});

function limitsOf({ timing, settings }: RoundTripInput, { mode, maxFootMinutes }: StreetTravel): WalkLimits {
  return mode === 'foot'
    ? walkLimitsOf(timing, timing.startMs, maxFootMinutes, settings.darkWalkMinutes)
    : walkLimitsOf({ night: null }, 0, Infinity, null);
}

function eachHome(
  { homes, venue, timing }: RoundTripInput,
  travelMs: Int32Array,
  timeOf: (seconds: number, home: number) => number | RoundTripReason,
): ExplainedHalf {
  const half: Half = createHalf(homes.people.length);
  const reasons = homes.people.map((_, home): RoundTripReason | null => {
    if (venue === null) return 'no-position';
    if (!venue.isSnapped || homes.isSnapped[home] !== true) return 'unsnapped';
    const ms = travelMs[home] ?? unreachable;
    if (ms === unreachable) return 'no-route';
    const moving = Math.ceil(ms / 1000);
    const time = timeOf(moving, home);
    if (typeof time !== 'number') return time;
    half.seconds[home] = time;
    half.stop[home] = onFoot;
    half.moving[home] = moving;
    return null;
  });
  return { half, originMs: timing.startMs, reasons, missedMinutes: reasons.map(() => null) };
}
