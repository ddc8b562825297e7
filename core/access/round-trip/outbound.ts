import { secondsAt } from '../../transit/day.ts';
import type { Labels, Raptor } from '../../transit/raptor.ts';
import { noTime } from '../../transit/timetable.ts';
import type { Walk } from '../../transit/walks.ts';
import { ascending, callsNear } from './calls.ts';
import { type Choice, choose, createHalf, type Half, onFoot, record } from './half.ts';
import type { TransitTravel } from './input.ts';
import { latestFeasible } from './latest-feasible.ts';
import { type LitWalk, litWalksOf } from './lit.ts';
import { movingTimes, type SeedWalk } from './moving.ts';
import type { EventTiming } from './timing.ts';
import { latestWalkEnd, mayWalk, type WalkLimits } from './walking.ts';

/** How a half may be made. */
export interface HalfRules {
  readonly limits: WalkLimits;
  readonly maxRides: number;
}

/** A home's walk to a stop that is too long for the dark: it must end at dusk, so an earlier ride is looked for. */
interface DuskWalk extends Walk {
  readonly home: number;
}

/**
 * For every home the latest leaving with which one is at the venue in time, at most `maxTravelMinutes`
 * before one has to be there: one search backwards from the venue. Where the walk to the stop would then be
 * too long for the dark, the latest ride that is reached by dusk.
 */
export function outboundHalf(travel: TransitTravel, timing: EventTiming, rules: HalfRules): Half {
  const half = createHalf(travel.directSeconds.length);
  if (travel.outbound === null) return half;
  const search = outboundSearch(travel, travel.outbound, timing, rules);
  const times = search.run(search.arriveBy);
  const best: (Choice | null)[] = [];
  const duskWalks: DuskWalk[] = [];
  for (let home = 0; home < travel.directSeconds.length; home += 1) {
    let choice = walkedChoice(travel, home, search, rules);
    for (const walk of litWalksOf(travel.homeWalks, travel.lit?.home ?? null, home)) {
      const boards = times.seconds[walk.stop] ?? noTime;
      if (boards === noTime) continue;
      const leaves = boards - walk.seconds;
      if (mayWalk(rules.limits, leaves, walk)) {
        choice = laterOf(choice, walk, leaves, times, search.earliest);
      } else if (walk.seconds <= rules.limits.maxSeconds) duskWalks.push({ ...walk, home });
    }
    best.push(choice);
  }
  const moving = search.moving();
  best.forEach((choice, home) => {
    if (choice) record(half, home, choice, search.arriveBy, moving);
  });
  leaveByDusk(search, duskWalks, rules, best, half);
  return half;
}

/** A search that can be repeated for an earlier arrival. */
interface OutboundSearch {
  readonly raptor: Raptor;
  readonly arriveBy: number;
  readonly earliest: number;
  /** Arrivals at the venue that rides make possible, `arriveBy` or before, ascending. */
  arrivals(): number[];
  run(arriveBy: number): Labels;
  /** After `run`: seconds walked and ridden from a stop to the venue. */
  moving(): (stop: number) => number;
}

function outboundSearch(
  travel: TransitTravel,
  raptor: Raptor,
  timing: EventTiming,
  { limits, maxRides }: HalfRules,
): OutboundSearch {
  const walks = venueWalksOf(travel);
  const arriveBy = secondsAt(raptor.day, timing.arriveByMs);
  const earliest = arriveBy - raptor.network.settings.maxTravelMinutes * 60;
  let seeds: readonly SeedWalk[] = [];
  let start = 0;
  return {
    raptor,
    arriveBy,
    earliest,
    arrivals: () =>
      ascending(
        callsNear(raptor.day.schedule, walks, 'arrivals')
          .map(({ seconds, walk }) => seconds + walk.seconds)
          .filter((there) => there >= earliest && there <= arriveBy),
      ),
    run: (by) => {
      seeds = walksToVenue(walks, by, limits);
      start = -by;
      return raptor.backward(seeds, by, { maxRides, earliestSeconds: earliest });
    },
    moving: () => movingTimes(raptor, raptor.mirroredRounds, seeds, start),
  };
}

/** All walks between the venue and stops. */
export const venueWalksOf = ({ venueWalks, lit }: TransitTravel): LitWalk[] =>
  litWalksOf(venueWalks, lit?.venue ?? null, 0);

/** Walks from stops to the venue that end by then. Waiting after one that ends at dusk is part of the seed, not of the walk. */
export function walksToVenue(walks: readonly LitWalk[], by: number, limits: WalkLimits): SeedWalk[] {
  return walks.flatMap((walk) => {
    const { stop, seconds } = walk;
    const end = latestWalkEnd(limits, by, walk);
    return end === -Infinity ? [] : [{ stop, seconds: seconds + (by - end), walkSeconds: seconds }];
  });
}

/** Walking all the way, ending at dusk where it must. */
function walkedChoice(
  { directSeconds, lit }: TransitTravel,
  home: number,
  { arriveBy, earliest }: OutboundSearch,
  { limits }: HalfRules,
): Choice | null {
  const walkSeconds = directSeconds[home] ?? noTime;
  if (walkSeconds === noTime) return null;
  const seconds =
    latestWalkEnd(limits, arriveBy, { seconds: walkSeconds, isLit: lit?.direct[home] === 1 }) - walkSeconds;
  return seconds >= earliest ? { seconds, stop: onFoot, rides: 0, walkSeconds } : null;
}

function laterOf(
  best: Choice | null,
  walk: Walk,
  leaves: number,
  { rides }: Labels,
  earliest: number,
): Choice | null {
  if (leaves < earliest) return best;
  const choice = {
    seconds: leaves,
    stop: walk.stop,
    rides: rides[walk.stop] ?? 0,
    walkSeconds: walk.seconds,
  };
  return choose(best, choice, -1);
}

/** For each walk that must end at dusk the latest ride boarded by then; better choices are written into `half`. */
function leaveByDusk(
  search: OutboundSearch,
  duskWalks: readonly DuskWalk[],
  rules: HalfRules,
  best: (Choice | null)[],
  half: Half,
): void {
  if (duskWalks.length === 0) return;
  const arrivals = search.arrivals();
  const boardsByDusk = ({ stop }: DuskWalk, { seconds }: Labels) =>
    (seconds[stop] ?? noTime) === noTime || (seconds[stop] ?? noTime) <= rules.limits.nightFrom;
  const last = latestFeasible(arrivals.length, duskWalks, (candidate) => {
    const times = search.run(arrivals[candidate] ?? search.earliest);
    return (walk) => boardsByDusk(walk, times);
  });
  for (const candidate of new Set(last.values())) {
    if (candidate === null) continue;
    const by = arrivals[candidate] ?? search.earliest;
    const times = search.run(by);
    const moving = search.moving();
    for (const walk of duskWalks) {
      const boards = times.seconds[walk.stop] ?? noTime;
      if (last.get(walk) !== candidate || boards === noTime) continue;
      const before = best[walk.home] ?? null;
      const choice = laterOf(before, walk, boards - walk.seconds, times, search.earliest);
      if (choice === null || choice === before) continue;
      best[walk.home] = choice;
      record(half, walk.home, choice, by, moving);
    }
  }
}
