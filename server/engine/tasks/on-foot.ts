import type { StreetGraph } from '#core/roads/graph.ts';
import { journey, seedsTo } from '#core/roads/journey.ts';
import { createSearch } from '#core/roads/reach.ts';
import type { Snap } from '#core/roads/snap.ts';
import { noTime } from '#core/transit/timetable.ts';
import type { World } from '../world.ts';
import { snapHomes, streetsOf } from './on-streets.ts';

/** Seconds from each home to a place on foot all the way; `noTime` where that takes longer than `maxSeconds`. */
export function directSeconds(
  world: World,
  place: Snap | null,
  maxSeconds: number,
  graph: StreetGraph = streetsOf(world).graph,
): Int32Array {
  const homes = snapHomes(world, 'foot');
  const seconds = new Int32Array(homes.length).fill(noTime);
  if (place === null) return seconds;
  const reach = createSearch(graph.modes.foot.in)(seedsTo(graph, 'foot', place), maxSeconds * 1000);
  homes.forEach((home, i) => {
    const walk = home && journey(graph, 'foot', home, place, reach);
    const whole = walk ? Math.ceil(walk.milliseconds / 1000) : noTime;
    if (whole <= maxSeconds) seconds[i] = whole;
  });
  return seconds;
}
