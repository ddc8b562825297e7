/** Milliseconds that a piece of work takes, and what it gives. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ milliseconds: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { milliseconds: performance.now() - start, result };
}

/** The quickest of several runs, so that neither side pays for a first one or for what else the machine does. */
export async function quickest<T>(runs: number, work: () => T | Promise<T>) {
  let best = await timed(work);
  for (let i = 1; i < runs; i += 1) {
    const next = await timed(work);
    if (next.milliseconds < best.milliseconds) best = next;
  }
  return best;
}

/** Smallest value that a share of the values do not exceed; no interpolation. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);
