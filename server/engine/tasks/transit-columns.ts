import type { LonLat } from '#core/place/units.ts';
import { unreachable } from '#core/roads/reach.ts';
import { snap } from '#core/roads/snap.ts';
import { secondsOfWall } from '#core/transit/day.ts';
import { percentileMinutes } from '#core/transit/percentile.ts';
import { profileTo, type Range } from '#core/transit/range.ts';
import { Cancelled } from '#core/transit/rounds.ts';
import type { DepartureWindow } from '#core/transit/travel-mode.ts';
import { walksBetween, walksOf } from '#core/transit/walks.ts';
import { type Column, columnOf } from '../column.ts';
import type { World } from '../world.ts';
import { directSeconds } from './on-foot.ts';
import { streetsOf } from './on-streets.ts';
import { raptorOn } from './on-timetable.ts';

export interface TransitColumnsTask {
  readonly window: DepartureWindow;
  readonly places: readonly LonLat[];
}

/** Travel from every home to each place by public transport with walking: milliseconds, no lengths. */
export function transitColumns(
  world: World,
  { window, places }: TransitColumnsTask,
  isCancelled: () => boolean,
): Column[] {
  const { graph, index } = streetsOf(world);
  const raptor = raptorOn(world, window.date);
  const { maxAccessWalkMinutes, maxTravelMinutes } = world.settings.transit;
  const fromSeconds = secondsOfWall(raptor.day, window.from);
  const range = rangeOf(window, fromSeconds, maxTravelMinutes, isCancelled);
  const snaps = places.map((place) => snap(index, place, 'foot'));
  const maxSeconds = maxAccessWalkMinutes * 60;
  const placeWalks = walksBetween(graph, snaps, raptor.network.stopSnaps, maxSeconds);
  const homeWalks = world.link?.homeWalks;
  if (homeWalks === undefined) throw new Error('public transport before the homes are linked');
  return snaps.map((place, i) => {
    if (isCancelled()) throw new Cancelled();
    const profile = profileTo(raptor, walksOf(placeWalks, i), range);
    const direct = directSeconds(world, place, maxSeconds);
    const minutes = percentileMinutes(
      profile,
      homeWalks,
      direct,
      { ...window, fromSeconds },
      maxTravelMinutes,
    );
    const milliseconds = Int32Array.from(minutes, (each) =>
      Number.isFinite(each) ? Math.round(each * 60_000) : unreachable,
    );
    return columnOf(place !== null, milliseconds, null);
  });
}

/** Journeys that count for the departures of a window: the last one has its whole time, too. */
export const rangeOf = (
  { windowMinutes }: Pick<DepartureWindow, 'windowMinutes'>,
  fromSeconds: number,
  maxTravelMinutes: number,
  isCancelled: () => boolean,
): Range => ({
  earliestSeconds: fromSeconds,
  latestSeconds: fromSeconds + (windowMinutes - 1 + maxTravelMinutes) * 60,
  maxSeconds: maxTravelMinutes * 60,
  isCancelled,
});
