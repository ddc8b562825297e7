import type { RoundTripEvent, RoundTripSettings } from '#core/access/round-trip-answer.ts';
import { fill } from '#core/language/format.ts';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import {
  dayOf,
  dayText,
  departureNote,
  roundTripNotes,
  serviceNotes,
  transitNote,
} from '#core/language/travel-notes.ts';
import type { DatasetVersion } from '#core/place/provenance.ts';
import { defaultTransitSettings } from '#core/transit/settings.ts';
import type { DepartureWindow, TravelMode } from '#core/transit/travel-mode.ts';
import type { Site } from './call.ts';

interface Speaker {
  readonly language: Language;
  readonly versions: readonly DatasetVersion[];
}

/** What is true of every travel time on these streets. */
function networkCaveats({ versions, language }: Speaker): string[] {
  const { caveats } = words[language].collections;
  const isModel = versions.some((version) => version.isModel);
  return [...(isModel ? [caveats.model] : []), caveats.times, caveats.openingHours];
}

/** That the timetable is a model's, and how people are taken to use it. */
export function transitCaveats({ versions, language }: Speaker): string[] {
  const isModel = versions.some((version) => version.dataset === 'timetable' && version.isModel);
  return [
    ...(isModel ? [words[language].collections.caveats.modelTimetable] : []),
    transitNote(defaultTransitSettings, words[language]),
  ];
}

/** What a reader of travel times must know beside the numbers; `departure` is null without a timetable. */
export async function travelCaveats(
  departure: DepartureWindow | null,
  speaker: Speaker,
  site: Site,
): Promise<string[]> {
  if (departure === null) return networkCaveats(speaker);
  const { language } = speaker;
  const timetable = await site.engine.timetable();
  return [
    ...serviceNotes(timetable, departure.date, words[language], language),
    departureNote(departure, timetable, words[language], language),
    ...transitCaveats(speaker),
    ...networkCaveats(speaker),
  ];
}

/** Round trips as far as their caveats go. */
interface RoundTripAbout {
  readonly mode: TravelMode;
  readonly settings: RoundTripSettings;
  readonly events: readonly RoundTripEvent[];
}

/** What a reader of round trips must know: the day, the evening as it is assumed, the timetable, the streets. */
export async function roundTripCaveats(
  { mode, settings, events }: RoundTripAbout,
  speaker: Speaker,
  site: Site,
): Promise<string[]> {
  const { language } = speaker;
  const isAssumed = events.some(({ isEndAssumed }) => isEndAssumed);
  const isByTimetable = mode === 'public-transport';
  return [
    ...(isByTimetable ? await dayCaveats(events, speaker, site) : []),
    ...roundTripNotes(mode, settings, isAssumed, words[language], language),
    ...(isByTimetable ? transitCaveats(speaker) : []),
    ...networkCaveats(speaker),
  ];
}

/** The day of one event with its kind; of several, only the days on which nothing runs. */
async function dayCaveats(
  events: readonly RoundTripEvent[],
  { language }: Speaker,
  site: Site,
): Promise<string[]> {
  const timetable = await site.engine.timetable();
  const dates = [...new Set(events.map(({ startsAt }) => startsAt.slice(0, 10)))].sort();
  const said = dates.flatMap((date) => serviceNotes(timetable, date, words[language], language));
  const [date] = dates;
  if (date === undefined || dates.length > 1) return [...new Set(said)];
  const day = dayText(date, dayOf(timetable, date), words[language], language);
  return [...said, fill(words[language].collections.caveats.day, { day })];
}
