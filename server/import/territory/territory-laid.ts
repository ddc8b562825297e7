import type { Family } from './territory-family.ts';
import type { StatedUnit } from './territory-file.ts';
import type { Outline } from './territory-outlines.ts';
import type { ScreenShapes } from './territory-screen.ts';
import type { Coverage } from './territory-topology.ts';

/** A unit with a sound shape on the region's plane. */
export interface PlacedUnit extends StatedUnit {
  readonly isCorrected: boolean;
}

/** Everything of a file on the plane of the region, before rows are made of it. */
export interface Laid {
  readonly units: readonly PlacedUnit[];
  readonly coverage: Coverage;
  readonly family: Family;
  /** Numbers of the region's units, and of those around them. */
  readonly own: readonly number[];
  readonly neighbours: readonly number[];
  readonly outlines: readonly Outline[];
  readonly screen: ScreenShapes;
  readonly areSwapped: boolean;
}

/** What a list has at a place that it must have. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`there is no ${index}`);
  return found;
}
