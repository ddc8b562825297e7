import { RRuleTemporal } from 'rrule-temporal';
import type { EventRule } from './event.ts';
import { readWall, wallClock } from './local-time.ts';

/** Parts of RFC 5545 3.3.10 that an event may use; hours and minutes come from the start. */
const knownParts = /^(FREQ|UNTIL|COUNT|INTERVAL|BYDAY|BYMONTHDAY|BYMONTH|BYYEARDAY|BYWEEKNO|BYSETPOS|WKST)$/;
const knownFrequencies = /^(YEARLY|MONTHLY|WEEKLY|DAILY)$/;

/** Steps from the first date of a rule with COUNT, which cannot be skipped: 270 years of days. */
const maxIterations = 100_000;

const stamp = (wall: number): string => new Date(wall).toISOString().replace(/[-:]/g, '').replace('.000', '');

/** UNTIL may be a day, a local time or an instant in UTC; all become wall clock here. */
const untilAsWall = (text: string): string => {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(text);
  if (match === null) throw new RangeError(`UNTIL=${text}`);
  const [, year, month, day, hour = '23', minute = '59', second = '59', zone = ''] = match;
  const written = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(written)) throw new RangeError(`UNTIL=${text}`);
  return stamp(zone === 'Z' ? wallClock(new Date(written)) : written);
};

const checkedParts = (rrule: string): string => {
  const parts = rrule.split(';').map((part) => {
    const [name = '', value = ''] = part.split('=');
    if (!knownParts.test(name) || value === '') throw new RangeError(part);
    if (name === 'FREQ' && !knownFrequencies.test(value)) throw new RangeError(part);
    return name === 'UNTIL' ? `UNTIL=${untilAsWall(value)}` : part;
  });
  return parts.join(';');
};

/** Wall-clock starts of a rule, exceptions not yet taken out. */
export interface Recurrence {
  /** From `from` to `to`, both included, in order. */
  between(from: number, to: number): readonly number[];
}

const single = (start: number): Recurrence => ({
  between: (from, to) => (from <= start && start <= to ? [start] : []),
});

/**
 * Reads a rule. It is unrolled on a wall clock without time zone, so that 19:00 stays 19:00 when clocks change.
 * @throws RangeError naming what is wrong with the rule.
 */
export const readRecurrence = (rule: Pick<EventRule, 'startLocal' | 'rrule'>): Recurrence => {
  const start = readWall(rule.startLocal);
  if (Number.isNaN(start)) throw new RangeError(rule.startLocal);
  if (rule.rrule === null) return single(start);
  const text = `DTSTART:${stamp(start)}\nRRULE:${checkedParts(rule.rrule)}`;
  const unrolled = new RRuleTemporal({ rruleString: text, strict: true, cache: false, maxIterations });
  return {
    between: (from, to) =>
      unrolled.between(new Date(from), new Date(to), true).map((date) => date.epochMilliseconds),
  };
};
