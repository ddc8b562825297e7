import { timeZone } from './event.ts';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'longOffset',
});

/** An instant as RFC 3339 with the offset that Latvia had or will have then: "2026-07-18T12:00:00+03:00". */
export const localTime = (instant: string | Date): string => {
  const found = new Map(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? '';
  const offset = part('timeZoneName').replace('GMT', '') || '+00:00';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}${offset}`;
};

/** The day on which an instant falls in Latvia: "2026-07-18". */
export const localDay = (instant: Date): string => localTime(instant).slice(0, 10);

/**
 * Milliseconds of a wall clock: the time read off a clock in Latvia, counted as if clocks never changed.
 * Days and weeks added to it keep the time of day.
 */
export const wallClock = (instant: Date): number => Date.parse(`${localTime(instant).slice(0, 19)}Z`);

/** "2026-07-18T12:00" as a wall clock; NaN when it is no such day or time. */
export const readWall = (local: string): number => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return Number.NaN;
  const wall = Date.parse(`${local}Z`);
  return Number.isNaN(wall) || writeWall(wall) !== local ? Number.NaN : wall;
};

export const writeWall = (wall: number): string => new Date(wall).toISOString().slice(0, 16);

/**
 * The instant at which clocks in Latvia show a wall time. A time that a spring night skips is taken an
 * hour later; of a time that an autumn night shows twice, the first is meant (as RFC 5545 3.3.5 says).
 */
export const instantOf = (wall: number): Date => {
  const offsetAt = (instant: number) => wallClock(new Date(instant)) - instant;
  const summer = wall - offsetAt(wall - 86_400_000);
  if (wallClock(new Date(summer)) === wall) return new Date(summer);
  const winter = wall - offsetAt(wall + 86_400_000);
  return wallClock(new Date(winter)) === wall ? new Date(winter) : new Date(summer);
};
