/**
 * A sum that anybody can do: the members of a total add up to it. Members and total are numbers of cells; the
 * coefficient of the total is -1, those of its parts 1.
 */
export type Sum = ReadonlyMap<number, number>;

/** Sums have small whole coefficients, so that reckoning modulo a large prime is exact and needs no fractions. */
const prime = 1_000_003;

const modulo = (value: number): number => ((value % prime) + prime) % prime;

const inverse = (value: number): number => {
  let [result, base, exponent] = [1, modulo(value), prime - 2];
  for (; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
};

type Row = Map<number, number>;

/** Takes `factor` times the pivot row from a row. */
const subtract = (row: Row, pivot: Row, factor: number): void => {
  for (const [cell, coefficient] of pivot) {
    const left = modulo((row.get(cell) ?? 0) - factor * coefficient);
    if (left === 0) row.delete(cell);
    else row.set(cell, left);
  }
};

const scaled = (row: Row): Row => {
  const [first = 1] = row.values();
  const factor = inverse(first);
  return new Map([...row].map(([cell, coefficient]) => [cell, (coefficient * factor) % prime]));
};

/**
 * The cells that can be reckoned although they are hidden: those that every solution of the sums agrees on (Gauss and
 * Jordan). `isHidden` says which cells are unknown; all others are known.
 */
export const reckonable = (
  sums: readonly Sum[],
  isHidden: (cell: number) => boolean,
): ReadonlySet<number> => {
  const pivots = new Map<number, Row>();
  for (const sum of sums) {
    const row: Row = new Map(
      [...sum].filter(([cell]) => isHidden(cell)).map(([cell, c]) => [cell, modulo(c)]),
    );
    for (const cell of [...row.keys()]) {
      const pivot = pivots.get(cell);
      const factor = row.get(cell);
      if (pivot !== undefined && factor !== undefined) subtract(row, pivot, factor);
    }
    // What a pivot brought in may hold other pivots.
    for (let again = true; again; ) {
      const cell = [...row.keys()].find((one) => pivots.has(one));
      again = cell !== undefined;
      const pivot = cell === undefined ? undefined : pivots.get(cell);
      if (cell !== undefined && pivot !== undefined) subtract(row, pivot, row.get(cell) ?? 0);
    }
    const [first] = row.keys();
    if (first === undefined) continue;
    const pivot = scaled(row);
    for (const other of pivots.values()) {
      const factor = other.get(first);
      if (factor !== undefined) subtract(other, pivot, factor);
    }
    pivots.set(first, pivot);
  }
  return new Set([...pivots].filter(([, row]) => row.size === 1).map(([cell]) => cell));
};
