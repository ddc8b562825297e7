import { isoDay, regionInstant, regionTime } from '#core/language/dates.ts';
import type { WhenChoice } from './choices.ts';

/** Instants, both included; `to` null is open. */
export interface Interval {
  readonly from: Date;
  readonly to: Date | null;
}

/** An event that starts at the very moment when a day ends belongs to the next day. */
const endBefore = (end: Date) => new Date(end.getTime() - 1000);

/**
 * The interval a choice stands for, by the clock of Riga. What began before the present hour and states no
 * end is past; the hour is full, so that the same question is asked (and cached) for a while.
 */
export const intervalOf = (
  when: WhenChoice,
  own: { readonly from: string; readonly to: string },
  now: Date,
): Interval => {
  const { year, month, day, hour, weekday } = regionTime(now);
  const at = (days: number, hours = 0) => regionInstant(year, month, day + days, hours);
  const present = at(0, hour);
  const days = (count: number): Interval => ({ from: present, to: endBefore(at(count)) });
  switch (when) {
    case 'today':
      return days(1);
    case 'tomorrow':
      return { from: at(1), to: endBefore(at(2)) };
    case 'weekend': {
      const friday = at(4 - weekday, 17);
      const from = new Date(Math.max(friday.getTime(), present.getTime()));
      return { from, to: endBefore(at(7 - weekday)) };
    }
    case '7days':
      return days(7);
    case '30days':
      return days(30);
    case 'dates':
      return ownDates(own, present);
  }
};

/** Days chosen by the reader; without a first day from now on, without a last one open. */
const ownDates = (own: { readonly from: string; readonly to: string }, present: Date): Interval => ({
  from: own.from === '' ? present : startOf(own.from),
  to: own.to === '' ? null : endBefore(startOf(own.to, 1)),
});

const startOf = (isoDate: string, plusDays = 0): Date => {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
  return regionInstant(year, month, day + plusDays);
};

/** True when the last day chosen is before the first. */
export const isTurned = (own: { readonly from: string; readonly to: string }): boolean =>
  own.from !== '' && own.to !== '' && own.to < own.from;

/** RFC 3339 interval for the API's `datetime`. */
export const toDatetime = ({ from, to }: Interval): string =>
  `${withoutMilliseconds(from)}/${to === null ? '..' : withoutMilliseconds(to)}`;

const withoutMilliseconds = (at: Date) => at.toISOString().replace('.000Z', 'Z');

/** Groups rows under the day they start on; those under way since before `from` stand first, under null. */
export const groupByDay = <T extends { readonly startsAt: string }>(
  rows: readonly T[],
  from: Date,
): readonly { readonly day: string | null; readonly rows: readonly T[] }[] => {
  const dayOf = (row: T) => {
    const start = new Date(row.startsAt);
    return start < from && isoDay(start) !== isoDay(from) ? null : isoDay(start);
  };
  return [...Map.groupBy(rows, dayOf)].map(([key, group]) => ({ day: key, rows: group }));
};
