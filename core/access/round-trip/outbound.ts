import { secondsAt } from '../../transit/day.ts';
import type { Labels } from '../../transit/raptor.ts';
import { noTime } from '../../transit/timetable.ts';
import { type Choice, choose, createHalf, type Half, onFoot, record } from './half.ts';
import type { TransitTravel } from './input.ts';
import { type LitWalk, litWalksOf } from './lit.ts';
import { movingTimes, type SeedWalk } from './moving.ts';
import type { EventTiming } from './timing.ts';
import { latestWalkEnd, type WalkLimits } from './walking.ts';

/** How a half may be made. */
export interface HalfRules {
  readonly limits: WalkLimits;
  readonly maxRides: number;
}

/**
 * For every home the latest leaving with which one is at the venue in time, at most `maxTravelMinutes`
 * before one has to be there: one search backwards from the venue. A walk too long for the dark ends at
 * dusk, and one waits: at the stop for the ride, at the venue for the event.
 */
export function outboundHalf(travel: TransitTravel, timing: EventTiming, rules: HalfRules): Half {
  const half = createHalf(travel.directSeconds.length);
  const { outbound: raptor } = travel;
  if (raptor === null) return half;
  const arriveBy = secondsAt(raptor.day, timing.arriveByMs);
  const earliest = arriveBy - raptor.network.settings.maxTravelMinutes * 60;
  const seeds = walksToVenue(travel, arriveBy, rules);
  const times = raptor.backward(seeds, arriveBy, { maxRides: rules.maxRides, earliestSeconds: earliest });
  const moving = movingTimes(raptor, raptor.mirroredRounds, seeds, -arriveBy);
  for (let home = 0; home < travel.directSeconds.length; home += 1) {
    const choice = leavingChoice(travel, home, arriveBy, times, rules);
    if (choice && choice.seconds >= earliest) record(half, home, choice, moving);
  }
  return half;
}

/** The latest leaving of a home for stops that are boarded at `times`, or on foot all the way; null for none. */
function leavingChoice(
  { homeWalks, directSeconds, lit }: TransitTravel,
  home: number,
  arriveBy: number,
  times: Labels,
  { limits }: HalfRules,
): Choice | null {
  const direct = { seconds: directSeconds[home] ?? noTime, isLit: lit?.direct[home] === 1 };
  const end = latestWalkEnd(limits, arriveBy, direct);
  let choice: Choice | null =
    direct.seconds === noTime || end === -Infinity
      ? null
      : { seconds: end - direct.seconds, stop: onFoot, rides: 0, walkSeconds: direct.seconds };
  for (const walk of litWalksOf(homeWalks, lit?.home ?? null, home)) {
    const boards = times.seconds[walk.stop] ?? noTime;
    const atStop = boards === noTime ? -Infinity : latestWalkEnd(limits, boards, walk);
    if (atStop === -Infinity) continue;
    const { stop, seconds: walkSeconds } = walk;
    const rides = times.rides[stop] ?? 0;
    choice = choose(choice, { seconds: atStop - walkSeconds, stop, rides, walkSeconds }, -1);
  }
  return choice;
}

/** All walks between the venue and stops. */
export const venueWalksOf = ({ venueWalks, lit }: TransitTravel): LitWalk[] =>
  litWalksOf(venueWalks, lit?.venue ?? null, 0);

/** Walks from stops to the venue that end by then. Waiting after one that ends at dusk is part of the seed, not of the walk. */
export function walksToVenue(travel: TransitTravel, by: number, { limits }: HalfRules): SeedWalk[] {
  return venueWalksOf(travel).flatMap((walk) => {
    const { stop, seconds } = walk;
    const end = latestWalkEnd(limits, by, walk);
    return end === -Infinity ? [] : [{ stop, seconds: seconds + (by - end), walkSeconds: seconds }];
  });
}
