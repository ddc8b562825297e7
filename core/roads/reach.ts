import { arcStride, type Hops } from './arcs.ts';
import { Buckets } from './buckets.ts';

/** Stands for "no way" in arrays of milliseconds and decimetres. */
export const unreachable = 0x7fffffff;

/** Where a search begins: a search node, and what it has cost to get there. */
export interface Seed {
  readonly node: number;
  readonly milliseconds: number;
  readonly decimetres: number;
}

/**
 * Cost to every search node by its number, `unreachable` where there is none. The arrays belong to the
 * search that gave them and hold until it runs again.
 */
export interface Reach {
  readonly milliseconds: Int32Array;
  /** Length of the fastest way; of several equally fast ones, the shortest. */
  readonly decimetres: Int32Array;
  /** The search nodes reached, in no order. */
  readonly nodes: Int32Array;
}

/**
 * Runs one search from seeds. With `limitMs` nodes farther than that (more than, not at) stay
 * `unreachable`, and the work is that of the nodes reached: small walks in a large network are cheap.
 */
export type Search = (seeds: readonly Seed[], limitMs?: number) => Reach;

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
export function createSearch(arcs: Hops): Search {
  const nodeCount = arcs.offset.length - 1;
  const state = new SearchState(nodeCount);
  const buckets = new Buckets(nodeCount, arcCosts(arcs.hops));

  return (seeds, limitMs = unreachable - 1) => {
    state.clear();
    // The circle of buckets spans the longest arc, not the spread of the seeds: start from the first
    // and let the others in when their time has come.
    const waiting = seeds
      .filter((seed) => seed.milliseconds <= limitMs)
      .toSorted((a, b) => b.milliseconds - a.milliseconds);
    for (let now = 0; waiting.length > 0 || !buckets.isEmpty; now += 1) {
      if (buckets.isEmpty) now = Math.max(now, buckets.bucketOf(waiting.at(-1)?.milliseconds ?? 0));
      for (
        let seed = waiting.at(-1);
        seed && buckets.bucketOf(seed.milliseconds) <= now;
        seed = waiting.at(-1)
      ) {
        improve(state, buckets, seed.node, seed.milliseconds, seed.decimetres);
        waiting.pop();
      }
      emptyBucket(arcs, state, buckets, now, limitMs);
    }
    return state.toReach();
  };
}

/** Labels of one search and which nodes have one, so that the next search clears only these. */
class SearchState {
  /** Time and length of a node side by side, because they are read together. */
  readonly labels: Int32Array;
  readonly #reached: Int32Array;
  readonly #milliseconds: Int32Array;
  readonly #decimetres: Int32Array;
  #count = 0;

  constructor(nodeCount: number) {
    this.labels = new Int32Array(2 * nodeCount).fill(unreachable);
    this.#reached = new Int32Array(nodeCount);
    this.#milliseconds = new Int32Array(nodeCount).fill(unreachable);
    this.#decimetres = new Int32Array(nodeCount).fill(unreachable);
  }

  /** Notes the first label of a node. */
  reach(node: number): void {
    this.#reached[this.#count] = node;
    this.#count += 1;
  }

  clear(): void {
    if (this.#count * 8 > this.#reached.length) {
      for (const array of [this.labels, this.#milliseconds, this.#decimetres]) array.fill(unreachable);
    } else {
      for (let i = 0; i < this.#count; i += 1) {
        const node = this.#reached[i] ?? 0;
        this.labels[2 * node] = unreachable;
        this.labels[2 * node + 1] = unreachable;
        this.#milliseconds[node] = unreachable;
        this.#decimetres[node] = unreachable;
      }
    }
    this.#count = 0;
  }

  toReach(): Reach {
    const labels = this.labels;
    const [milliseconds, decimetres] = [this.#milliseconds, this.#decimetres];
    const nodes = this.#reached.subarray(0, this.#count);
    if (nodes.length * 8 > milliseconds.length) {
      for (let node = 0; node < milliseconds.length; node += 1) {
        milliseconds[node] = labels[2 * node] ?? unreachable;
        decimetres[node] = labels[2 * node + 1] ?? unreachable;
      }
    } else {
      for (const node of nodes) {
        milliseconds[node] = labels[2 * node] ?? unreachable;
        decimetres[node] = labels[2 * node + 1] ?? unreachable;
      }
    }
    return { milliseconds, decimetres, nodes };
  }
}

/** Takes every node of a bucket and offers its label, one arc on, to its neighbours. */
function emptyBucket(
  arcs: Hops,
  state: SearchState,
  buckets: Buckets,
  bucket: number,
  limitMs: number,
): void {
  const { offset, hops } = arcs;
  const { labels } = state;
  for (let node = buckets.take(bucket); node >= 0; node = buckets.take(bucket)) {
    const ms = labels[2 * node] ?? 0;
    const dm = labels[2 * node + 1] ?? 0;
    const end = arcStride * (offset[node + 1] ?? 0);
    for (let hop = arcStride * (offset[node] ?? 0); hop < end; hop += arcStride) {
      const arrival = ms + (hops[hop + 1] ?? 0);
      if (arrival <= limitMs) improve(state, buckets, hops[hop] ?? 0, arrival, dm + (hops[hop + 2] ?? 0));
    }
  }
}

function improve(state: SearchState, buckets: Buckets, node: number, ms: number, dm: number): void {
  const { labels } = state;
  const old = labels[2 * node] ?? unreachable;
  if (ms > old || (ms === old && dm >= (labels[2 * node + 1] ?? unreachable))) return;
  if (old === unreachable) state.reach(node);
  buckets.put(node, old, ms);
  labels[2 * node] = ms;
  labels[2 * node + 1] = dm;
}

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
