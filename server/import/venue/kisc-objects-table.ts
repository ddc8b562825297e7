import { readFile, stat } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Findings } from '#core/findings.ts';
import { fold } from '#core/language/fold.ts';
import { type FaultCode, Problem } from '#core/problem.ts';
import type { BroughtFile } from '../../context.ts';
import type { TemplateColumn } from '../format/table.ts';
import { decodeOfficial } from './kisc-objects-text.ts';

/** One row of an official table. */
export interface OfficialRow {
  /** 1-based line of the file on which it begins. */
  readonly line: number;
  /** As written, without spaces around it; "" where the column is absent or blank. */
  cell(field: string): string;
}

export interface OfficialTable {
  /** Rows that can be read at all. */
  readonly rows: readonly OfficialRow[];
  readonly fields: ReadonlySet<string>;
  /** The headings of the file; empty where it has none. */
  readonly headings: readonly string[];
  /** Every column by its place, for columns that are known by what their heading says. */
  cellAt(row: OfficialRow, place: number): string;
}

/** What a table may look like. */
export interface TableShape {
  readonly columns: readonly TemplateColumn[];
  /** Fields of which each group must have one, or the columns are not known. */
  readonly needed: readonly (readonly string[])[];
  /** Fields in the stated order, for a file whose headings nobody knows; null where no order is stated. */
  readonly order: readonly string[] | null;
  /** Columns that are known by what their heading says; they are not reported as passed over. */
  isRead?(heading: string): boolean;
}

const maxBytes = 64 * 1024 * 1024;
const maxRows = 200_000;

const refuse = (file: string, row: number, fault: FaultCode, value: string, expected: string): never => {
  throw new Problem('bad-import', { faults: [{ field: file, row, fault, value, expected }] });
};

interface Parsed {
  readonly record: readonly string[];
  readonly line: number;
}

/** The sign that stands most often outside quotes in the first line. */
const delimiterOf = (text: string): string => {
  const header = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
};

const parseRecords = (text: string, file: string): readonly Parsed[] => {
  const newlines = (record: readonly string[]) =>
    record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  try {
    // Of "\r\n" inside quotes csv-parse counts both signs as lines.
    const records = parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as readonly { record: string[]; info: { lines: number } }[];
    // csv-parse tells where a record ends; one with line breaks inside quotes begins earlier.
    return records.map(({ record, info }) => ({ record, line: info.lines - newlines(record) }));
  } catch (error) {
    const { lines, message } = error as { lines?: number; message?: string };
    return refuse(file, lines ?? 1, 'malformed', message ?? '', 'CSV (RFC 4180)');
  }
};

/** Headings are the same whatever their case, diacritics, spaces and punctuation. */
const squeeze = (heading: string): string => fold(heading).replace(/ /g, '');

interface Columns {
  readonly places: ReadonlyMap<string, number>;
  readonly passedOver: readonly string[];
}

const byHeadings = ({ columns, isRead }: TableShape, header: readonly string[]): Columns => {
  const places = new Map<string, number>();
  const passedOver: string[] = [];
  header.forEach((heading, place) => {
    const squeezed = squeeze(heading);
    const known = columns.find(({ field, headings }) =>
      [field, ...headings].some((word) => squeeze(word) === squeezed),
    );
    if (known !== undefined && !places.has(known.field)) places.set(known.field, place);
    else if (!['', '_id'].includes(heading.trim()) && !isRead?.(heading)) passedOver.push(heading.trim());
  });
  return { places, passedOver };
};

const isNumber = (cell: string | undefined): boolean => /^\s*-?\d+([.,]\d+)?\s*$/.test(cell ?? '');
const isBlank = (cell: string | undefined): boolean => (cell ?? '').trim() === '';

/** Whether the numbers stand where the stated order has them, in most of the first rows. */
const fitsOrder = (records: readonly Parsed[], at: (field: string) => number): boolean => {
  const sample = records.slice(0, 50);
  const good = sample.filter(({ record }) =>
    ['lat', 'lon', 'lksX', 'lksY'].every((field) => {
      const cell = record[at(field)];
      return isBlank(cell) || isNumber(cell);
    }),
  );
  const numbered = sample.filter(({ record }) => isNumber(record[at('lat')]));
  return numbered.length > 0 && good.length * 2 > sample.length;
};

