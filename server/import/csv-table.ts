import { parse } from 'csv-parse/sync';
import { fold } from '#core/language/fold.ts';
import { type Fault, type FaultCode, Problem } from '#core/problem.ts';
import type { ImportWarning } from '#core/warning.ts';

/** A field of a template and the headings under which it is known, in Latvian and English. */
export interface TemplateColumn {
  readonly field: string;
  readonly headings: readonly string[];
}

/** One row of the file. */
export interface CsvRow {
  /** 1-based line of the file on which the row begins. */
  readonly line: number;
  /** Trimmed text, "" where the column is absent or blank. */
  cell(field: string): string;
}

export interface CsvTable {
  readonly rows: readonly CsvRow[];
  readonly fields: ReadonlySet<string>;
  readonly warnings: readonly ImportWarning[];
}

const maxRows = 20_000;
const maxFaults = 500;

/** Gathers faults so that a person mends all of them at once. */
export class Faults {
  readonly #faults: Fault[] = [];
  #notListed = 0;

  add(row: number, field: string, fault: FaultCode, value = '', expected = ''): void {
    if (this.#faults.length >= maxFaults) {
      this.#notListed += 1;
      return;
    }
    this.#faults.push({
      row,
      field,
      fault,
      ...(value === '' ? {} : { value: value.slice(0, 200) }),
      ...(expected === '' ? {} : { expected }),
    });
  }

  /** @throws Problem `bad-import` when there are any, by row; at the end, how many more there are. */
  throwIfAny(): void {
    if (this.#faults.length === 0) return;
    const faults = [...this.#faults].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    const more: Fault = { field: 'file', fault: 'more-faults', value: `+${this.#notListed}` };
    throw new Problem('bad-import', { faults: this.#notListed === 0 ? faults : [...faults, more] });
  }
}

const refuse = (row: number, field: string, fault: FaultCode, value = '', expected = ''): never => {
  const faults = new Faults();
  faults.add(row, field, fault, value, expected);
  faults.throwIfAny();
  throw new Problem('bad-import');
};

/** UTF-8 with or without byte order mark; anything else is a fault and never guessed. */
const decode = (bytes: Uint8Array): string => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const line = firstBrokenLine(bytes);
    return refuse(line, 'file', 'malformed', '', 'UTF-8 (Excel: "CSV UTF-8")');
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) return refuse(text.slice(0, nul).split('\n').length, 'file', 'malformed', '\\0', 'text');
  return text;
};

const firstBrokenLine = (bytes: Uint8Array): number => {
  const decoder = new TextDecoder('utf-8');
  return decoder.decode(bytes).split('\ufffd')[0]?.split('\n').length ?? 1;
};

/** The sign that stands most often outside quotes in the first line. */
const findDelimiter = (text: string): string => {
  const header = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
};

interface Parsed {
  readonly record: readonly string[];
  readonly line: number;
}

const parseRecords = (text: string): readonly Parsed[] => {
  let begins = 1;
  try {
    const records = parse(text, {
      bom: true,
      delimiter: findDelimiter(text),
      info: true,
      relax_column_count: true,
      relax_quotes: false,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => {
      // csv-parse tells where a record ends; those with line breaks inside quotes begin earlier.
      const breaks = record.join('').split('\n').length - 1;
      begins = info.lines - breaks;
      return { record, line: begins };
    });
  } catch (error) {
    const { lines, message } = error as { lines?: number; message?: string };
    return refuse(lines ?? begins, 'file', 'malformed', message ?? '', 'CSV (RFC 4180)');
  }
};

const fieldOf = (columns: readonly TemplateColumn[], heading: string): string | null =>
  columns.find(({ field, headings }) => [field, ...headings].some((known) => fold(known) === fold(heading)))
    ?.field ?? null;

/** Which column of the file holds which field; unknown columns are reported, not refused. */
const mapHeader = (columns: readonly TemplateColumn[], header: readonly string[]) => {
  const places = new Map<string, number>();
  const warnings: ImportWarning[] = [];
  header.forEach((heading, place) => {
    const field = heading === '' ? null : fieldOf(columns, heading);
    if (field === null) {
      if (heading !== '') warnings.push({ code: 'unknown-column', values: { heading } });
      return;
    }
    if (places.has(field)) refuse(1, heading, 'repeated', field);
    places.set(field, place);
  });
  return { places, warnings };
};

const checkWidth = (width: number, records: readonly Parsed[], faults: Faults): void => {
  for (const { record, line } of records) {
    if (record.length > width) {
      faults.add(line, 'file', 'malformed', `${record.length} cells`, `${width} cells`);
    }
  }
};

/**
 * Reads a CSV file (comma, semicolon or tab; UTF-8) by a template: columns are found by their headings,
 * whatever their order, case and diacritics.
 * @throws Problem `bad-import` naming line and column.
 */
export const readCsvTable = (
  bytes: Uint8Array,
  columns: readonly TemplateColumn[],
  required: readonly string[],
  mostRows = maxRows,
): CsvTable => {
  const [header, ...records] = parseRecords(decode(bytes));
  if (header === undefined || records.length === 0)
    return refuse(1, 'file', 'missing', '', 'header and rows');
  if (records.length > mostRows)
    return refuse(1, 'file', 'too-long', `${records.length}`, `${mostRows} rows`);
  const { places, warnings } = mapHeader(columns, header.record);
  const faults = new Faults();
  for (const field of required) {
    const column = columns.find((known) => known.field === field);
    if (!places.has(field))
      faults.add(1, field, 'missing', '', [field, ...(column?.headings ?? [])].join(' | '));
  }
  checkWidth(header.record.length, records, faults);
  faults.throwIfAny();
  const rows = records.map(({ record, line }) => ({
    line,
    cell: (field: string) => record[places.get(field) ?? -1] ?? '',
  }));
  return { rows, fields: new Set(places.keys()), warnings };
};
