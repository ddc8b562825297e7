import type { ItemsQuery } from '#server/context.ts';

/** A query that narrows nothing. */
export const everything: ItemsQuery = {
  limit: 10_000,
  cursor: null,
  bbox: null,
  datetime: null,
  q: null,
  filters: {},
  sortby: null,
};
