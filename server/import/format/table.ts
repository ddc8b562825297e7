import { fold } from '#core/language/fold.ts';
import type { ImportWarning } from '#core/warning.ts';
import { Faults } from './faults.ts';

/** A field of a template and the headings under which it is known, in Latvian and English. */
export interface TemplateColumn {
  readonly field: string;
  readonly headings: readonly string[];
}

/** What a table must look like. */
export interface Template {
  readonly columns: readonly TemplateColumn[];
  /** Fields without which it is no such table. */
  readonly required: readonly string[];
  readonly mostRows: number;
}

/** One row of a table, whatever the file was. */
export interface TableRow {
  /** 1-based line of the file on which the row begins, or number of the row in the sheet. */
  readonly line: number;
  /** Trimmed text, "" where the column is absent or blank. */
  cell(field: string): string;
}

export interface Table {
  readonly rows: readonly TableRow[];
  readonly fields: ReadonlySet<string>;
  readonly warnings: readonly ImportWarning[];
  /** Gathers the faults of its rows, and names sheet and cell where there are such. */
  readonly faults: Faults;
}

/** A row as it stands in the file. */
export interface TableRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The field of a heading, whatever its case and diacritics; null for one that nobody knows. */
export const fieldOf = (columns: readonly TemplateColumn[], heading: string): string | null =>
  columns.find(({ field, headings }) => [field, ...headings].some((known) => fold(known) === fold(heading)))
    ?.field ?? null;

/** Which column of the file holds which field; unknown columns are reported, not refused. */
export interface ColumnPlaces {
  readonly places: ReadonlyMap<string, number>;
  readonly warnings: readonly ImportWarning[];
}

/** Finds the columns of a template in a heading row. @throws Problem `bad-import` for missing or repeated ones. */
export const placeColumns = (
  { columns, required }: Template,
  header: TableRecord,
  faults: Faults,
): ColumnPlaces => {
  const places = new Map<string, number>();
  const warnings: ImportWarning[] = [];
  header.cells.forEach((heading, place) => {
    const field = heading === '' ? null : fieldOf(columns, heading);
    if (field === null && heading !== '') warnings.push({ code: 'unknown-column', values: { heading } });
    if (field === null) return;
    if (places.has(field)) faults.add(header.line, heading, 'repeated', field);
    else places.set(field, place);
  });
  for (const field of required.filter((name) => !places.has(name))) {
    const headings = columns.find((known) => known.field === field)?.headings ?? [];
    faults.add(header.line, field, 'missing', '', [field, ...headings].join(' | '));
  }
  faults.throwIfAny();
  return { places, warnings };
};

/** Rows by the fields of a template. */
export const toRows = (
  records: readonly TableRecord[],
  places: ReadonlyMap<string, number>,
): readonly TableRow[] =>
  records.map(({ line, cells }) => ({ line, cell: (field) => cells[places.get(field) ?? -1] ?? '' }));

/** A table that cannot be read at all. */
export const refuse = (...fault: Parameters<Faults['add']>): never => {
  const faults = new Faults();
  faults.add(...fault);
  return faults.fail();
};
