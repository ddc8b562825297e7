import { createHash } from 'node:crypto';
import { Problem } from '#core/problem.ts';
import type { ItemsQuery } from '../../context.ts';
import type { Property } from './collection.ts';
import { isStorable } from './text.ts';

/**
 * Where a page ended: the sort value of its last item (null for a blank) and its id. The value of an instant
 * is written in milliseconds since 1970.
 */
export interface Position {
  readonly value: string | null;
  readonly id: string;
}

/** Short hash of everything that decides which items come in which order; page size does not. */
export const fingerprint = (collection: string, query: ItemsQuery): string => {
  const { bbox, datetime, q, filters, sortby } = query;
  const sorted = Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([collection, bbox, datetime?.from, datetime?.to, q, sorted, sortby]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
};

export const writeCursor = (position: Position, print: string): string =>
  Buffer.from(JSON.stringify([print, position.id, position.value])).toString('base64url');

const refuse = (value: string): never => {
  const expected = 'the cursor of a "next" link of the same query';
  throw new Problem('bad-query', { faults: [{ field: 'cursor', fault: 'malformed', value, expected }] });
};

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return refuse(cursor);
  }
};

/** Whether the database can read a value as what the property holds: a cursor may have been edited. */
const isValueOf = (value: string, type: Property['type']): boolean => {
  switch (type) {
    case 'number':
      return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(value) && Number.isFinite(Number(value));
    case 'instant':
      // 14 digits are 3168 years: what a timestamp can hold, either way.
      return /^-?\d{1,14}$/.test(value);
    case 'text':
    case 'list':
      return isStorable(value);
  }
};

/**
 * @param type of the property that the page is sorted by.
 * @throws Problem `bad-query` for a broken cursor or one of another query.
 */
export const readCursor = (cursor: string, print: string, type: Property['type']): Position => {
  const parts = parse(cursor);
  if (!Array.isArray(parts) || parts.length !== 3) return refuse(cursor);
  const [ofQuery, id, value] = parts as unknown[];
  if (ofQuery !== print || typeof id !== 'string' || !isStorable(id)) return refuse(cursor);
  if (value !== null && (typeof value !== 'string' || !isValueOf(value, type))) return refuse(cursor);
  return { id, value };
};
