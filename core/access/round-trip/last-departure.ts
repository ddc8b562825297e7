import type { Raptor } from '../../transit/raptor.ts';
import { ascending, departuresNear } from './calls.ts';
import { type HomewardTimes, homeChoice, leavingVenue } from './homeward.ts';
import type { TransitTravel } from './input.ts';
import { latestFeasible } from './latest-feasible.ts';
import { type HalfRules, venueWalksOf } from './outbound.ts';
import type { WalkLimits } from './walking.ts';

/**
 * For homes without a way after the event: the latest second before `leaveAt` at which leaving the venue
 * still brought them home in time that day; null where nothing did. One profile of the venue's departures
 * for all homes, exact: who gets home leaving at a second gets home leaving earlier.
 */
export function lastLeaving(
  travel: TransitTravel,
  raptor: Raptor,
  { leaveAt, homeBy }: HomewardTimes,
  rules: HalfRules,
  homes: readonly number[],
): Map<number, number | null> {
  const leavings = leavingsBefore(travel, raptor, leaveAt, rules.limits);
  const last = latestFeasible(leavings.length, homes, (candidate) => {
    const at = leavings[candidate] ?? 0;
    const times = leavingVenue(travel, raptor, { leaveAt: at, homeBy }, rules);
    return (home) => {
      const choice = homeChoice(travel, home, at, times, rules);
      return choice !== null && choice.seconds <= homeBy;
    };
  });
  return new Map(
    [...last].map(([home, candidate]) => [home, candidate === null ? null : (leavings[candidate] ?? null)]),
  );
}

/**
 * Seconds of the service day after which leaving the venue is worse than before, ascending: when it is left
 * just in time for some departure near it, or for a walk to a stop that must end at dusk.
 */
function leavingsBefore(
  travel: TransitTravel,
  { day }: Raptor,
  leaveAt: number,
  { darkSeconds, nightFrom }: WalkLimits,
): number[] {
  const walks = venueWalksOf(travel);
  const departures = departuresNear(day.schedule, walks).map(({ seconds, walk }) => seconds - walk.seconds);
  const atDusk = walks
    .filter(({ seconds, isLit }) => !isLit && seconds > darkSeconds)
    .map(({ seconds }) => Math.floor(nightFrom) - seconds);
  return ascending([...departures, ...atDusk].filter((leaving) => leaving >= 0 && leaving < leaveAt));
}
