import type { RoundTripSettings } from '../access/round-trip-answer.ts';
import type { TransitSettings } from '../transit/settings.ts';
import type { TimetableAnswer } from '../transit/timetable-answer.ts';
import type { DepartureWindow, TravelMode } from '../transit/travel-mode.ts';
import { formatDate } from './dates.ts';
import { fill } from './format.ts';
import type { Words } from './index.ts';
import type { Language } from './routes.ts';

/*
 * Sentences that stand beside every number of travel by timetable, on the screen, in the API and on paper, so
 * that all three say the same.
 */

/** Kind and number of trips of a date; undefined where the timetable does not know the date. */
type Day = TimetableAnswer['days'][number] | undefined;

export const dayOf = (timetable: TimetableAnswer | null, date: string): Day =>
  timetable?.days.find((day) => day.date === date);

/** "sestdiena, 2026. gada 28. novembris (sestdiena)": a date and its kind of day where known. */
export const dayText = (date: string, day: Day, words: Words, language: Language): string => {
  const written = formatDate(language, date);
  return day === undefined ? written : `${written} (${words.transit.dayKinds[day.kind]})`;
};

/** "08:00" as it is written: "08.00" in Latvian. */
export const clockText = (time: string, language: Language): string =>
  language === 'lv' ? time.replace(':', '.') : time;

/** That nothing runs on a date, or that the timetable does not know it; empty where something runs. */
export const serviceNotes = (
  timetable: TimetableAnswer | null,
  date: string,
  words: Words,
  language: Language,
): string[] => {
  const { caveats } = words.collections;
  if (timetable === null) return [caveats.noTimetable];
  const day = dayOf(timetable, date);
  const said = { date: formatDate(language, date) };
  if (day === undefined) return [fill(caveats.dateNotCovered, said)];
  return day.trips === 0 ? [fill(caveats.noTripsOnDate, said)] : [];
};

/** Day with its kind, window and percentile. */
export const departureNote = (
  { date, from, windowMinutes, percentile }: DepartureWindow,
  timetable: TimetableAnswer | null,
  words: Words,
  language: Language,
): string => {
  const day = dayText(date, dayOf(timetable, date), words, language);
  return fill(words.collections.caveats.departures, {
    day,
    from: clockText(from, language),
    minutes: windowMinutes,
    percentile,
  });
};

/** How people are taken to use public transport. */
export const transitNote = (settings: TransitSettings, words: Words): string =>
  fill(words.collections.caveats.transit, {
    rides: settings.maxRides,
    access: settings.maxAccessWalkMinutes,
    transfer: settings.maxTransferWalkMinutes,
    travel: settings.maxTravelMinutes,
  });

/** What is assumed of an evening out: times at the venue, the night, the dark, an end that nobody stated. */
export const roundTripNotes = (
  mode: TravelMode,
  settings: RoundTripSettings,
  isEndAssumed: boolean,
  words: Words,
  language: Language,
): string[] => {
  const { caveats } = words.collections;
  const { earlyMinutes, lateMinutes, homeBy, darkWalkMinutes, assumedEventMinutes } = settings;
  return [
    ...(isEndAssumed ? [fill(caveats.assumedEnd, { minutes: assumedEventMinutes })] : []),
    fill(caveats.roundTrip, { early: earlyMinutes, late: lateMinutes, homeBy: clockText(homeBy, language) }),
    ...(walks(mode) && darkWalkMinutes !== null
      ? [fill(caveats.darkWalk, { minutes: darkWalkMinutes })]
      : []),
    caveats.byCell,
  ];
};

const walks = (mode: TravelMode): boolean => mode === 'foot' || mode === 'public-transport';
