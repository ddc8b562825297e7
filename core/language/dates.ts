import { regionZone } from '../place/region-clock.ts';
import { noBreakSpace } from './format.ts';
import type { Language } from './routes.ts';

const months: Readonly<Record<Language, readonly string[]>> = {
  lv: [
    'janvāris',
    'februāris',
    'marts',
    'aprīlis',
    'maijs',
    'jūnijs',
    'jūlijs',
    'augusts',
    'septembris',
    'oktobris',
    'novembris',
    'decembris',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** Monday first, as the week starts in Latvia. */
const weekdays: Readonly<Record<Language, readonly string[]>> = {
  lv: ['pirmdiena', 'otrdiena', 'trešdiena', 'ceturtdiena', 'piektdiena', 'sestdiena', 'svētdiena'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** Wall-clock reading of an instant; `weekday` 0 is Monday, `month` 1 is January. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly weekday: number;
}

/** What the clock on a wall in the region shows at the instant, whatever the reader's own zone is. */
export const regionTime = (instant: Date): LocalTime => {
  const wall = new Date(regionZone().wallClock(instant));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    weekday: (wall.getUTCDay() + 6) % 7,
  };
};

/**
 * The instant of a wall-clock time in the region. Days and hours may overflow (day 32, hour 24), as in `Date.UTC`.
 * Inside the hour skipped in spring the time after the jump is meant; in the doubled hour of autumn, the later one.
 */
export const regionInstant = (year: number, month: number, day: number, hour = 0, minute = 0): Date => {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  const offset = (at: number) => {
    const local = regionTime(new Date(at));
    return Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute) - at;
  };
  const first = asUtc - offset(asUtc);
  return new Date(asUtc - offset(first));
};

const two = (n: number) => String(n).padStart(2, '0');

/** "18.00" in Latvian, "18:00" in English. */
export const formatTime = (language: Language, instant: Date): string => {
  const { hour, minute } = regionTime(instant);
  return `${two(hour)}${language === 'lv' ? '.' : ':'}${two(minute)}`;
};

/** "sestdiena, 2026. gada 24. oktobris"; "Saturday, 24 October 2026". */
export const formatDay = (language: Language, instant: Date): string => {
  const { year, month, day, weekday } = regionTime(instant);
  const monthName = months[language][month - 1] ?? '';
  const weekdayName = weekdays[language][weekday] ?? '';
  return language === 'lv'
    ? `${weekdayName}, ${year}.${noBreakSpace}gada ${day}.${noBreakSpace}${monthName}`
    : `${weekdayName}, ${day}${noBreakSpace}${monthName} ${year}`;
};

/** "sestdiena, 2026. gada 24. oktobris, plkst. 18.00"; "Saturday, 24 October 2026, 18:00". */
export const formatDayAndTime = (language: Language, instant: Date): string =>
  `${formatDay(language, instant)}, ${language === 'lv' ? `plkst.${noBreakSpace}` : ''}${formatTime(language, instant)}`;

/** Start and end in words; a missing end is left out, an end on another day is written in full. */
export const formatSpan = (language: Language, start: Date, end: Date | null): string => {
  const from = formatDayAndTime(language, start);
  if (end === null) return from;
  const to = isoDay(start) === isoDay(end) ? formatTime(language, end) : formatDayAndTime(language, end);
  return isoDay(start) === isoDay(end) ? `${from}–${to}` : `${from} – ${to}`;
};

/**
 * A date of data: "2026. gada 24. oktobris", "24 October 2026", from ISO 8601 "2026-10-24" or an instant.
 * Sources also date themselves in words ("2024", "spring 2024"): those stay as they are.
 */
export const formatDate = (language: Language, iso: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}/.test(iso)) return iso;
  const at = iso.length === 10 ? new Date(`${iso}T12:00:00Z`) : new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : formatDay(language, at).replace(/^[^,]*, /, '');
};

/** A day of data where there is little room: "24.10.2026.", "24 Oct 2026", from ISO 8601; words stay as they are. */
export const formatShortDate = (language: Language, iso: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  const name = months[language][Number(month) - 1];
  if (day === undefined || name === undefined) return iso;
  return language === 'lv'
    ? `${day}.${month}.${year}.`
    : [Number(day), name.slice(0, 3), year].join(noBreakSpace);
};

/** A month of data: "2026. gada oktobris", "October 2026", from ISO 8601 "2026-10"; null for anything else. */
export const formatMonth = (language: Language, iso: string): string | null => {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(iso) ?? [];
  const name = months[language][Number(month) - 1];
  if (year === undefined || name === undefined) return null;
  return language === 'lv' ? `${year}. gada ${name}` : `${name} ${year}`;
};

/** ISO 8601 day in the region: "2026-10-24". */
export const isoDay = (instant: Date): string => {
  const { year, month, day } = regionTime(instant);
  return `${year}-${two(month)}-${two(day)}`;
};

/** "pirmdiena, trešdiena un piektdiena"; numbers with 0 for Monday, in the order of the week. */
export const formatWeekdays = (language: Language, days: readonly number[]): string => {
  const names = [...new Set(days)].sort((a, b) => a - b).map((day) => weekdays[language][day] ?? '');
  const last = names.pop();
  if (last === undefined) return '';
  return names.length === 0 ? last : `${names.join(', ')} ${language === 'lv' ? 'un' : 'and'} ${last}`;
};
