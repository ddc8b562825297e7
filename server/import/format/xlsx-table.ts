import type { ImportWarning } from '#core/warning.ts';
import { Faults } from './faults.ts';
import {
  fieldOf,
  placeColumns,
  refuse,
  type Table,
  type TableRecord,
  type Template,
  toRows,
} from './table.ts';
import { readSheets } from './xlsx-file.ts';
import type { CellTrouble, SheetGrid } from './xlsx-grid.ts';

/** A heading stands among the first rows, below a title at most. */
const headingWithin = 20;

/** "C7": column by letters, row from 1. */
const cellName = (row: number, column: number): string => {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
};

interface Heading {
  readonly sheet: SheetGrid;
  /** Counted from 0. */
  readonly row: number;
  /** How many of the fields of the template it names, and how many of those that must be there. */
  readonly known: number;
  readonly required: number;
}

/** The row of a sheet that names most fields; null where none names two. */
const headingOf = (sheet: SheetGrid, { columns, required }: Template): Heading | null => {
  const candidates = sheet.rows.slice(0, headingWithin).map((cells, row) => {
    const fields = new Set(cells.map((cell) => fieldOf(columns, cell)));
    const found = required.filter((field) => fields.has(field)).length;
    fields.delete(null);
    return { sheet, row, known: fields.size, required: found };
  });
  const [best] = candidates
    .filter(({ known, required: found }) => known > 1 || (known > 0 && found === required.length))
    .sort((a, b) => b.required - a.required || b.known - a.known || a.row - b.row);
  return best ?? null;
};

const namesOf = (sheets: readonly SheetGrid[]): string => sheets.map(({ name }) => name).join(', ');

/** The sheet that holds the table: the only one with all required headings, or the only one with any. */
const chooseHeading = (sheets: readonly SheetGrid[], template: Template): Heading => {
  const headings = sheets.flatMap((sheet) => headingOf(sheet, template) ?? []);
  const whole = headings.filter(({ required }) => required === template.required.length);
  const [chosen, ...others] = whole.length > 0 ? whole : headings;
  if (chosen === undefined) {
    const expected = template.required.map((field) => columnName(template, field)).join(', ');
    return refuse(1, 'file', 'missing', namesOf(sheets), expected);
  }
  if (others.length > 0) {
    const candidates = [chosen, ...others].map(({ sheet }) => sheet);
    return refuse(chosen.row + 1, 'file', 'several-sheets', namesOf(candidates));
  }
  return chosen;
};

const columnName = ({ columns }: Template, field: string): string =>
  columns.find((column) => column.field === field)?.headings[0] ?? field;

/** Merged cells in the table, named with their range: only the first of them has a value, which is whose? */
const checkMerges = (
  { sheet, row: heading }: Heading,
  fieldAt: (column: number) => string,
  faults: Faults,
): void => {
  for (const { startRow, startCol, endRow, endCol } of sheet.merges) {
    if (endRow < heading || startRow >= sheet.rows.length) continue;
    const range = `${cellName(startRow, startCol)}:${cellName(endRow, endCol)}`;
    faults.add(Math.max(startRow, heading) + 1, fieldAt(startCol), 'merged-cells', range);
  }
};

const checkTroubles = (
  { sheet, row: heading }: Heading,
  fields: ReadonlyMap<number, string>,
  faults: Faults,
): readonly ImportWarning[] => {
  const inTable = sheet.troubles.filter(({ row, column }) => row >= heading && fields.has(column));
  const fieldAt = ({ column }: CellTrouble) => fields.get(column) ?? '';
  for (const trouble of inTable) {
    if (trouble.kind === 'formula') continue;
    faults.spoil(trouble.row + 1, fieldAt(trouble), trouble.kind, trouble.text);
  }
  const formulas = inTable.filter(({ kind }) => kind === 'formula');
  const [first] = formulas;
  if (first === undefined) return [];
  const cell = cellName(first.row, first.column);
  return [{ code: 'formulas-taken', values: { count: formulas.length, cell } }];
};

const sayOfSheet = (
  { sheet, row: heading }: Heading,
  sheets: readonly SheetGrid[],
): readonly ImportWarning[] => {
  const others = sheets.filter(
    (one) => one !== sheet && one.rows.some((row) => row.some((cell) => cell !== '')),
  );
  const above = sheet.rows.slice(0, heading).filter((row) => row.some((cell) => cell !== '')).length;
  const hidden = sheet.hiddenRows.filter((row) => row > heading && row < sheet.rows.length);
  const [firstHidden = 0] = hidden;
  return [
    ...(others.length === 0
      ? []
      : [{ code: 'sheet-chosen', values: { sheet: sheet.name, others: namesOf(others) } } as const]),
    ...(above === 0 ? [] : [{ code: 'rows-above-heading', values: { count: above } } as const]),
    ...(hidden.length === 0
      ? []
      : [{ code: 'rows-hidden-in-sheet', values: { count: hidden.length, row: firstHidden + 1 } } as const]),
  ];
};

const recordsOf = (sheet: SheetGrid, from: number): readonly TableRecord[] =>
  sheet.rows
    .map((cells, row) => ({ line: row + 1, cells }))
    .slice(from)
    .filter(({ cells }) => cells.some((cell) => cell !== ''));

/** Hidden sheets hold lists for choosing from, or what is not meant to be seen; they count where there is no other. */
const shownOf = (sheets: readonly SheetGrid[]): readonly SheetGrid[] => {
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  return shown.length === 0 ? sheets : shown;
};

/**
 * Reads a workbook by a template: the sheet with its headings, below a title at most; rows keep the numbers that the
 * person sees. Days and times are read as such, of formulas the last computed values.
 *
 * @throws Problem `bad-import` naming sheet, row and column.
 */
export const readXlsxTable = async (bytes: Uint8Array, template: Template): Promise<Table> => {
  const sheets = await readSheets(bytes);
  const heading = chooseHeading(shownOf(sheets), template);
  const { sheet, row } = heading;
  const header = { line: row + 1, cells: sheet.rows[row] ?? [] };
  const columns = new Map<number, string>();
  header.cells.forEach((text, column) => {
    const field = text === '' ? null : fieldOf(template.columns, text);
    if (field !== null) columns.set(column, field);
  });
  const places = new Map([...columns].map(([column, field]) => [field, column]));
  const faults = new Faults((line, field) => {
    const column = places.get(field);
    return column === undefined
      ? `${sheet.name}!${line}:${line}`
      : `${sheet.name}!${cellName(line - 1, column)}`;
  });
  checkMerges(heading, (column) => columns.get(column) ?? 'file', faults);
  const records = recordsOf(sheet, row + 1);
  if (records.length === 0) faults.add(row + 1, 'file', 'missing', '', 'rows');
  if (records.length > template.mostRows) {
    faults.add(row + 1, 'file', 'too-long', `${records.length}`, `${template.mostRows} rows`);
  }
  const placed = placeColumns(template, header, faults);
  const formulas = checkTroubles(heading, columns, faults);
  return {
    rows: toRows(records, placed.places),
    fields: new Set(placed.places.keys()),
    warnings: [...sayOfSheet(heading, sheets), ...placed.warnings, ...formulas],
    faults,
  };
};
