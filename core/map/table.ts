import type { AccessAnswer, TerritoryRow } from '../access/answer.ts';
import { classColumns, classOfColumn } from '../access/class-columns.ts';
import type { Words } from '../language/index.ts';
import type { Language } from '../language/routes.ts';
import { classLabel, unitSign } from './legend.ts';

type Value = string | number | null;

/** Header and rows of the data behind a figure; names of columns are keys of `words.figures.columns`. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/**
 * One row for each parish and town, then the whole region: sums and medians, unrounded. The columns of
 * classes count residents by the value of their own cell.
 */
export const figureTable = (answer: AccessAnswer): FigureTable => {
  const { classes, unit, venues } = answer;
  const row = (t: TerritoryRow): Value[] => [
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
    columns: [...fixed, ...classColumns(classes), 'peopleBlank', 'mainVenue', 'farthest'],
    rows: [...answer.territories, answer.total].map(row),
  };
};

/** One row for each cell, as a figure of cells draws them, unrounded. `settlementOf` names the nearest one by cell. */
export const figureCells = (
  { cells, territories, unit, venues }: AccessAnswer,
  settlementOf: ReadonlyMap<string, string>,
): FigureTable => ({
  columns: [
    'id',
    'settlement',
    'territoryNameLv',
    'territoryNameEn',
    'people',
    'value',
    'unit',
    'reason',
    'travelMinutes',
    'travelKm',
    'venue',
  ],
  rows: cells.id.map((id, i) => {
    const territory = territories[cells.territory[i] ?? -1];
    return [
      id,
      settlementOf.get(id) ?? null,
      territory?.nameLv ?? null,
      territory?.nameEn ?? null,
      cells.people[i] ?? null,
      cells.value[i] ?? null,
      unit,
      cells.reason[i] ?? null,
      cells.minutes[i] ?? null,
      cells.km[i] ?? null,
      venues[cells.venue[i] ?? -1]?.nameLv ?? null,
    ];
  }),
});

/** Title of a column for readers: "Vērtība", "Iedzīvotāji 15–30 min"; a column without words stays as it is. */
export const columnTitle = (column: string, { figures }: Words, language: Language): string => {
  const titles: Readonly<Record<string, string>> = figures.columns;
  const limits = classOfColumn(column);
  if (limits === null) return titles[column] ?? column;
  const { over, to, unit } = limits;
  const classes = { breaks: [over, to].filter((limit) => limit !== null), unit, largerIsBetter: false };
  // Values of cells are whole where they count venues; only a first class says its unit already.
  const label = classLabel(over === null ? 0 : 1, classes, language, true);
  return `${figures.columns.people} ${label}${over === null ? '' : unitSign(unit, language)}`;
};
