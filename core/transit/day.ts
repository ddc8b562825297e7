import { zoneOf } from '../place/zoned-time.ts';
import { dateOfDay, dayOfDate, servicesOn } from './calendar.ts';
import { buildSchedule, mirror, type Run, type Schedule } from './schedule.ts';
import type { Timetable } from './timetable.ts';

/**
 * Everything that runs on one calendar day and in the night after it: the trips of its service day, those
 * of the day before that are still under way after midnight, and the early ones of the next.
 *
 * All seconds count from noon minus 12 hours of `date`, as GTFS has it: midnight, except on the two days
 * when the clocks change, when it is an hour before or after it, so that all hours after the change read true.
 */
export interface DayTimetable {
  readonly date: string;
  readonly timeZone: string;
  /** The instant of second 0, in milliseconds since 1970 UTC. */
  readonly originMs: number;
  /** Trips of the service day of `date` itself; 0 is a date without service. */
  readonly serviceTripCount: number;
  readonly schedule: Schedule;
  /** The same with time running backwards, for "arrive by". */
  readonly mirrored: Schedule;
}

/**
 * Trips of the next service day are known up to this second of it. A journey may set out at 23:59, 240
 * minutes into its window, and take 180: it is over by 06:59, in the night when clocks go forward by 07:59.
 */
const nextDaySeconds = 8 * 3600;

/** Trips of the day before that are over by now are left out. On the day when clocks go back this is midnight. */
const nightSeconds = -3600;

const dayMs = 86_400_000;

/** Second 0 of a date, "2026-11-24", as an instant: noon there minus 12 hours. */
const serviceOrigin = (timeZone: string, date: string): number =>
  zoneOf(timeZone)
    .instantOf(Date.parse(`${date}T12:00Z`))
    .getTime() -
  dayMs / 2;

/** Seconds of a day's count at an instant (milliseconds since 1970 UTC, or RFC 3339). */
export const secondsAt = (day: Pick<DayTimetable, 'originMs'>, instant: number | string): number =>
  (new Date(instant).getTime() - day.originMs) / 1000;

/** Seconds at which clocks show "08:00" on the day. */
export const secondsOfWall = (
  day: Pick<DayTimetable, 'originMs' | 'date' | 'timeZone'>,
  time: string,
): number =>
  secondsAt(
    day,
    zoneOf(day.timeZone)
      .instantOf(Date.parse(`${day.date}T${time}Z`))
      .getTime(),
  );

/** Seconds of a day's count as RFC 3339 with the offset that holds then. */
export const timeOfSeconds = (day: Pick<DayTimetable, 'originMs' | 'timeZone'>, seconds: number): string =>
  zoneOf(day.timeZone).localTime(day.originMs + seconds * 1000);

/** Gives the timetable of any date, also one that no feed covers: nothing runs then. */
export function dayTimetable(timetable: Timetable, date: string): DayTimetable {
  return createDays(timetable, 1)(date);
}

/**
 * Timetables of dates on demand. Dates on which the same services run share their arrays; the
 * `capacity` latest sets of services are kept.
 */
export function createDays(timetable: Timetable, capacity = 12): (date: string) => DayTimetable {
  const known = new Map<string, Pick<DayTimetable, 'schedule' | 'mirrored' | 'serviceTripCount'>>();
  return (date) => {
    const { timeZone } = timetable;
    const originMs = serviceOrigin(timeZone, date);
    const dates = [-1, 0, 1].map((step) => dateOfDay((dayOfDate(date) ?? Number.NaN) + step));
    const days = dates.map((each) => serviceDay(timetable, originMs, each));
    const key = days.map(({ shift, runs }) => `${shift}:${runs.join('')}`).join(';');
    const made = known.get(key) ?? layOut(timetable, days);
    known.delete(key);
    known.set(key, made);
    const [oldest] = known.keys();
    if (known.size > capacity && oldest !== undefined) known.delete(oldest);
    return { date, timeZone, originMs, ...made };
  };
}

/** A service day at or beside the date: 1 for services that run, and by how many seconds its count is moved. */
interface ServiceDay {
  readonly runs: Uint8Array;
  readonly shift: number;
}

function serviceDay(timetable: Timetable, originMs: number, date: string): ServiceDay {
  const shift = (serviceOrigin(timetable.timeZone, date) - originMs) / 1000;
  return { runs: servicesOn(timetable, date), shift };
}

function layOut(timetable: Timetable, days: readonly ServiceDay[]) {
  const { patternTripOffset, patternStopOffset, tripTimes, tripTimeOffset, tripService } = timetable;
  let serviceTripCount = 0;
  const runsOf = (pattern: number) => {
    const runs: Run[] = [];
    const last = 2 * ((patternStopOffset[pattern + 1] ?? 0) - (patternStopOffset[pattern] ?? 0)) - 1;
    const end = patternTripOffset[pattern + 1] ?? 0;
    for (let trip = patternTripOffset[pattern] ?? 0; trip < end; trip += 1) {
      const at = tripTimeOffset[trip] ?? 0;
      days.forEach(({ shift, runs: isRunning }, which) => {
        if (isRunning[tripService[trip] ?? -1] !== 1) return;
        if (which === 0 && (tripTimes[at + last] ?? 0) + shift < nightSeconds) return;
        if (which === 2 && (tripTimes[at] ?? 0) >= nextDaySeconds) return;
        if (which === 1) serviceTripCount += 1;
        runs.push({ trip, shift });
      });
    }
    return runs;
  };
  const schedule = buildSchedule(timetable, runsOf);
  return { schedule, mirrored: mirror(schedule), serviceTripCount };
}
