import type { ReasonCode } from '#core/access/answer.ts';
import { dateOfDay, dayKindOf, dayOfDate, isCovered, isServed, tripsByDay } from '#core/transit/calendar.ts';
import { publicHolidaysIn } from '#core/transit/public-holidays.ts';
import type { Timetable } from '#core/transit/timetable.ts';
import type { TimetableAnswer } from '#core/transit/timetable-answer.ts';
import { type DepartureWindow, windowLimits } from '#core/transit/travel-mode.ts';
import type { Assumptions } from './settings.ts';

/** Why public transport says nothing of a date: nobody knows, or nothing at all runs that day; null where it does. */
function blankOn(timetable: Timetable | null, date: string): ReasonCode | null {
  if (timetable === null) return 'no-timetable';
  return isServed(timetable, date) ? null : 'no-service-on-date';
}

/** The same of a whole window: one that ends after midnight leaves on two dates, and both must be known. */
export function blankIn(
  timetable: Timetable | null,
  { date, from, windowMinutes }: DepartureWindow,
): ReasonCode | null {
  const blank = blankOn(timetable, date);
  const [hours = 0, minutes = 0] = from.split(':').map(Number);
  const isPastMidnight = hours * 60 + minutes + windowMinutes - 1 >= 24 * 60;
  if (blank !== null || timetable === null || !isPastMidnight) return blank;
  const next = dateOfDay((dayOfDate(date) ?? Number.NaN) + 1);
  return isCovered(timetable, next) ? null : 'no-service-on-date';
}

/** Every day that all feeds cover with its kind and trips: of another day nothing is answered. */
export function describeTimetable(timetable: Timetable, { schoolTerms }: Assumptions): TimetableAnswer {
  const isHoliday = publicHolidaysIn(timetable.timeZone);
  const first = dayOfDate(timetable.firstDate) ?? 0;
  return {
    timeZone: timetable.timeZone,
    feeds: timetable.feeds,
    stopCount: timetable.stops.length,
    lineCount: timetable.lines.length,
    tripCount: timetable.tripCount,
    days: [...tripsByDay(timetable)]
      .map((trips, i) => ({ date: dateOfDay(first + i), trips }))
      .filter(({ date }) => isCovered(timetable, date))
      .map(({ date, trips }) => ({ date, kind: dayKindOf(date, schoolTerms, isHoliday), trips })),
  };
}

/** Departures of an ordinary morning. */
const usualFrom = '08:00';

/**
 * The departures that are asked for where nobody says when: the next school day with service, else the next
 * weekday, else the next day; of a timetable that has run out, the first such day of it. Null where nothing runs.
 * @param today local date.
 */
export function usualWindow(
  timetable: Timetable | null,
  assumptions: Assumptions,
  today: string,
): DepartureWindow | null {
  if (timetable === null) return null;
  const days = describeTimetable(timetable, assumptions).days.filter(
    ({ date, trips }) => trips > 0 && isCovered(timetable, date),
  );
  const ahead = days.filter(({ date }) => date >= today);
  const choice = ahead.length > 0 ? ahead : days;
  const date = (
    choice.find(({ kind }) => kind === 'school-day') ??
    choice.find(({ kind }) => kind === 'free-weekday' || kind === 'weekday') ??
    choice[0]
  )?.date;
  if (date === undefined) return null;
  const { usualMinutes, usualPercentile } = windowLimits;
  return { date, from: usualFrom, windowMinutes: usualMinutes, percentile: usualPercentile };
}
