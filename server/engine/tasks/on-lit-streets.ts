import type { LitColumns } from '#core/access/round-trip/input.ts';
import { dimmed, litSlackSeconds, litWalks } from '#core/access/round-trip/lit.ts';
import type { StreetGraph } from '#core/roads/graph.ts';
import type { Snap } from '#core/roads/snap.ts';
import { noTime } from '#core/transit/timetable.ts';
import { type Walks, walksBetween } from '#core/transit/walks.ts';
import { createMemo } from '../memo.ts';
import type { World } from '../world.ts';
import { directSeconds } from './on-foot.ts';
import { graphOf, snapHomes } from './on-streets.ts';

const dimmedGraphs = createMemo<StreetGraph>(1);

/** Streets of a world with the unlit ones dimmed, in this thread. */
const dimmedOf = (world: World): StreetGraph => dimmedGraphs(world.streets.key, () => dimmed(graphOf(world)));

/** For each of the walks from points to stops whether it keeps to lit streets. */
export function litBetween(
  world: World,
  points: readonly (Snap | null)[],
  stops: readonly (Snap | null)[],
  walks: Walks,
): Uint8Array {
  const maxSeconds = world.settings.transit.maxAccessWalkMinutes * 60 + litSlackSeconds;
  return litWalks(walks, walksBetween(dimmedOf(world), points, stops, maxSeconds));
}

/** For each home whether its way on foot to a place, as long as `seconds` says, keeps to lit streets. */
export function litDirect(
  world: World,
  place: Snap | null,
  seconds: Int32Array,
  maxSeconds: number,
): LitColumns['direct'] {
  const onDimmed = directSeconds(world, place, maxSeconds + litSlackSeconds, dimmedOf(world));
  return Uint8Array.from(snapHomes(world, 'foot'), (_, home) => {
    const dim = onDimmed[home] ?? noTime;
    return dim !== noTime && dim <= (seconds[home] ?? noTime) + litSlackSeconds ? 1 : 0;
  });
}
