import { decodeGraph } from '#core/roads/file.ts';
import type { StreetGraph } from '#core/roads/graph.ts';
import { buildSnapIndex, type Snap, type SnapIndex, snap } from '#core/roads/snap.ts';
import type { Mode } from '#core/roads/street.ts';
import { createMemo } from '../memo.ts';
import type { World } from '../world.ts';

/** The streets of a world, ready to travel on in this thread. */
export interface Streets {
  readonly graph: StreetGraph;
  readonly index: SnapIndex;
}

const graphs = createMemo<StreetGraph>(2);
const indexes = createMemo<SnapIndex>(2);
const homes = createMemo<readonly (Snap | null)[]>(6);

export const graphOf = ({ streets }: World): StreetGraph =>
  graphs(streets.key, () => decodeGraph(streets.bytes));

export const streetsOf = (world: World): Streets => {
  const graph = graphOf(world);
  return { graph, index: indexes(world.streets.key, () => buildSnapIndex(graph, world.settings.snap)) };
};

/** Where each home meets the streets of a mode; null for one too far from any. */
export const snapHomes = (world: World, mode: Mode): readonly (Snap | null)[] =>
  homes(`${world.streets.key}|${world.homes.key}|${mode}`, () => {
    const { index } = streetsOf(world);
    return world.homes.lonLat.map((lonLat) => snap(index, lonLat, mode));
  });
