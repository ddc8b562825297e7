import type { Arcs } from './arcs.ts';

/** Stands for "no way" in arrays of milliseconds and decimetres. */
export const unreachable = 0x7fffffff;

/** Where a search begins: a node, and what it has cost to get there. */
export interface Seed {
  readonly node: number;
  readonly milliseconds: number;
  readonly decimetres: number;
}

/** Cost to every node by node number, `unreachable` where there is none. */
export interface Reach {
  readonly milliseconds: Int32Array;
  /** Length of the fastest way; of several equally fast ones, the shortest. */
  readonly decimetres: Int32Array;
}

/**
 * One-to-all shortest times over one set of arcs. Given the reversed graph (`ModeGraph.in`) and the
 * seeds of a destination, the result is the time from every node to it.
 *
 * A bucket queue (R. B. Dial, "Algorithm 360", CACM 12, 1969) with buckets wider than one unit: a node
 * improved within the bucket in hand goes back into it, so the result is exact for any width. A label
 * is the pair (time, length) compared in this order, hence it does not depend on the order of rows.
 *
 * @returns a function that runs one search; its arrays are used again by the next run.
 */
export function createSearch(arcs: Arcs): (seeds: readonly Seed[], cutoffMs?: number) => Reach {
  const nodeCount = arcs.offset.length - 1;
  const { shift, bucketCount } = bucketSizes(arcs.milliseconds);
  const mask = bucketCount - 1;
  const milliseconds = new Int32Array(nodeCount);
  const decimetres = new Int32Array(nodeCount);
  // Doubly linked lists through the nodes, one per bucket: each node is in one bucket at most.
  const head = new Int32Array(bucketCount).fill(-1);
  const next = new Int32Array(nodeCount);
  const previous = new Int32Array(nodeCount);
  const isQueued = new Uint8Array(nodeCount);
  let queued = 0;

  const unlink = (node: number, bucket: number) => {
    const after = next[node] ?? -1;
    const before = previous[node] ?? -1;
    if (before < 0) head[bucket] = after;
    else next[before] = after;
    if (after >= 0) previous[after] = before;
  };
  const link = (node: number, bucket: number) => {
    const first = head[bucket] ?? -1;
    next[node] = first;
    previous[node] = -1;
    if (first >= 0) previous[first] = node;
    head[bucket] = node;
  };
  const improve = (node: number, ms: number, dm: number) => {
    const old = milliseconds[node] ?? unreachable;
    if (ms > old || (ms === old && dm >= (decimetres[node] ?? unreachable))) return;
    const bucket = (ms >> shift) & mask;
    if (isQueued[node] === 1) {
      const oldBucket = (old >> shift) & mask;
      if (oldBucket !== bucket) {
        unlink(node, oldBucket);
        link(node, bucket);
      }
    } else {
      isQueued[node] = 1;
      queued += 1;
      link(node, bucket);
    }
    milliseconds[node] = ms;
    decimetres[node] = dm;
  };

  return (seeds, cutoffMs = unreachable - 1) => {
    milliseconds.fill(unreachable);
    decimetres.fill(unreachable);
    // The circle of buckets spans the longest arc, not the spread of the seeds: start from the first
    // and let the others in when their time has come.
    const waiting = seeds
      .filter((seed) => seed.milliseconds <= cutoffMs)
      .toSorted((a, b) => a.milliseconds - b.milliseconds);
    let now = (waiting[0]?.milliseconds ?? 0) >> shift;
    let admitted = 0;
    for (;;) {
      for (
        let seed = waiting[admitted];
        seed && seed.milliseconds >> shift <= now;
        seed = waiting[admitted]
      ) {
        improve(seed.node, seed.milliseconds, seed.decimetres);
        admitted += 1;
      }
      if (queued === 0) {
        const seed = waiting[admitted];
        if (!seed) return { milliseconds, decimetres };
        now = seed.milliseconds >> shift;
        continue;
      }
      const bucket = now & mask;
      for (let node = head[bucket] ?? -1; node >= 0; node = head[bucket] ?? -1) {
        unlink(node, bucket);
        isQueued[node] = 0;
        queued -= 1;
        const ms = milliseconds[node] ?? 0;
        const dm = decimetres[node] ?? 0;
        const end = arcs.offset[node + 1] ?? 0;
        for (let arc = arcs.offset[node] ?? 0; arc < end; arc += 1) {
          const arrival = ms + (arcs.milliseconds[arc] ?? 0);
          if (arrival <= cutoffMs) improve(arcs.node[arc] ?? 0, arrival, dm + (arcs.decimetres[arc] ?? 0));
        }
      }
      now += 1;
    }
  };
}

/** Buckets a quarter of a mean arc wide, as many (a power of two) as the longest arc needs. */
function bucketSizes(arcMs: Int32Array): { shift: number; bucketCount: number } {
  let longest = 1;
  let sum = 0;
  for (const ms of arcMs) {
    if (ms > longest) longest = ms;
    sum += ms;
  }
  const mean = arcMs.length === 0 ? 1 : sum / arcMs.length;
  let shift = Math.max(0, Math.floor(Math.log2(mean / 4)));
  while (longest >> shift >= 1 << 16) shift += 1;
  let bucketCount = 4;
  while (bucketCount < (longest >> shift) + 2) bucketCount *= 2;
  return { shift, bucketCount };
}
