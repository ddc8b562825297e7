import { dateOfDay, dayKindOf, dayOfDate, type SchoolTerm, weekdayOf } from '#core/transit/calendar.ts';
import { publicHolidaysIn } from '#core/transit/public-holidays.ts';
import { readTable, text } from './tables.ts';

/** First and last day of the model timetable. */
export const validity = { first: '2026-09-01', last: '2027-08-31' } as const;

/** Days of the week on which each service runs, 1 is Monday; `school` ones in school terms only. */
const services = {
  daily: { weekdays: [1, 2, 3, 4, 5, 6, 7], kinds: ['school-day', 'free-weekday', 'saturday', 'sunday'] },
  weekdays: { weekdays: [1, 2, 3, 4, 5], kinds: ['school-day', 'free-weekday'] },
  school: { weekdays: [1, 2, 3, 4, 5], kinds: ['school-day'] },
  'school-mo-th': { weekdays: [1, 2, 3, 4], kinds: ['school-day'] },
  'school-fr': { weekdays: [5], kinds: ['school-day'] },
  saturday: { weekdays: [6], kinds: ['saturday'] },
  sunday: { weekdays: [7], kinds: ['sunday'] },
} as const;

export const schoolTerms = (): SchoolTerm[] =>
  readTable('assumptions/school-terms.csv').map((row) => ({
    firstDate: text(row, 'first_date'),
    lastDate: text(row, 'last_date'),
  }));

/** Rows of `calendar.txt` and `calendar_dates.txt`, headers first. */
export function calendarRows() {
  const terms = schoolTerms();
  const isPublicHoliday = publicHolidaysIn('Europe/Riga');
  const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const calendar: string[][] = [['service_id', ...names, 'start_date', 'end_date']];
  const dates: string[][] = [['service_id', 'date', 'exception_type']];
  for (const [id, { weekdays, kinds }] of Object.entries(services)) {
    const regular = (date: string) => weekdays.some((day) => day === weekdayOf(dayOfDate(date) ?? 0));
    const runs = (date: string) => {
      const kind = dayKindOf(date, terms, isPublicHoliday);
      if (!kinds.some((each) => each === kind)) return false;
      // A holiday moves the Sunday service to itself; nothing else leaves its own days of the week.
      return regular(date) || id === 'sunday';
    };
    const days = allDates().filter((date) => regular(date) || runs(date));
    const on = days.filter(runs);
    const [first, last] = [on[0] ?? validity.first, on.at(-1) ?? validity.last];
    const flags = names.map((_, index) => (weekdays.some((day) => day === index + 1) ? '1' : '0'));
    calendar.push([id, ...flags, compact(first), compact(last)]);
    for (const date of days.filter((each) => each >= first && each <= last && regular(each) !== runs(each))) {
      dates.push([id, compact(date), runs(date) ? '1' : '2']);
    }
  }
  return { calendar, dates };
}

function allDates(): string[] {
  const [first, last] = [dayOfDate(validity.first) ?? 0, dayOfDate(validity.last) ?? 0];
  return Array.from({ length: last - first + 1 }, (_, index) => dateOfDay(first + index));
}

/** "20261122", as GTFS writes a day. */
export const compact = (date: string): string => date.replaceAll('-', '');
