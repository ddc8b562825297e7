import { dateOfDay, dayOfDate, weekdayOf } from './calendar.ts';

/** Every year on the same day: month and day. */
const fixed = [
  '01-01',
  '05-01',
  '05-04',
  '06-23',
  '06-24',
  '11-18',
  '12-24',
  '12-25',
  '12-26',
  '12-31',
] as const;

/** Where these fall on a Saturday or Sunday, the next working day is free too. */
const replaced = ['05-04', '11-18'] as const;

/**
 * Public holidays of Latvia on days of one year ("2026-11-18"), sorted, by the law "Par svētku, atceres un
 * atzīmējamām dienām", section 1: fixed ones, Good Friday to Easter Monday, Whitsunday, Mother's Day on the
 * second Sunday of May, and the days instead of 4 May and 18 November. Days that a single law or order makes
 * free, such as the closing day of a Song and Dance Festival or a moved working day, are not among them.
 *
 * @param year 1583 to 4099, the years for which the reckoning of Easter holds.
 */
export function latvianHolidays(year: number): readonly string[] {
  const dayOf = (monthAndDay: string): number => dayOfDate(`${year}-${monthAndDay}`) ?? 0;
  const easter = easterDay(year);
  const toSunday = 7 - weekdayOf(dayOf('05-01'));
  const mothersDay = dayOf('05-01') + toSunday + 7;
  const days = [...fixed.map(dayOf), easter - 2, easter, easter + 1, easter + 49, mothersDay];
  const instead = replaced.map(dayOf).flatMap((day) => {
    const weekday = weekdayOf(day);
    return weekday < 6 ? [] : [day + 8 - weekday];
  });
  return [...new Set([...days, ...instead])].sort((a, b) => a - b).map(dateOfDay);
}

/** Day number of Easter Sunday: the anonymous Gregorian algorithm (Nature, 20 April 1876, p. 487). */
function easterDay(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  const [month, day] = [Math.floor(sum / 31), (sum % 31) + 1];
  const text = [month, day].map((part) => String(part).padStart(2, '0')).join('-');
  return dayOfDate(`${year}-${text}`) ?? 0;
}

/** Whether a local date "2026-11-18" is a public holiday where the time zone of a timetable is in use. */
export type IsPublicHoliday = (date: string) => boolean;

/** Latvia's holidays for Europe/Riga; of other places none are known, and no day is taken for one. */
export function publicHolidaysIn(timeZone: string): IsPublicHoliday {
  if (timeZone !== 'Europe/Riga') return () => false;
  const years = new Map<number, ReadonlySet<string>>();
  return (date) => {
    const year = Number(date.slice(0, 4));
    const known = years.get(year) ?? new Set(latvianHolidays(year));
    years.set(year, known);
    return known.has(date);
  };
}
