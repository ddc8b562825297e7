/**
 * Where each row begins when rows of these lengths lie one behind the other, and where the last one ends:
 * the offsets of compressed sparse rows.
 */
export function offsetsOf(lengths: ArrayLike<number>): Int32Array {
  const offset = new Int32Array(lengths.length + 1);
  for (let row = 0; row < lengths.length; row += 1) {
    offset[row + 1] = (offset[row] ?? 0) + (lengths[row] ?? 0);
  }
  return offset;
}

/** Offsets of rows out of the row that each entry belongs to. */
export function offsetsByRow(rows: Iterable<number>, rowCount: number): Int32Array {
  const lengths = new Int32Array(rowCount);
  for (const row of rows) lengths[row] = (lengths[row] ?? 0) + 1;
  return offsetsOf(lengths);
}
