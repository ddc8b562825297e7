import { parse } from 'csv-parse/sync';
import type { ImportWarning } from '#core/warning.ts';
import { decodeBaltic, firstBrokenLine } from './baltic-text.ts';
import { Faults } from './faults.ts';
import { placeColumns, refuse, type Table, type TableRecord, type TemplateColumn, toRows } from './table.ts';

const maxRows = 20_000;

/** UTF-8, UTF-16 or, said so, a Baltic code page; anything else is a fault and never guessed. */
const decode = (
  bytes: Uint8Array,
): { readonly text: string; readonly warnings: readonly ImportWarning[] } => {
  const decoded = decodeBaltic(bytes);
  if (decoded === null) {
    return refuse(firstBrokenLine(bytes), 'file', 'malformed', '', 'UTF-8 (Excel: "CSV UTF-8")');
  }
  const { text, codePage } = decoded;
  const nul = text.indexOf('\0');
  if (nul >= 0) return refuse(text.slice(0, nul).split('\n').length, 'file', 'malformed', '\\0', 'text');
  const isUsual = codePage === 'UTF-8' || codePage === 'UTF-16';
  return { text, warnings: isUsual ? [] : [{ code: 'text-in-code-page', values: { codePage } }] };
};

/** Excel tells its separator in a line of its own before the heading: "sep=;". */
const statedDelimiter = /^"?sep=([,;\t|])"?(?=\r?\n)/i;

/** The sign that stands most often outside quotes in the first line. */
const findDelimiter = (text: string): string => {
  const header = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
};

const parseRecords = (text: string): readonly TableRecord[] => {
  const stated = statedDelimiter.exec(text);
  // The line stays, empty, and breaks inside cells are one sign: lines are counted as the person sees them.
  const table = text.slice(stated?.[0].length ?? 0).replace(/\r\n?/g, '\n');
  let begins = 1;
  try {
    const records = parse(table, {
      bom: true,
      delimiter: stated?.[1] ?? findDelimiter(text),
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
      return { cells: record, line: begins };
    });
  } catch (error) {
    const { lines, message } = error as { lines?: number; message?: string };
    return refuse(lines ?? begins, 'file', 'malformed', message ?? '', 'CSV (RFC 4180)');
  }
};

const checkWidth = (width: number, records: readonly TableRecord[], faults: Faults): void => {
  for (const { cells, line } of records) {
    if (cells.length > width)
      faults.add(line, 'file', 'malformed', `${cells.length} cells`, `${width} cells`);
  }
};

/**
 * Reads a CSV file (comma, semicolon or tab; UTF-8 or a Baltic code page) by a template: columns are found by
 * their headings, whatever their order, case and diacritics.
 * @throws Problem `bad-import` naming line and column.
 */
export const readCsvTable = (
  bytes: Uint8Array,
  columns: readonly TemplateColumn[],
  required: readonly string[],
  mostRows = maxRows,
): Table => {
  const { text, warnings } = decode(bytes);
  const [header, ...records] = parseRecords(text);
  if (header === undefined || records.length === 0)
    return refuse(1, 'file', 'missing', '', 'header and rows');
  if (records.length > mostRows)
    return refuse(1, 'file', 'too-long', `${records.length}`, `${mostRows} rows`);
  const faults = new Faults();
  checkWidth(header.cells.length, records, faults);
  const placed = placeColumns({ columns, required, mostRows }, header, faults);
  return {
    rows: toRows(records, placed.places),
    fields: new Set(placed.places.keys()),
    warnings: [...warnings, ...placed.warnings],
    faults,
  };
};
