import { type Arcs, arcStride } from './arcs.ts';
import { Buckets } from './buckets.ts';

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
 * @returns a function that runs one search; it may run many, one after the other.
 */
export function createSearch(arcs: Arcs): (seeds: readonly Seed[]) => Reach {
  const nodeCount = arcs.offset.length - 1;
  const labels = new Int32Array(2 * nodeCount);
  const buckets = new Buckets(nodeCount, arcCosts(arcs.hops));

  return (seeds) => {
    labels.fill(unreachable);
    // The circle of buckets spans the longest arc, not the spread of the seeds: start from the first
    // and let the others in when their time has come.
    const waiting = seeds
      .filter((seed) => seed.milliseconds < unreachable)
      .toSorted((a, b) => b.milliseconds - a.milliseconds);
    for (let now = 0; waiting.length > 0 || !buckets.isEmpty; now += 1) {
      if (buckets.isEmpty) now = Math.max(now, buckets.bucketOf(waiting.at(-1)?.milliseconds ?? 0));
      for (
        let seed = waiting.at(-1);
        seed && buckets.bucketOf(seed.milliseconds) <= now;
        seed = waiting.at(-1)
      ) {
        improve(labels, buckets, seed.node, seed.milliseconds, seed.decimetres);
        waiting.pop();
      }
      emptyBucket(arcs, labels, buckets, now);
    }
    return unzip(labels, nodeCount);
  };
}

/** Takes every node of a bucket and offers its label, one arc on, to its neighbours. */
function emptyBucket(arcs: Arcs, labels: Int32Array, buckets: Buckets, bucket: number): void {
  const { offset, hops } = arcs;
  for (let node = buckets.take(bucket); node >= 0; node = buckets.take(bucket)) {
    const ms = labels[2 * node] ?? 0;
    const dm = labels[2 * node + 1] ?? 0;
    const end = arcStride * (offset[node + 1] ?? 0);
    for (let hop = arcStride * (offset[node] ?? 0); hop < end; hop += arcStride) {
      const arrival = ms + (hops[hop + 1] ?? 0);
      if (arrival < unreachable) improve(labels, buckets, hops[hop] ?? 0, arrival, dm + (hops[hop + 2] ?? 0));
    }
  }
}

/** Labels hold time and length of a node side by side, because they are read together. */
function improve(labels: Int32Array, buckets: Buckets, node: number, ms: number, dm: number): void {
  const old = labels[2 * node] ?? unreachable;
  if (ms > old || (ms === old && dm >= (labels[2 * node + 1] ?? unreachable))) return;
  buckets.put(node, old, ms);
  labels[2 * node] = ms;
  labels[2 * node + 1] = dm;
}

const unzip = (labels: Int32Array, nodeCount: number): Reach => {
  const milliseconds = new Int32Array(nodeCount);
  const decimetres = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    milliseconds[node] = labels[2 * node] ?? unreachable;
    decimetres[node] = labels[2 * node + 1] ?? unreachable;
  }
  return { milliseconds, decimetres };
};

function arcCosts(hops: Int32Array): { mean: number; longest: number } {
  let sum = 0;
  let longest = 1;
  for (let hop = 1; hop < hops.length; hop += arcStride) {
    const ms = hops[hop] ?? 0;
    sum += ms;
    if (ms > longest) longest = ms;
  }
  return { mean: hops.length === 0 ? 1 : (sum * arcStride) / hops.length, longest };
}
