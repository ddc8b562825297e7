/** How long and how many: the same numbers on both databases. */
export const limits = {
  /** A read for a request, in milliseconds. */
  queryMs: 10_000,
  /** A statement of an import or a migration, in milliseconds. */
  bulkMs: 300_000,
  /** Longest wait for a connection, in milliseconds; afterwards `unavailable`. */
  waitMs: 20_000,
  /** Requests waiting for a connection; the next one is `unavailable` at once. */
  waiting: 200,
  /** Opening the embedded database, in milliseconds; the first creation takes 10-30 s. */
  openMs: 180_000,
  /** From a failed reopening of the embedded database to the next attempt, in milliseconds. */
  reopenPauseMs: 2_000,
} as const;
