import type { LonLat } from '#core/place/units.ts';
import { travelMatrix } from '#core/roads/journey.ts';
import { snap } from '#core/roads/snap.ts';
import type { Mode } from '#core/roads/street.ts';
import { Cancelled } from '#core/transit/rounds.ts';
import { type Column, columnOf } from '../column.ts';
import type { World } from '../world.ts';
import { snapHomes, streetsOf } from './on-streets.ts';

export interface StreetColumnsTask {
  readonly mode: Mode;
  readonly places: readonly LonLat[];
}

/** Travel from every home to each place, a column each: milliseconds, then decimetres. */
export function streetColumns(
  world: World,
  { mode, places }: StreetColumnsTask,
  isCancelled: () => boolean,
): Column[] {
  const { graph, index } = streetsOf(world);
  if (isCancelled()) throw new Cancelled();
  const homes = snapHomes(world, mode);
  const destinations = places.map((place) => snap(index, place, mode));
  const { milliseconds, decimetres } = travelMatrix(graph, mode, homes, destinations);
  const rowOf = (table: Int32Array, row: number) =>
    table.subarray(row * homes.length, (row + 1) * homes.length);
  return destinations.map((destination, row) =>
    columnOf(destination !== null, rowOf(milliseconds, row), rowOf(decimetres, row)),
  );
}

/** For each home whether the streets of a mode are in reach. */
export const snappedHomes = (world: World, { mode }: { readonly mode: Mode }): boolean[] =>
  snapHomes(world, mode).map((home) => home !== null);
