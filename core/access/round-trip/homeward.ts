import type { Labels, Raptor } from '../../transit/raptor.ts';
import { noTime } from '../../transit/timetable.ts';
import { type Choice, choose, createHalf, type Half, onFoot, record } from './half.ts';
import type { TransitTravel } from './input.ts';
import type { LitWalk } from './lit.ts';
import { movingTimes } from './moving.ts';
import { type HalfRules, venueWalksOf } from './outbound.ts';
import { mayWalk } from './walking.ts';

/** When the way home begins and by when it must be over, in seconds of its service day. */
export interface HomewardTimes {
  readonly leaveAt: number;
  /** Infinity: whenever. */
  readonly homeBy: number;
}

/**
 * For every home the earliest moment there when the venue is left at `leaveAt` or later: one search forwards
 * from the venue. An earlier getting off is never in deeper dark, so the earliest at each stop decides.
 */
export function homewardHalf(
  travel: TransitTravel,
  raptor: Raptor,
  { leaveAt, homeBy }: HomewardTimes,
  rules: HalfRules,
): Half {
  const half = createHalf(travel.directSeconds.length);
  const times = leavingVenue(travel, raptor, { leaveAt, homeBy }, rules);
  const seeds = walksFromVenue(travel, leaveAt, rules).map((walk) => ({
    ...walk,
    walkSeconds: walk.seconds,
  }));
  const moving = movingTimes(raptor, raptor.rounds, seeds, leaveAt);
  for (let home = 0; home < travel.directSeconds.length; home += 1) {
    const choice = homeChoice(travel, home, leaveAt, times, rules);
    if (choice && choice.seconds <= homeBy) record(half, home, choice, moving);
  }
  return half;
}

/** The search alone: earliest getting off at each stop. */
export function leavingVenue(
  travel: TransitTravel,
  raptor: Raptor,
  { leaveAt, homeBy }: HomewardTimes,
  rules: HalfRules,
): Labels {
  const latestSeconds = Number.isFinite(homeBy) ? homeBy : undefined;
  return raptor.forward(walksFromVenue(travel, leaveAt, rules), leaveAt, {
    maxRides: rules.maxRides,
    latestSeconds,
  });
}

/** Walks from the venue to stops that are allowed when it is left at `leaveAt`. */
export const walksFromVenue = (travel: TransitTravel, leaveAt: number, { limits }: HalfRules): LitWalk[] =>
  venueWalksOf(travel).filter((walk) => mayWalk(limits, leaveAt, walk));

/** The best way home from stops reached at `times`, or on foot from the venue; null where there is none. */
export function homeChoice(
  { homeWalks, directSeconds, lit }: TransitTravel,
  home: number,
  leaveAt: number,
  times: Labels,
  { limits }: HalfRules,
): Choice | null {
  const direct = directSeconds[home] ?? noTime;
  let choice: Choice | null =
    direct !== noTime && mayWalk(limits, leaveAt, { seconds: direct, isLit: lit?.direct[home] === 1 })
      ? { seconds: leaveAt + direct, stop: onFoot, rides: 0, walkSeconds: direct }
      : null;
  for (let i = homeWalks.offset[home] ?? 0; i < (homeWalks.offset[home + 1] ?? 0); i += 1) {
    const stop = homeWalks.stop[i] ?? 0;
    const walkSeconds = homeWalks.seconds[i] ?? 0;
    const off = times.seconds[stop] ?? noTime;
    if (off === noTime || !mayWalk(limits, off, { seconds: walkSeconds, isLit: lit?.home[i] === 1 }))
      continue;
    choice = choose(
      choice,
      { seconds: off + walkSeconds, stop, rides: times.rides[stop] ?? 0, walkSeconds },
      1,
    );
  }
  return choice;
}
