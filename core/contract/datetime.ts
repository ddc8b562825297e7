import type { z } from 'zod';
import { instantOf } from '../offer/local-time.ts';
import { refuse } from './define.ts';

/** Instants in RFC 3339, both inclusive; null is open. */
export interface Interval {
  readonly from: string | null;
  readonly to: string | null;
}

const expected = 'RFC 3339: 2026-10-24T18:00:00+03:00, 2026-10-24, from/to, ../to, from/..';
const expectedInstant = 'RFC 3339: 2026-10-24T18:00:00+03:00, 2026-10-24';
const instantPattern = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const dayMilliseconds = 86_400_000;

/** First instant of a calendar day in the region. */
const startOfDay = (day: string): number => instantOf(Date.parse(`${day}T00:00:00Z`)).getTime();

const isRealDay = (day: string) => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};

/** Years in which events happen; clocks and the database read them all, which they do not of 0001 or 9999. */
const years = { first: 1900, last: 2200 } as const;

const isInYears = (text: string) => {
  const year = Number(text.slice(0, 4));
  return year >= years.first && year <= years.last;
};

interface Span {
  readonly first: number;
  readonly last: number;
}

/** First and last millisecond that a text stands for, or what is wrong with it. */
function spanOf(text: string): Span | 'malformed' | 'out-of-range' {
  if (dayPattern.test(text)) {
    if (!isRealDay(text)) return 'malformed';
    if (!isInYears(text)) return 'out-of-range';
    const first = startOfDay(text);
    const nextDay = new Date(Date.parse(`${text}T00:00:00Z`) + dayMilliseconds).toISOString().slice(0, 10);
    return { first, last: startOfDay(nextDay) - 1 };
  }
  const match = instantPattern.exec(text);
  const time = Date.parse(text);
  if (match === null || !isRealDay(match[1] ?? '') || Number.isNaN(time)) return 'malformed';
  return isInYears(text) ? { first: time, last: time } : 'out-of-range';
}

/** First (`from`) or last (`to`) instant of an instant or a day, in RFC 3339. */
export function readInstant(text: string, edge: 'from' | 'to', context: z.RefinementCtx): string {
  const span = spanOf(text);
  if (span === 'malformed') return refuse(context, 'malformed', expectedInstant);
  if (span === 'out-of-range') return refuse(context, 'out-of-range', `${years.first}-${years.last}`);
  return new Date(edge === 'from' ? span.first : span.last).toISOString();
}

/**
 * Reads an instant, a day (of the region) or an interval of them with open ends ("..", or nothing),
 * as in OGC API - Features 7.15.4.
 */
export function readDatetime(text: string, context: z.RefinementCtx): Interval {
  const parts = text.split('/');
  if (parts.length > 2) return refuse(context, 'malformed', expected);
  const isOpen = (part: string) => part === '' || part === '..';
  if (parts.length === 1 && isOpen(text)) return refuse(context, 'malformed', expected);
  const [start = '', end = start] = parts;
  const from = isOpen(start) ? null : spanOf(start);
  const to = isOpen(end) ? null : spanOf(end);
  if (from === 'malformed' || to === 'malformed') return refuse(context, 'malformed', expected);
  if (from === 'out-of-range' || to === 'out-of-range') {
    return refuse(context, 'out-of-range', `${years.first}-${years.last}`);
  }
  if (from !== null && to !== null && from.first > to.last) {
    return refuse(context, 'end-before-start', expected);
  }
  return {
    from: from === null ? null : new Date(from.first).toISOString(),
    to: to === null ? null : new Date(to.last).toISOString(),
  };
}
