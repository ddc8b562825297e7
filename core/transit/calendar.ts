import type { Timetable } from './timetable.ts';
import type { DayKind } from './timetable-answer.ts';

const msPerDay = 86_400_000;

/** Day number (days since 1970-01-01) of "2026-11-22", or null when there is no such day. */
export function dayOfDate(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || dateOfDay(time / msPerDay) !== date ? null : time / msPerDay;
}

/** "2026-11-22" of a day number. */
export const dateOfDay = (day: number): string => new Date(day * msPerDay).toISOString().slice(0, 10);

/** 1 is Monday, 7 Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Index of the date in `serviceRuns`, or -1 when it lies outside the feeds. */
function indexOfDate(timetable: Timetable, date: string): number {
  const [day, first] = [dayOfDate(date), dayOfDate(timetable.firstDate)];
  if (day === null || first === null) return -1;
  return day >= first && day < first + timetable.dayCount ? day - first : -1;
}

/** For each service 1 when it runs on the local date "2026-11-24", else 0; all 0 outside the feeds. */
export function servicesOn(timetable: Timetable, date: string): Uint8Array {
  const runs = new Uint8Array(timetable.serviceCount);
  const index = indexOfDate(timetable, date);
  if (index < 0) return runs;
  for (let service = 0; service < runs.length; service += 1) {
    runs[service] = timetable.serviceRuns[service * timetable.dayCount + index] ?? 0;
  }
  return runs;
}

/**
 * Whether every feed speaks of this date. Where one of several does not, its lines would be missing from an
 * answer without a word, so such a date is not covered.
 */
export const isCovered = ({ feeds }: Timetable, date: string): boolean =>
  dayOfDate(date) !== null &&
  feeds.length > 0 &&
  feeds.every(({ firstDate, lastDate }) => firstDate <= date && date <= lastDate);

/**
 * Whether anything at all runs on a date that the timetable covers. Of another date public transport says nothing,
 * not even to those who could walk.
 */
export function isServed(timetable: Timetable, date: string): boolean {
  if (!isCovered(timetable, date)) return false;
  const runs = servicesOn(timetable, date);
  return timetable.tripService.some((service) => runs[service] === 1);
}

/** Number of trips on each day from `firstDate` on, `dayCount` of them. */
export function tripsByDay(timetable: Timetable): Int32Array {
  const { dayCount, serviceCount, serviceRuns, tripService } = timetable;
  const tripsOf = new Int32Array(serviceCount);
  for (const service of tripService) tripsOf[service] = (tripsOf[service] ?? 0) + 1;
  const trips = new Int32Array(dayCount);
  for (let service = 0; service < serviceCount; service += 1) {
    for (let day = 0; day < dayCount; day += 1) {
      if (serviceRuns[service * dayCount + day] === 1)
        trips[day] = (trips[day] ?? 0) + (tripsOf[service] ?? 0);
    }
  }
  return trips;
}

/** A stretch of a school year without holidays, both days included: "2026-09-01" to "2026-10-16". */
export interface SchoolTerm {
  readonly firstDate: string;
  readonly lastDate: string;
}

/**
 * The kind of service day of a local date. A public holiday counts as a Sunday, whatever day of the week it is.
 * Where no school terms are known, a weekday is just that.
 */
export function dayKindOf(
  date: string,
  schoolTerms: readonly SchoolTerm[],
  isPublicHoliday: (date: string) => boolean,
): DayKind {
  const weekday = weekdayOf(dayOfDate(date) ?? 0);
  if (weekday === 7 || isPublicHoliday(date)) return 'sunday';
  if (weekday === 6) return 'saturday';
  if (schoolTerms.length === 0) return 'weekday';
  const isTerm = schoolTerms.some(({ firstDate, lastDate }) => firstDate <= date && date <= lastDate);
  return isTerm ? 'school-day' : 'free-weekday';
}