/** The stated order, also behind the row number that a program put before it. */
const byOrder = (order: readonly string[], records: readonly Parsed[]): Columns | null => {
  const width = records[0]?.record.length ?? 0;
  const shift = width - order.length;
  if (shift !== 0 && shift !== 1) return null;
  const places = new Map(order.map((field, i) => [field, i + shift]));
  return fitsOrder(records, (field) => places.get(field) ?? -1) ? { places, passedOver: [] } : null;
};

const isKnown = (columns: Columns, needed: TableShape['needed']): boolean =>
  needed.every((group) => group.some((field) => columns.places.has(field)));

const missing = (shape: TableShape, columns: Columns, file: string): never => {
  const absent = shape.needed.filter((group) => !group.some((field) => columns.places.has(field)));
  const faults = absent.map((group) => {
    const words = shape.columns.filter(({ field }) => group.includes(field)).flatMap((each) => each.headings);
    const expected = words.slice(0, 6).join(' | ');
    return { field: file, row: 1, fault: 'missing' as const, value: group.join(' | '), expected };
  });
  throw new Problem('bad-import', { faults });
};

interface Laid {
  readonly columns: Columns;
  readonly headings: readonly string[];
  readonly body: readonly Parsed[];
}

/** Columns by headings; else, where an order is stated and the numbers fit it, by order, with or without a heading. */
const layOut = (shape: TableShape, records: readonly Parsed[], file: string, findings: Findings): Laid => {
  const [first, ...rest] = records;
  if (first === undefined) return refuse(file, 1, 'missing', '', 'CSV');
  const columns = byHeadings(shape, first.record);
  if (isKnown(columns, shape.needed)) return { columns, headings: first.record, body: rest };
  const isHeadless = first.record.filter(isNumber).length >= 2;
  const body = isHeadless ? records : rest;
  const ordered = shape.order === null ? null : byOrder(shape.order, body);
  if (ordered === null) return missing(shape, columns, file);
  const headings = isHeadless ? '' : first.record.map((cell) => cell.trim()).join(', ');
  findings.add({ code: 'columns-by-order', values: { headings: headings.slice(0, 300) || '–' } });
  return { columns: ordered, headings: isHeadless ? [] : first.record, body };
};

const readBytes = async ({ path, name }: BroughtFile): Promise<Uint8Array> => {
  const { size } = await stat(path);
  if (size > maxBytes) refuse(name, 1, 'too-long', `${size}`, `${maxBytes} bytes`);
  return readFile(path);
};

/**
 * Reads a table of an official publisher: comma, semicolon or tab, line breaks inside quotes, any usual encoding. Rows
 * that cannot be read are dropped and named; what is wrong with the file as a whole refuses it.
 *
 * @throws Problem `bad-import` for no CSV, a quotation mark that is never closed, columns that nobody knows.
 */
export const readOfficialTable = async (
  file: BroughtFile,
  shape: TableShape,
  findings: Findings,
): Promise<OfficialTable> => {
  const { text, encoding } = decodeOfficial(await readBytes(file), file.name);
  if (encoding !== 'UTF-8') findings.add({ code: 'decoded-as', file: file.name, values: { encoding } });
  const records = parseRecords(text, file.name);
  if (records.length > maxRows) refuse(file.name, 1, 'too-long', `${records.length}`, `${maxRows} rows`);
  const { columns, headings, body } = layOut(shape, records, file.name, findings);
  const { places, passedOver } = columns;
  if (passedOver.length > 0) {
    const values = { count: passedOver.length, headings: passedOver.slice(0, 8).join(', ') };
    findings.add({ code: 'columns-passed-over', values });
  }
  const width = headings.length > 0 ? headings.length : Math.max(...places.values()) + 1;
  findings.read(body.length);
  const kept = new Map<OfficialRow, readonly string[]>();
  for (const { record, line } of body) {
    if (!isReadable(record, line, width, findings)) continue;
    kept.set({ line, cell: (field) => (record[places.get(field) ?? -1] ?? '').trim() }, record);
  }
  return {
    rows: [...kept.keys()],
    fields: new Set(places.keys()),
    headings,
    cellAt: (row, place) => (kept.get(row)?.[place] ?? '').trim(),
  };
};

const isReadable = (record: readonly string[], row: number, width: number, findings: Findings): boolean => {
  const extra = record.slice(width).some((cell) => !isBlank(cell));
  if (extra) findings.drop({ code: 'row-too-wide', row, values: { cells: record.length, columns: width } });
  else if (record.every(isBlank)) findings.drop({ code: 'row-blank', row, values: {} });
  else if (record.some((cell) => cell.includes('\ufffd'))) {
    findings.drop({ code: 'row-broken-text', row, values: {} });
  } else return true;
  return false;
};
