import { formatDate } from '#core/language/dates.ts';
import { fill } from '#core/language/format.ts';
import type { Words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import type { TimetableAnswer } from '#core/transit/timetable-answer.ts';
import type { TravelMode } from '#core/transit/travel-mode.ts';
import { findDay } from './timetable.ts';

/**
 * Why a day has no answer by public transport: no timetable, a day that it does not cover, a day without a trip. Null
 * where it has one, and while the timetable is awaited.
 */
export const dayProblem = (
  view: { readonly mode: TravelMode; readonly date: string },
  timetable: TimetableAnswer | null | undefined,
  language: Language,
  { transit }: Words,
): string | null => {
  if (view.mode !== 'public-transport' || timetable === undefined) return null;
  if (timetable === null || timetable.days.length === 0) return transit.noTimetable;
  if (view.date === '') return null;
  const day = findDay(timetable.days, view.date);
  if (day !== null) return day.trips === 0 ? transit.noTrips : null;
  return outsideText(timetable, language, transit);
};

/** "The timetable covers … to …": why there is no answer for a day. */
export const outsideText = (
  { days }: TimetableAnswer,
  language: Language,
  { outside }: Words['transit'],
): string =>
  fill(outside, {
    first: formatDate(language, days[0]?.date ?? ''),
    last: formatDate(language, days.at(-1)?.date ?? ''),
  });
