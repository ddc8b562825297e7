import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { LonLat } from '#core/place/units.ts';

/** One row of a table in `geodata/facts` or `geodata/assumptions`; every cell is text. */
export type Row = Readonly<Record<string, string>>;

export const geodataFolder = join(import.meta.dirname, '..');

/** Reads a table such as "facts/places.csv". Throws when a row has another number of columns than the header. */
export function readTable(path: string): Row[] {
  return parse(readFileSync(join(geodataFolder, path), 'utf8'), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  }) as Row[];
}

/** A cell that must be filled. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined || value === '') {
    throw new Error(`column "${column}" is missing or empty in ${JSON.stringify(row)}`);
  }
  return value;
}

/** A cell that may be empty. Throws when the column does not exist, so that a typing error is noticed. */
export function textOrNull(row: Row, column: string): string | null {
  const value = row[column];
  if (value === undefined) throw new Error(`no column "${column}" in ${JSON.stringify(row)}`);
  return value === '' ? null : value;
}

export function numberOrNull(row: Row, column: string): number | null {
  const value = textOrNull(row, column);
  if (value === null) return null;
  const number = Number(value);
  if (!Number.isFinite(number)) throw new Error(`"${value}" in column "${column}" is not a number`);
  return number;
}

export function number(row: Row, column: string): number {
  const value = numberOrNull(row, column);
  if (value === null) throw new Error(`column "${column}" is empty in ${JSON.stringify(row)}`);
  return value;
}

/** Position from two columns, or null when both are empty. */
export function lonLatOrNull(row: Row, lonColumn: string, latColumn: string): LonLat | null {
  const lon = numberOrNull(row, lonColumn);
  const lat = numberOrNull(row, latColumn);
  return lon === null || lat === null ? null : [lon, lat];
}
