import type { AccessAnswer, Classes, MeasureUnit } from '../access/answer.ts';
import { classOf } from '../access/classes.ts';
import { formatNumber, noBreakSpace } from '../language/format.ts';
import type { Words } from '../language/index.ts';
import type { Language } from '../language/routes.ts';
import { classColours } from './palette.ts';
import type { Level } from './scene/subject.ts';

/** One line of a legend. The blank entry has no colour and is drawn hatched. */
export interface LegendEntry {
  readonly colour: string | null;
  readonly label: string;
  /** Residents whose own 1 km cell has a value in this class, at either level. */
  readonly people: number;
  /** Parishes and towns, or cells, filled so on the map. */
  readonly places: number;
}

/**
 * Classes in order, then the blank entry, which is there even when it is empty. `places` sum to the
 * number of territories or cells of the answer, `people` to its residents.
 */
export const legendOf = (
  answer: AccessAnswer,
  level: Level,
  words: Words,
  language: Language,
): readonly LegendEntry[] => {
  const { classes, cells, territories, total } = answer;
  const colours = classColours(classes.breaks.length + 1, classes.largerIsBetter);
  const values = level === 'cells' ? cells.value : territories.map((row) => row.value);
  const places = colours.map(() => 0);
  let blanks = 0;
  for (const value of values) {
    if (value === null) blanks++;
    else places[classOf(classes, value)] = (places[classOf(classes, value)] ?? 0) + 1;
  }
  return [
    ...colours.map((colour, i) => ({
      colour,
      label: classLabel(i, classes, language, level === 'cells'),
      people: total.peopleByClass[i] ?? 0,
      places: places[i] ?? 0,
    })),
    { colour: null, label: words.figures.blank, people: total.peopleBlank, places: blanks },
  ];
};

/**
 * "≤ 15 min", "15–30", "> 60": an upper limit belongs to its class. Where a first class ends at 0 it is
 * named "0" alone. `isWhole` is for values that are counts and not means: "0", "1", "2–3".
 */
export const classLabel = (
  index: number,
  { breaks, unit }: Classes,
  language: Language,
  isWhole: boolean,
): string => {
  const [from, to] = [breaks[index - 1], breaks[index]];
  const number = (value: number) => formatNumber(language, value, 1);
  const withUnit = (value: number) => `${number(value)}${unitSign(unit, language)}`;
  if (to === undefined) return `>${noBreakSpace}${number(from ?? 0)}`;
  if (to === 0) return withUnit(0);
  if (unit === 'venues' && isWhole) return countLabel(from, to, number);
  if (from === undefined) return `≤${noBreakSpace}${withUnit(to)}`;
  return from === 0 ? `>${noBreakSpace}0–${number(to)}` : `${number(from)}–${number(to)}`;
};

const countLabel = (from: number | undefined, to: number, number: (value: number) => string): string => {
  const first = from === undefined ? 0 : Math.floor(from) + 1;
  return first === Math.floor(to) ? number(first) : `${number(first)}–${number(to)}`;
};

/** What follows a number of this unit, with its space: " min", "%"; a count has none. */
export const unitSign = (unit: MeasureUnit, language: Language): string => {
  if (unit === 'min') return `${noBreakSpace}min`;
  if (unit === 'percent') return language === 'lv' ? `${noBreakSpace}%` : '%';
  return '';
};
