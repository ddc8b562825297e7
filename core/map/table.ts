import type { AccessAnswer, TerritoryRow } from '../access/answer.ts';
import type { Words } from '../language/index.ts';

/** Header and rows of the data behind a figure; names of columns are keys of `words.figures.columns`. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * One row for each parish and town, then the whole region: the numbers that the figure is drawn from,
 * unrounded. The columns of classes are named by their upper limits ("people <= 15").
 */
export const figureTable = (answer: AccessAnswer): FigureTable => {
  const { classes, unit, venues } = answer;
  const classColumns = [
    ...classes.breaks.map((limit) => `people <= ${limit}`),
    `people > ${classes.breaks.at(-1) ?? 0}`,
  ];
  const row = (t: TerritoryRow): (string | number | null)[] => [
    t.id,
    t.nameLv,
    t.nameEn,
    t.people,
    t.value,
    unit,
    t.reason,
    t.km,
    ...t.peopleByClass,
    t.peopleBlank,
    t.mainVenue === null ? null : (venues[t.mainVenue.venue]?.nameLv ?? null),
    t.farthest?.settlement ?? null,
  ];
  const fixed = ['id', 'nameLv', 'nameEn', 'people', 'value', 'unit', 'reason', 'km'];
  return {
    columns: [...fixed, ...classColumns, 'peopleBlank', 'mainVenue', 'farthest'],
    rows: [...answer.territories, answer.total].map(row),
  };
};

/** Title of a column for readers: "Iedzīvotāji", "iedzīvotāji ≤ 15"; a column without words stays as it is. */
export const columnTitle = (column: string, { figures }: Words): string => {
  const [, sign, limit] = /^people (<=|>) (.+)$/.exec(column) ?? [];
  if (sign !== undefined && limit !== undefined)
    return `${figures.people} ${sign === '<=' ? '≤' : '>'}\u00a0${limit}`;
  const titles: Readonly<Record<string, string>> = figures.columns;
  return titles[column] ?? column;
};
