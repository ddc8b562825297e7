import polylabel from 'polylabel';
import type { Territory } from '../../place/territory.ts';
import { type Frame, polygonsOf, project } from './frame.ts';
import { grown, holdsBox, overlap, ringArea, within } from './geometry.ts';
import type { FigureInput } from './input.ts';
import { air, type Label, labelAt, smallestType, type Type } from './label.ts';
import type { Box, MeasureText, Point } from './primitives.ts';

/** A parish or town on the page. */
export interface Area {
  readonly territory: Territory;
  readonly name: string;
  /** Largest part, on the page. */
  readonly rings: readonly (readonly Point[])[];
  readonly pole: Point;
  /** Radius of the largest circle inside. */
  readonly room: number;
}

const nameOf = (territory: Territory, { language }: FigureInput): string =>
  language === 'en' ? territory.nameEn : territory.nameLv;

/** Parishes and towns of the region, the tightest first. */
export const areasOf = (input: FigureInput, frame: Frame): readonly Area[] =>
  input.territories
    .filter(({ kind }) => kind === 'parish' || kind === 'town')
    .flatMap((territory): Area[] => {
      if (territory.geometry === null) return [];
      const parts = polygonsOf(territory.geometry).map((polygon) =>
        polygon.map((ring) => ring.slice(0, -1).map(([lon = 0, lat = 0]) => project(frame, [lon, lat]))),
      );
      const rings = parts.sort((a, b) => ringArea(b[0] ?? []) - ringArea(a[0] ?? []))[0];
      if (rings === undefined) return [];
      const pole = polylabel(
        rings.map((ring) => ring.map(([x, y]) => [x, y])),
        0.5,
      );
      const [x = 0, y = 0] = pole;
      return [{ territory, name: nameOf(territory, input), rings, pole: [x, y], room: pole.distance }];
    })
    .sort((a, b) => a.room - b.room || (a.territory.id < b.territory.id ? -1 : 1));

const sizes = [8, 7.5, 7, smallestType];

/** The name inside its territory at the largest size that has room; null when none has. */
export const fitName = (area: Area, taken: readonly Box[], measure: MeasureText): Label | null => {
  const weight = area.territory.kind === 'town' ? 600 : 400;
  for (const size of sizes) {
    for (const lines of breakings(area.name)) {
      const label = findRoom(area, lines, { size, weight }, taken, measure);
      if (label !== null) return label;
    }
  }
  return null;
};

/** "Jaunsātu pagasts" on one line, then on two. */
const breakings = (name: string): string[][] => {
  const words = name.split(' ');
  return words.length < 2 ? [[name]] : [[name], [words.slice(0, -1).join(' '), words.slice(-1).join(' ')]];
};

/** Steps away from a starting point, the nearest first, up to 120 points. */
const offsets: readonly Point[] = Array.from({ length: 121 * 121 }, (_, i): Point => {
  return [((i % 121) - 60) * 2, (Math.floor(i / 121) - 60) * 2];
}).sort((a, b) => Math.hypot(...a) - Math.hypot(...b));

const moved = ({ left, top, right, bottom }: Box, dx: number, dy: number): Box => ({
  left: left + dx,
  right: right + dx,
  top: top + dy,
  bottom: bottom + dy,
});

/** The place nearest to the pole where the lines fit inside and free of everything taken. */
const findRoom = (
  { territory, rings, pole, room }: Area,
  lines: readonly string[],
  type: Type,
  taken: readonly Box[],
  measure: MeasureText,
): Label | null => {
  const reach = Math.max(24, room * 3);
  const middle = labelAt(territory.id, lines, pole, type, measure);
  for (const [dx, dy] of offsets) {
    if (Math.hypot(dx, dy) > reach) return null;
    const fits = middle.boxes.every((line) => {
      const box = grown(moved(line, dx, dy), air);
      return !taken.some((other) => overlap(box, other)) && holdsBox(rings, box);
    });
    if (fits) return labelAt(territory.id, lines, [pole[0] + dx, pole[1] + dy], type, measure);
  }
  return null;
};

/** Beside the outline of a small town: in any direction, the more room around it the better. */
export const fitBeside = (
  area: Area,
  frame: Box,
  taken: readonly Box[],
  { measureText }: FigureInput,
): Label | null => {
  const type: Type = { size: 8, weight: 600 };
  const labels = directions.map(([cos, sin]) => {
    const half = measureText(area.name, type.size, type.weight) / 2;
    const at: Point = [
      area.pole[0] + cos * (area.room + 2 + half),
      area.pole[1] + sin * (area.room + 2 + type.size / 2),
    ];
    return labelAt(area.territory.id, [area.name], at, type, measureText);
  });
  for (const room of [7, 5, 3]) {
    const found = labels.find(({ boxes }) =>
      boxes.every((line) => {
        const box = grown(line, room);
        return within(box, frame) && !taken.some((other) => overlap(box, other));
      }),
    );
    if (found !== undefined) return found;
  }
  return null;
};

/** Right, left, then ever steeper: a name reads best on the level of its town. */
const directions: readonly Point[] = [
  0, 12, 1, 23, 11, 13, 2, 22, 10, 14, 3, 21, 9, 15, 4, 20, 8, 16, 6, 18,
].map((step) => [Math.cos((Math.PI * step) / 12), Math.sin((Math.PI * step) / 12)]);

/** A number inside its territory; on top of a mark if there is no other room. */
export const fitNumber = (area: Area, text: string, taken: readonly Box[], measure: MeasureText): Label => {
  const type: Type = { size: smallestType, weight: 600 };
  return (
    findRoom(area, [text], type, taken, measure) ??
    labelAt(area.territory.id, [text], area.pole, type, measure)
  );
};
