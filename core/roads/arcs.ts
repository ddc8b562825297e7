/*
 * A run is a street edge in one direction: 2 x edge forwards, 2 x edge + 1 backwards.
 */

/**
 * What a search reads: arcs of one mode in one direction, as compressed sparse rows. Those of node n are
 * numbered from `offset[n]` up to (not including) `offset[n + 1]`.
 */
export interface Hops {
  readonly offset: Int32Array;
  /**
   * Three numbers an arc, next to each other because a search reads them together: the node at the other
   * end, milliseconds, decimetres. Arc a stands at `arcStride * a`.
   */
  readonly hops: Int32Array;
}

export interface Arcs extends Hops {
  /** The run each arc goes along. */
  readonly run: Int32Array;
}

export const arcStride = 3;

export const edgeOfRun = (run: number) => run >> 1;

/** Room for so many numbers in memory that threads can share. */
export const sharedRoom = (length: number) => new Int32Array(new SharedArrayBuffer(4 * length));

/** Counts by row turned into where each row begins: room for one more than there are rows. */
export function toOffsets(counts: Int32Array): void {
  let sum = 0;
  for (let row = 0; row < counts.length; row += 1) {
    const count = counts[row] ?? 0;
    counts[row] = sum;
    sum += count;
  }
}

/** Every arc turned round: what left a node arrives there. */
export function turnRound({ offset, hops }: Hops): Hops {
  const nodeCount = offset.length - 1;
  const arcCount = hops.length / arcStride;
  const turned: Hops = {
    offset: sharedRoom(nodeCount + 1),
    hops: sharedRoom(arcStride * arcCount),
  };
  for (let arc = 0; arc < arcCount; arc += 1) {
    const head = hops[arcStride * arc] ?? 0;
    turned.offset[head] = (turned.offset[head] ?? 0) + 1;
  }
  toOffsets(turned.offset);
  const filled = Int32Array.from(turned.offset);
  for (let node = 0; node < nodeCount; node += 1) {
    const end = offset[node + 1] ?? 0;
    for (let arc = offset[node] ?? 0; arc < end; arc += 1) {
      const head = hops[arcStride * arc] ?? 0;
      const slot = filled[head] ?? 0;
      filled[head] = slot + 1;
      turned.hops[arcStride * slot] = node;
      turned.hops[arcStride * slot + 1] = hops[arcStride * arc + 1] ?? 0;
      turned.hops[arcStride * slot + 2] = hops[arcStride * arc + 2] ?? 0;
    }
  }
  return turned;
}
