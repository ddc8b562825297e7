/**
 * Choices that live in the address bar, so that a link is a view. A description names every parameter with
 * its default; what an address says wrongly falls back to the default and is reported, never guessed at.
 */
export interface Parameter<T> {
  readonly fallback: T;
  /** Undefined when the text does not fit. */
  parse(text: string): T | undefined;
  format(value: T): string;
}

// biome-ignore lint/suspicious/noExplicitAny: a parameter both takes and gives its type, so only `any` holds all.
export type Description = Readonly<Record<string, Parameter<any>>>;

export type State<D extends Description> = {
  readonly [K in keyof D]: D[K] extends Parameter<infer T> ? T : never;
};

/** A parameter whose value was not understood. */
export interface Rejected {
  readonly name: string;
  readonly value: string;
}

/** One of a list; the first of them unless `fallback` says otherwise. */
export const choice = <T extends string>(allowed: readonly T[], fallback: T): Parameter<T> => ({
  fallback,
  parse: (text) => allowed.find((one) => one === text),
  format: (value) => value,
});

/** Several of a list, joined by commas; empty means none chosen. Duplicates are forgiven. */
export const choices = <T extends string>(
  allowed: readonly T[],
  fallback: readonly T[] = [],
): Parameter<readonly T[]> => ({
  fallback,
  parse: (text) => {
    const parts = text === '' ? [] : text.split(',');
    const known = allowed.filter((one) => parts.includes(one));
    return known.length === new Set(parts).size ? known : undefined;
  },
  format: (value) => value.join(','),
});

/** A whole number within limits, both included. */
export const wholeNumber = (min: number, max: number, fallback: number): Parameter<number> => ({
  fallback,
  parse: (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  },
  format: String,
});

/** A whole number of at most `most` in either direction. */
export const signedNumber = (most: number, fallback: number): Parameter<number> => ({
  fallback,
  parse: (text) => {
    const value = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return Math.abs(value) <= most ? value : undefined;
  },
  format: String,
});

/** Free words, trimmed at the ends only when compared, so that typing a space is possible. */
export const freeText = (maxLength = 100): Parameter<string> => ({
  fallback: '',
  parse: (text) => (text.length <= maxLength ? text : undefined),
  format: (value) => value,
});

/** An identifier of the data, or '' for none. */
export const identifier = (fallback = ''): Parameter<string> => ({
  fallback,
  parse: (text) => (/^[A-Za-z0-9_-]{1,100}$/.test(text) ? text : undefined),
  format: (value) => value,
});

/** A real calendar day as ISO 8601 "2026-10-24", or '' for none. */
export const day = (): Parameter<string> => ({
  fallback: '',
  parse: (text) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
    const at = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined;
  },
  format: (value) => value,
});

/** A time of day by the clock, "08:00". */
export const timeOfDay = (fallback: string): Parameter<string> => ({
  fallback,
  parse: (text) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : undefined),
  format: (value) => value,
});

/** Yes or no; yes is written "1". */
export const flag = (): Parameter<boolean> => ({
  fallback: false,
  parse: (text) => (text === '1' ? true : text === '0' ? false : undefined),
  format: (value) => (value ? '1' : '0'),
});

/** Reads the choices out of a query string; parameters of others are left alone. */
export const readSearch = <D extends Description>(
  description: D,
  search: string,
): { state: State<D>; rejected: readonly Rejected[] } => {
  const given = new URLSearchParams(search);
  const rejected: Rejected[] = [];
  const entries = Object.entries(description).map(([name, parameter]) => {
    const text = given.get(name);
    if (text === null) return [name, parameter.fallback];
    const value: unknown = parameter.parse(text);
    if (value === undefined) rejected.push({ name, value: text });
    return [name, value === undefined ? parameter.fallback : value];
  });
  return { state: Object.fromEntries(entries) as State<D>, rejected };
};

/** The query string with the changes written in; defaults are left out, so that short links stay short. */
export const writeSearch = <D extends Description>(
  description: D,
  search: string,
  changes: Partial<State<D>>,
): string => {
  const result = new URLSearchParams(search);
  for (const [name, parameter] of Object.entries(description)) {
    if (!(name in changes)) continue;
    const text = parameter.format(changes[name as keyof typeof changes]);
    if (text === parameter.format(parameter.fallback)) result.delete(name);
    else result.set(name, text);
  }
  // Commas and colons are legal in a query and far easier to read in a shared link.
  return result.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
};
