import { stringify } from 'csv-stringify/sync';

export type CsvValue = string | number | boolean | null;

/**
 * A spreadsheet runs a text that begins like a formula; an apostrophe before it keeps it a text
 * (OWASP, "CSV Injection"). Numbers are left as they are.
 */
const guard = (value: CsvValue): string =>
  typeof value === 'string' ? value.replace(/^[=+\-@\t\r]/, "'$&") : value === null ? '' : String(value);

/** RFC 4180 with a header; the byte-order mark lets spreadsheets read Latvian letters. A blank is an empty field. */
export const writeCsv = (columns: readonly string[], rows: readonly (readonly CsvValue[])[]): string =>
  stringify([columns.map(guard), ...rows.map((row) => row.map(guard))], {
    bom: true,
    record_delimiter: 'windows',
  });

/** Headers of an answer that a browser saves as a file. */
export const csvFile = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}.csv"` });
