import polylabel from 'polylabel';
import type { Settlement, Territory } from '../../place/territory.ts';
import { type Frame, polygonsOf, project } from './frame.ts';
import { grown, holdsBox, overlap, ringArea, within } from './geometry.ts';
import type { FigureInput } from './input.ts';
import { type Mark, markBox } from './marks.ts';
import type { Box, MeasureText, Point, Text, Weight } from './primitives.ts';

/** Smallest type on paper, in points. */
export const smallestType = 6.5;

/** Lines of type with the paper they take. */
export interface Label {
  readonly id: string;
  readonly lines: readonly Pick<Text, 'text' | 'at'>[];
  readonly size: number;
  readonly weight: Weight;
  /** Paper taken by each line. */
  readonly boxes: readonly Box[];
}

export interface Labels {
  readonly territories: readonly Label[];
  /** Territories whose name does not fit inside and stands beside the map under a number. */
  readonly keys: readonly { readonly number: number; readonly name: string }[];
  readonly settlements: readonly Label[];
  /** Dots of the settlements that are named. */
  readonly dots: readonly Point[];
}

/** Room between two pieces of type, and between type and border. */
const air = 0.9;
const leading = 1.08;

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

interface Area {
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
const areasOf = (input: FigureInput, frame: Frame): readonly Area[] =>
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

const fitName = (area: Area, taken: readonly Box[], measure: MeasureText): Label | null => {
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

interface Type {
  readonly size: number;
  readonly weight: Weight;
}

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
const fitBeside = (
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
const fitNumber = (area: Area, text: string, taken: readonly Box[], measure: MeasureText): Label => {
  const type: Type = { size: smallestType, weight: 600 };
  return (
    findRoom(area, [text], type, taken, measure) ??
    labelAt(area.territory.id, [text], area.pole, type, measure)
  );
};

/** Lines centred on a point. */
const labelAt = (
  id: string,
  lines: readonly string[],
  [x, y]: Point,
  { size, weight }: Type,
  measure: MeasureText,
): Label => {
  const height = size * (0.95 + (lines.length - 1) * leading);
  const tops = lines.map((_, i) => y - height / 2 + i * size * leading);
  return {
    id,
    size,
    weight,
    lines: lines.map((text, i) => ({ text, at: [x, (tops[i] ?? y) + size * 0.74] })),
    boxes: lines.map((text, i) => {
      const half = measure(text, size, weight) / 2;
      const top = tops[i] ?? y;
      return { left: x - half, right: x + half, top, bottom: top + size * 0.95 };
    }),
  };
};

const dotRadius = 0.9;

const villagesOf = (
  input: FigureInput,
  frame: Frame,
  takenBefore: readonly Box[],
): Pick<Labels, 'settlements' | 'dots'> => {
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
