import type { Frame } from './frame.ts';
import type { FigureInput } from './input.ts';
import type { Label } from './label.ts';
import { type Mark, markBox } from './marks.ts';
import type { Box } from './primitives.ts';
import { areasOf, fitBeside, fitName, fitNumber } from './territory-names.ts';
import { type Villages, villagesOf } from './villages.ts';

export interface Labels extends Villages {
  readonly territories: readonly Label[];
  /** Territories whose name does not fit and stands below the map under a number. */
  readonly keys: readonly { readonly number: number; readonly name: string }[];
}

/**
 * Names on the map: parishes and towns inside their own borders, at the largest size that fits and
 * clear of marks and of what is `covered`. The name of a town too small for it stands beside it in
 * bold, as on any map of towns; a number stands for whatever still has no room. Then villages, by
 * residents, as long as there is room.
 * Greedy, the tightest territory first; polylabel gives the starting point (Agafonkin, "A new
 * algorithm for finding a visual center of a polygon", 2016).
 */
export const labelsOf = (
  input: FigureInput,
  frame: Frame,
  marks: readonly Mark[],
  covered: readonly Box[],
): Labels => {
  const taken = [...marks.map(markBox), ...covered];
  const labels: Label[] = [];
  const put = (label: Label | null): boolean => {
    if (label === null) return false;
    labels.push(label);
    taken.push(...label.boxes);
    return true;
  };
  const areas = areasOf(input, frame);
  const outside = areas.filter((area) => !put(fitName(area, taken, input.measureText)));
  const keyed = outside
    .filter((area) => area.territory.kind !== 'town' || !put(fitBeside(area, frame.box, taken, input)))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((area, i) => ({ area, number: i + 1 }));
  for (const { area, number } of keyed) put(fitNumber(area, String(number), taken, input.measureText));
  return {
    territories: labels,
    keys: keyed.map(({ area, number }) => ({ number, name: area.name })),
    ...villagesOf(input, frame, taken),
  };
};
