/** The latest results by key; the least recently used goes first. */
export interface Memory<T> {
  /** One computation for any number of equal questions at the same time; a failed one is not kept. */
  recall(key: string, compute: () => Promise<T>): Promise<T>;
  forget(key: string): void;
}

/** Holds at most `capacity` results. */
export function createMemory<T>(capacity: number): Memory<T> {
  const results = new Map<string, Promise<T>>();
  return {
    recall(key, compute) {
      const known = results.get(key);
      results.delete(key);
      const result = known ?? compute();
      results.set(key, result);
      if (known !== undefined) return known;
      const [oldest] = results.keys();
      if (results.size > capacity && oldest !== undefined) results.delete(oldest);
      // Only itself: a younger result may stand under the same key by now.
      result.catch(() => {
        if (results.get(key) === result) results.delete(key);
      });
      return result;
    },
    forget: (key) => {
      results.delete(key);
    },
  };
}
