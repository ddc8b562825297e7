import type { Settlement } from '../../place/territory.ts';
import { type Frame, project } from './frame.ts';
import { grown, overlap, within } from './geometry.ts';
import type { FigureInput } from './input.ts';
import { air, type Label, labelAt, smallestType, type Type } from './label.ts';
import type { Box, Point } from './primitives.ts';

/** Villages that found room for their name, with their dots. */
export interface Villages {
  readonly settlements: readonly Label[];
  readonly dots: readonly Point[];
}

const dotRadius = 0.9;

/** Names beside their dots, clear of everything taken before. */
export const villagesOf = (input: FigureInput, frame: Frame, takenBefore: readonly Box[]): Villages => {
  const taken = [...takenBefore];
  const labels: Label[] = [];
  const dots: Point[] = [];
  for (const village of namedVillages(input)) {
    if (village.position === null) continue;
    const [x, y] = project(frame, village.position);
    const dot: Box = grown({ left: x, right: x, top: y, bottom: y }, dotRadius);
    const type: Type = { size: smallestType, weight: 400 };
    const width = input.measureText(village.nameLv, type.size, type.weight);
    const label = around([x, y], width, type.size)
      .map((at) => labelAt(village.id, [village.nameLv], at, type, input.measureText))
      .find(({ boxes }) =>
        boxes.every((box) => {
          const wide = grown(box, 2 * air);
          return within(wide, frame.box) && !taken.some((other) => overlap(wide, other));
        }),
      );
    if (label === undefined) continue;
    labels.push(label);
    dots.push([x, y]);
    taken.push(...label.boxes, dot);
  }
  return { settlements: labels, dots };
};

/** Middles of a label to the right, left, above and below of a dot. */
const around = ([x, y]: Point, width: number, size: number): Point[] => [
  [x + width / 2 + 3, y],
  [x - width / 2 - 3, y],
  [x, y - size * 0.5 - 2.4],
  [x, y + size * 0.5 + 2.4],
];

/** Villages that are not towns of the map already, the most residents first. */
const namedVillages = ({ settlements, territories }: FigureInput): readonly Settlement[] => {
  const towns = new Set(territories.map(({ nameLv }) => nameLv));
  const people = (village: Settlement) => village.population?.people ?? 0;
  return settlements
    .filter(({ nameLv }) => !towns.has(nameLv))
    .toSorted((a, b) => people(b) - people(a) || (a.id < b.id ? -1 : 1))
    .slice(0, 40);
};
