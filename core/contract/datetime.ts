import type { z } from 'zod';
import { instantOf } from '../offer/local-time.ts';
import { refuse } from './define.ts';

/** Instants in RFC 3339, both inclusive; null is open. */
export interface Interval {
  readonly from: string | null;
  readonly to: string | null;
}

const expected = 'RFC 3339: 2026-10-24T18:00:00+03:00, 2026-10-24, from/to, ../to, from/..';
const instantPattern = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const dayMilliseconds = 86_400_000;

/** First instant of a calendar day in Latvia. */
const startOfDay = (day: string): number => instantOf(Date.parse(`${day}T00:00:00Z`)).getTime();

/** Years whose days stay years of four digits in every time zone: what clocks here and the database can read. */
const [firstYear, lastYear] = ['1001', '9998'];

const isRealDay = (day: string) => {
  if (day.slice(0, 4) < firstYear || day.slice(0, 4) > lastYear) return false;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};

/** First and last millisecond that a text stands for, or null for a text that is no time. */
function spanOf(text: string): { readonly first: number; readonly last: number } | null {
  if (dayPattern.test(text)) {
    if (!isRealDay(text)) return null;
    const first = startOfDay(text);
    const nextDay = new Date(Date.parse(`${text}T00:00:00Z`) + dayMilliseconds).toISOString().slice(0, 10);
    return { first, last: startOfDay(nextDay) - 1 };
  }
  const match = instantPattern.exec(text);
  const time = Date.parse(text);
  if (match === null || !isRealDay(match[1] ?? '') || Number.isNaN(time)) return null;
  return { first: time, last: time };
}

/**
 * Reads an instant, a day (in Europe/Riga) or an interval of them with open ends ("..", or nothing),
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
  const isUnread = (from === null && !isOpen(start)) || (to === null && !isOpen(end));
  if (isUnread) return refuse(context, 'malformed', expected);
  if (from !== null && to !== null && from.first > to.last) {
    return refuse(context, 'end-before-start', expected);
  }
  return {
    from: from === null ? null : new Date(from.first).toISOString(),
    to: to === null ? null : new Date(to.last).toISOString(),
  };
}
