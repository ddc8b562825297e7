/** PostgreSQL's numbers of types whose values the two drivers would otherwise read differently. */
const int8 = 20;
const numeric = 1700;
const date = 1082;
const timestamptz = 1184;

/** "2026-07-18 09:00:00+00" as RFC 3339 in UTC. */
const readInstant = (text: string): string => {
  const iso = text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00');
  return new Date(iso).toISOString();
};

/**
 * The same reading on both databases: whole numbers as numbers (counts stay far below 2^53), days as
 * "2026-07-18", instants as RFC 3339 in UTC.
 */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [int8]: Number,
  [numeric]: Number,
  [date]: (text) => text,
  [timestamptz]: readInstant,
};
