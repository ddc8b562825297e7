const outside = -2;
const none = -1;

/**
 * Nodes by the time of their label, in a circle of buckets, each a doubly linked list through the nodes:
 * a node is in one bucket at most, moves without a search, and nothing is ever allocated. A class, because
 * the engine inlines its methods for every search alike.
 */
export class Buckets {
  readonly #shift: number;
  readonly #mask: number;
  readonly #head: Int32Array;
  /** Next and previous of a node side by side; previous is `outside` for a node in no bucket. */
  readonly #links: Int32Array;
  #waiting = 0;

  /** Buckets a quarter of a mean arc wide, as many (a power of two) as the longest arc needs. Milliseconds. */
  constructor(nodeCount: number, arcs: { readonly mean: number; readonly longest: number }) {
    let shift = Math.max(0, Math.floor(Math.log2(arcs.mean / 4)));
    while (arcs.longest >> shift >= 1 << 16) shift += 1;
    let count = 4;
    while (count < (arcs.longest >> shift) + 2) count *= 2;
    this.#shift = shift;
    this.#mask = count - 1;
    this.#head = new Int32Array(count).fill(none);
    this.#links = new Int32Array(2 * nodeCount).fill(outside);
  }

  get isEmpty(): boolean {
    return this.#waiting === 0;
  }

  /** Number of the bucket of a time, counted without going round. */
  bucketOf(ms: number): number {
    return ms >> this.#shift;
  }

  /** Puts a node in by its new time, out of the bucket of its old one where it waits there. */
  put(node: number, oldMs: number, newMs: number): void {
    const head = this.#head;
    const links = this.#links;
    const bucket = (newMs >> this.#shift) & this.#mask;
    const before = links[2 * node + 1] ?? outside;
    if (before === outside) this.#waiting += 1;
    else {
      const oldBucket = (oldMs >> this.#shift) & this.#mask;
      if (oldBucket === bucket) return;
      const after = links[2 * node] ?? none;
      if (before === none) head[oldBucket] = after;
      else links[2 * before] = after;
      if (after !== none) links[2 * after + 1] = before;
    }
    const first = head[bucket] ?? none;
    links[2 * node] = first;
    links[2 * node + 1] = none;
    if (first !== none) links[2 * first + 1] = node;
    head[bucket] = node;
  }

  /** Takes any node out of a bucket; -1 when it is empty. */
  take(number: number): number {
    const bucket = number & this.#mask;
    const node = this.#head[bucket] ?? none;
    if (node === none) return none;
    const after = this.#links[2 * node] ?? none;
    this.#head[bucket] = after;
    if (after !== none) this.#links[2 * after + 1] = none;
    this.#links[2 * node + 1] = outside;
    this.#waiting -= 1;
    return node;
  }
}
