import { unreachable } from '#core/roads/reach.ts';

/**
 * Travel from every home to one place as one row of numbers, as it is kept in the database (little-endian):
 * first 1 where the place is on the network, else 0; then milliseconds by home; then decimetres by home, or
 * nothing where nobody reckoned them. `unreachable` where there is no way.
 */
export type Column = Int32Array;

export function columnOf(
  isSnapped: boolean,
  milliseconds: Int32Array,
  decimetres: Int32Array | null,
): Column {
  const length = 1 + milliseconds.length + (decimetres?.length ?? 0);
  const column = new Int32Array(new SharedArrayBuffer(4 * length));
  column[0] = isSnapped ? 1 : 0;
  column.set(milliseconds, 1);
  if (decimetres !== null) column.set(decimetres, 1 + milliseconds.length);
  return column;
}

/** A column as read back; null when it is not one for so many homes. */
export function readColumn(bytes: Uint8Array, homes: number, hasLength: boolean): Column | null {
  const length = 1 + homes * (hasLength ? 2 : 1);
  if (bytes.byteLength !== 4 * length) return null;
  // A copy, because the bytes of a driver begin anywhere.
  return new Int32Array(bytes.slice().buffer);
}

/** Writes a column into its row of the tables; what it lacks is `unreachable`. */
export function placeColumn(
  column: Column,
  row: number,
  homes: number,
  tables: { readonly milliseconds: Int32Array; readonly decimetres: Int32Array },
): void {
  tables.milliseconds.set(column.subarray(1, 1 + homes), row * homes);
  const lengths = column.subarray(1 + homes);
  if (lengths.length === homes) tables.decimetres.set(lengths, row * homes);
  else tables.decimetres.fill(unreachable, row * homes, (row + 1) * homes);
}
