import type { Raptor } from '../../transit/raptor.ts';
import { walksOf } from '../../transit/walks.ts';
import { ascending, callsNear } from './calls.ts';
import { type HomewardTimes, homeChoice, leavingVenue } from './homeward.ts';
import type { TransitTravel } from './input.ts';
import { latestFeasible } from './latest-feasible.ts';
import type { HalfRules } from './outbound.ts';

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
  const leavings = leavingsBefore(travel, raptor, leaveAt);
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

/** Seconds of the service day at which the venue is left just in time for some departure near it, ascending. */
const leavingsBefore = ({ venueWalks }: TransitTravel, { day }: Raptor, leaveAt: number): number[] =>
  ascending(
    callsNear(day.schedule, walksOf(venueWalks, 0), 'departures')
      .map(({ seconds, walk }) => seconds - walk.seconds)
      .filter((leaving) => leaving >= 0 && leaving < leaveAt),
  );
