import { Problem } from '#core/problem.ts';

/** The latest results by key, each computed once for all who ask at the same time. */
export interface SharedWork<T> {
  /**
   * The result known or under way, else a new one. The work is broken off when everybody who waited for it
   * has gone; somebody without a signal never goes. A failed or broken-off result is not kept.
   */
  recall(
    key: string,
    compute: (signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal | undefined,
  ): Promise<T>;
  /** The result, when it is known already. */
  peek(key: string): T | undefined;
}

interface Entry<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
  value: { readonly known: T } | null;
}

/** Holds at most `capacity` results; the least recently used goes first. */
export function createSharedWork<T>(capacity: number): SharedWork<T> {
  const entries = new Map<string, Entry<T>>();

  const begin = (key: string, compute: (signal: AbortSignal) => Promise<T>): Entry<T> => {
    const controller = new AbortController();
    const entry: Entry<T> = { result: compute(controller.signal), controller, waiting: 0, value: null };
    const forget = () => {
      if (entries.get(key) === entry) entries.delete(key);
    };
    controller.signal.addEventListener('abort', forget, { once: true });
    entry.result.then((known) => {
      entry.value = { known };
    }, forget);
    return entry;
  };

  return {
    async recall(key, compute, signal) {
      if (signal?.aborted) throw new Problem('unavailable');
      const entry = entries.get(key) ?? begin(key, compute);
      entries.delete(key);
      entries.set(key, entry);
      const [oldest] = entries.keys();
      if (entries.size > capacity && oldest !== undefined) entries.delete(oldest);
      if (entry.value !== null) return entry.value.known;
      entry.waiting += 1;
      return untilGone(entry, signal);
    },
    peek: (key) => entries.get(key)?.value?.known,
  };
}

/** The result, or `unavailable` at once when this one goes; the last one to go ends the work. */
function untilGone<T>(entry: Entry<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return entry.result;
  return new Promise((resolve, reject) => {
    const go = () => {
      entry.waiting -= 1;
      if (entry.waiting === 0) entry.controller.abort();
      reject(new Problem('unavailable'));
    };
    signal.addEventListener('abort', go, { once: true });
    entry.result.then(resolve, reject).finally(() => signal.removeEventListener('abort', go));
  });
}
