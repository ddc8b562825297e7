/** Coordinate of a node that the file does not hold. */
export const absent = 0x7fffffff;

/** The nodes that are needed, by id, with their coordinates in units of 1e-7 degrees. */
export interface NodeTable {
  /** Ascending, each once. */
  readonly ids: Float64Array;
  readonly lon: Int32Array;
  readonly lat: Int32Array;
}

function uniqueSorted(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  let count = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    if (i > 0 && sorted[i] === sorted[i - 1]) continue;
    sorted[count++] = sorted[i] ?? 0;
  }
  return sorted.slice(0, count);
}

/** A table of the nodes with these ids, in any order and repeated at will, all absent as yet. */
export function createNodeTable(refs: Float64Array): NodeTable {
  const ids = uniqueSorted(refs);
  return { ids, lon: new Int32Array(ids.length).fill(absent), lat: new Int32Array(ids.length).fill(absent) };
}

/** Index of the first id that is not less. */
function lowerBound(ids: Float64Array, id: number): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Finds indices of ids, quickly when each id is near the one asked for before: files list nodes by id, and
 * those of a way were mostly drawn one after the other. -1 for an id that is not in the table.
 */
export function createFinder({ ids }: NodeTable): (id: number) => number {
  let at = 0;
  return (id) => {
    for (let step = 0; step < 4; step += 1) {
      if (ids[at] === id) return at;
      if ((ids[at] ?? Number.POSITIVE_INFINITY) > id) break;
      at += 1;
    }
    const isBetween = (ids[at] ?? Number.POSITIVE_INFINITY) > id && (at === 0 || (ids[at - 1] ?? 0) < id);
    if (isBetween) return -1;
    at = lowerBound(ids, id);
    return ids[at] === id ? at : -1;
  };
}
