import { dayOfDate } from '../calendar.ts';

/** More than ten days after the service day began is no time of a trip. */
const mostHours = 240;

/** Stands for a time that the table leaves empty. */
export const emptyTime = -1;
/** Stands for a time that cannot be read. */
export const badTime = -2;

/**
 * Seconds from noon minus 12 hours of "25:10:00", "8:05:00" or " 08:05"; `emptyTime` or `badTime` else.
 * Hours pass 24 after midnight.
 */
export function readTime(text: string): number {
  if (text === '') return emptyTime;
  const match = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(text.trim());
  if (match === null) return badTime;
  const hours = Number(match[1]);
  return hours > mostHours ? badTime : hours * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
}

/** Day number (days since 1970-01-01) of "20261122", or null. */
export function readDay(text: string): number | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return match === null ? null : dayOfDate(`${match[1]}-${match[2]}-${match[3]}`);
}

/** A decimal number with a point, or null. */
export function readNumber(text: string): number | null {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}
