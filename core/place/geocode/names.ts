/** Every distinct text once, numbered as it comes; `list` puts them in order. */
export const createNames = () => {
  const ids = new Map<string, number>();
  return {
    idOf(name: string): number {
      const found = ids.get(name);
      if (found !== undefined) return found;
      ids.set(name, ids.size);
      return ids.size - 1;
    },
    /** Sorted, so that neighbours begin alike, and where each number has gone. */
    list(): { readonly names: readonly string[]; readonly rankOf: Int32Array } {
      const sorted = [...ids].sort(([a], [b]) => (a < b ? -1 : 1));
      const rankOf = new Int32Array(sorted.length);
      for (const [rank, [, id]] of sorted.entries()) rankOf[id] = rank;
      return { names: sorted.map(([name]) => name), rankOf };
    },
  };
};
