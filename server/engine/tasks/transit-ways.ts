import type { LonLat } from '#core/place/units.ts';
import { snap } from '#core/roads/snap.ts';
import { secondsOfWall } from '#core/transit/day.ts';
import { type Description, describeJourney, describeWalkAllTheWay } from '#core/transit/itinerary.ts';
import type { TransitJourney } from '#core/transit/journey.ts';
import { departuresOf, percentileMinutes } from '#core/transit/percentile.ts';
import { profileTo } from '#core/transit/range.ts';
import { noTime } from '#core/transit/timetable.ts';
import { journeyLeavingAt } from '#core/transit/trace.ts';
import type { DepartureWindow } from '#core/transit/travel-mode.ts';
import { createWalkDrawer } from '#core/transit/walk-line.ts';
import { type Walk, walksBetween, walksOf } from '#core/transit/walks.ts';
import type { World } from '../world.ts';
import { directSeconds } from './on-foot.ts';
import { snapHomes, streetsOf } from './on-streets.ts';
import { raptorOn } from './on-timetable.ts';
import { type FoundWay, lineOf, noWay } from './street-ways.ts';
import { rangeOf } from './transit-columns.ts';

export interface TransitWayTask {
  readonly window: DepartureWindow;
  readonly home: number;
  readonly homeName: string;
  readonly place: LonLat;
  readonly placeName: string;
}

/** All journeys of a window from a home to a place that are worth taking, stop by stop. */
export function transitWay(world: World, task: TransitWayTask, isCancelled: () => boolean): FoundWay {
  const { graph, index } = streetsOf(world);
  const raptor = raptorOn(world, task.window.date);
  const { maxAccessWalkMinutes, maxTravelMinutes } = world.settings.transit;
  const homeSnap = snapHomes(world, 'foot')[task.home] ?? null;
  const placeSnap = snap(index, task.place, 'foot');
  if (!homeSnap || !placeSnap || !world.link) return noWay('unsnapped');
  const maxSeconds = maxAccessWalkMinutes * 60;
  const access = walksOf(world.link.homeWalks, task.home);
  const egress = walksOf(walksBetween(graph, [placeSnap], raptor.network.stopSnaps, maxSeconds), 0);
  const direct = directSeconds(world, placeSnap, maxSeconds)[task.home] ?? noTime;
  const fromSeconds = secondsOfWall(raptor.day, task.window.from);
  const range = rangeOf(task.window, fromSeconds, maxTravelMinutes, isCancelled);
  const profile = profileTo(raptor, egress, range);
  const [minutes = Number.POSITIVE_INFINITY] = percentileMinutes(
    profile,
    walksOfOne(access),
    Int32Array.of(direct),
    { ...task.window, fromSeconds },
    maxTravelMinutes,
  );
  const lastLeaving = fromSeconds + (task.window.windowMinutes - 1) * 60;
  const found = departuresOf(profile, access);
  // Setting out in the window, and the first one after it that those who just missed it must wait for.
  const next = found.find(({ leave }) => leave > lastLeaving);
  const wanted = found.filter(({ leave }) => leave >= fromSeconds && leave <= lastLeaving);
  const about: Description = {
    network: raptor.network,
    day: raptor.day,
    from: { name: task.homeName, lonLat: world.homes.lonLat[task.home] ?? task.place, snap: homeSnap },
    to: { name: task.placeName, lonLat: task.place, snap: placeSnap },
    drawWalk: createWalkDrawer(graph, (edge) => lineOf(graph, edge)),
  };
  const byVehicle = [...wanted, ...(next ? [next] : [])]
    .filter(({ leave, arrive }) => arrive - leave < direct)
    .flatMap(({ leave }): TransitJourney[] => {
      const itinerary = journeyLeavingAt(raptor, { access, egress }, leave, { isCancelled });
      return itinerary ? [describeJourney(itinerary, about)] : [];
    });
  const onFoot = direct === noTime ? [] : [describeWalkAllTheWay(fromSeconds, direct, about)];
  const journeys = [...onFoot, ...byVehicle];
  const isReached = Number.isFinite(minutes);
  const hasStops = access.length > 0 && egress.length > 0;
  return {
    ...noWay(isReached ? null : hasStops ? 'no-journey-in-window' : 'no-stop-within-walk'),
    minutes: isReached ? minutes : null,
    journeys: isReached ? journeys : [],
    line: isReached ? lineOfJourney(journeys[0]) : [],
  };
}

const walksOfOne = (walks: readonly Walk[]) => ({
  offset: Int32Array.of(0, walks.length),
  stop: Int32Array.from(walks, ({ stop }) => stop),
  seconds: Int32Array.from(walks, ({ seconds }) => seconds),
});

/** Walks along the streets, rides straight from stop to stop. */
const lineOfJourney = (journey: TransitJourney | undefined): LonLat[] =>
  (journey?.legs ?? []).flatMap((leg) =>
    leg.kind === 'walk' ? leg.line : leg.stops.map(({ lonLat }) => lonLat),
  );
