import { RRuleTemporal } from 'rrule-temporal';
import type { EventRule } from '#core/offer/event.ts';
import { wallClock, writeWall } from '#core/offer/local-time.ts';
import { maxOccurrences } from '#core/offer/occurrences.ts';
import { readRecurrence } from '#core/offer/recurrence.ts';
import type { Moment } from './ical-times.ts';
import type { EventZone } from './ical-zones.ts';

/** A stretch of time, as `core/offer/occurrences.ts` lays dates out for. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

export interface ReadRule {
  readonly rule: Pick<EventRule, 'startLocal' | 'rrule' | 'alsoLocal'>;
  /** The rule could not be kept as it is: its dates within the stretch were laid out. */
  readonly isLaidOut: boolean;
  /** So many dates were left out because there are more than an event may have. */
  readonly leftOut: number;
}

/** Steps from the first date of a rule: 270 years of days. */
const maxIterations = 100_000;
/** Times of a day that a rule may name. */
const mostTimes = 24;

const stamp = (wall: number): string => new Date(wall).toISOString().replace(/[-:]/g, '').replace('.000', '');

const partOf = (rrule: string, name: string): string | undefined =>
  rrule
    .split(';')
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** @throws RangeError for more dates in a day than anybody could go to. */
const checkTimes = (rrule: string): void => {
  if (!/^(YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY)$/.test(partOf(rrule, 'FREQ') ?? '')) {
    throw new RangeError(`FREQ=${partOf(rrule, 'FREQ') ?? ''}`);
  }
  const counts = ['BYHOUR', 'BYMINUTE', 'BYSECOND'].map(
    (name) => partOf(rrule, name)?.split(',').length ?? 1,
  );
  const hours = partOf(rrule, 'FREQ') === 'HOURLY' && partOf(rrule, 'BYHOUR') === undefined ? mostTimes : 1;
  const times = counts.reduce((product, count) => product * count, hours);
  if (times > mostTimes) throw new RangeError(`BYHOUR, BYMINUTE: ${times}`);
};

/** The last moment of a rule on the clocks in which it is told; one in UTC is turned into them. */
const untilOn = (zone: EventZone, text: string): string => {
  const [, year, month, day, time = '235959', sign = ''] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{6})(Z?))?$/.exec(text) ?? [];
  const written = Date.parse(`${year}-${month}-${day}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}Z`);
  if (Number.isNaN(written)) throw new RangeError(`UNTIL=${text}`);
  // Offsets change by hours, rules by days: one look is enough to turn an instant into a wall clock.
  const offset = sign === 'Z' ? written - zone.instantOf(written).getTime() : 0;
  return stamp(written + offset);
};

/** Starts on the clocks of Latvia, of a rule that is followed on its own clocks. */
const layOut = (start: Moment, rrule: string, { from, to }: Stretch): readonly number[] => {
  const until = partOf(rrule, 'UNTIL');
  const text =
    until === undefined ? rrule : rrule.replace(`UNTIL=${until}`, `UNTIL=${untilOn(start.zone, until)}`);
  const unrolled = new RRuleTemporal({
    rruleString: `DTSTART:${stamp(start.own)}\nRRULE:${text}`,
    strict: true,
    cache: false,
    maxIterations,
  });
  const day = 86_400_000;
  return unrolled
    .between(new Date(from.getTime() - day), new Date(to.getTime() + day), true)
    .map(({ epochMilliseconds }) => wallClock(start.zone.instantOf(epochMilliseconds)));
};

/** Starts as the map itself would find them; null when it does not know such rules. */
const byTheMap = (startLocal: string, rrule: string, { from, to }: Stretch): readonly number[] | null => {
  try {
    const day = 86_400_000;
    return readRecurrence({ startLocal, rrule }).between(wallClock(from) - day, wallClock(to) + day);
  } catch {
    return null;
  }
};

const within = (walls: readonly number[], { from, to }: Stretch): readonly number[] =>
  walls.filter((wall) => wall >= wallClock(from) && wall <= wallClock(to));

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((wall, i) => wall === other[i]);

/**
 * A rule of the file as a rule of the map. One that is told on other clocks, or that the map does not know, is kept
 * where it gives the same dates and else laid out for the stretch.
 *
 * @throws RangeError naming what is wrong with the rule.
 */
export const readRuleOf = (start: Moment, rrule: string | null, stretch: Stretch): ReadRule => {
  const startLocal = writeWall(start.wall);
  if (rrule === null) return { rule: { startLocal, rrule }, isLaidOut: false, leftOut: 0 };
  checkTimes(rrule);
  const known = byTheMap(startLocal, rrule, stretch);
  const isKnown = known !== null && start.zone.isOwn;
  const dates = within(isKnown ? known : layOut(start, rrule, stretch), stretch);
  if (known !== null && isSame(within(known, stretch), dates) && dates.length <= maxOccurrences) {
    return { rule: { startLocal, rrule }, isLaidOut: false, leftOut: 0 };
  }
  const [first = start.wall, ...others] = dates.slice(0, maxOccurrences);
  return {
    rule: { startLocal: writeWall(first), rrule: null, alsoLocal: others.map(writeWall) },
    isLaidOut: true,
    leftOut: Math.max(0, dates.length - maxOccurrences),
  };
};
