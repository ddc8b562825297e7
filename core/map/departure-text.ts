import { formatDate } from '../language/dates.ts';
import { fill } from '../language/format.ts';
import type { Words } from '../language/index.ts';
import type { Language } from '../language/routes.ts';
import { clockText } from '../language/travel-notes.ts';
import type { DayKind } from '../transit/timetable-answer.ts';
import type { DepartureWindow } from '../transit/travel-mode.ts';

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const two = (n: number) => String(n).padStart(2, '0');

/** "18.00" in Latvian, "18:00" in English; the hours of the next day go on from 0. */
const written = (minutes: number, language: Language): string =>
  clockText(`${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`, language);

/**
 * "Leaving on 24 November 2026 (school day) from 08:00 to 09:00, median": the departures of a travel time.
 * `kind` is null where the timetable does not know the date.
 */
export const departureText = (
  { date, from, windowMinutes, percentile }: DepartureWindow,
  kind: DayKind | null,
  words: Words,
  language: Language,
): string => {
  const { departures, percentile: percentiles } = words.figures;
  const first = minutesOf(from);
  return fill(departures, {
    date: formatDate(language, date),
    kind: kind === null ? '' : ` (${words.transit.dayKinds[kind]})`,
    from: written(first, language),
    to: written(first + windowMinutes, language),
    percentile: percentile === 50 ? percentiles.median : fill(percentiles.other, { n: percentile }),
  });
};
