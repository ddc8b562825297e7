/** Computed when asked for first, and then kept; a failure is not. */
export function once<T>(compute: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | null = null;
  return () => {
    const result = known ?? compute();
    known = result;
    result.catch(() => {
      if (known === result) known = null;
    });
    return result;
  };
}
