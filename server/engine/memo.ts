/** The latest results by key, computed when they are asked for first; holds at most `capacity`. */
export function createMemo<T>(capacity: number): (key: string, compute: () => T) => T {
  const known = new Map<string, { readonly value: T }>();
  return (key, compute) => {
    const found = known.get(key) ?? { value: compute() };
    known.delete(key);
    known.set(key, found);
    const [oldest] = known.keys();
    if (known.size > capacity && oldest !== undefined) known.delete(oldest);
    return found.value;
  };
}
