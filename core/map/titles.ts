import type { AccessQuery } from '../access/answer.ts';
import { fill, plural } from '../language/format.ts';
import type { Words } from '../language/index.ts';
import type { Language } from '../language/routes.ts';
import type { DayKind } from '../transit/timetable-answer.ts';
import { departureText } from './departure-text.ts';
import { offerForms } from './offer-words.ts';
import type { Level } from './scene/subject.ts';

export interface TitleInput {
  readonly query: AccessQuery;
  readonly level: Level;
  readonly regionName: string;
  /** Name of the venue when the offer is one venue. */
  readonly venueName: string;
  /** Name of the focal town where it is another than the one that the measure is named after. */
  readonly otherTown?: string | undefined;
  /** Kind of the day of travel by public transport, where the timetable knows it. */
  readonly dayKind?: DayKind | null;
}

/** "Tuvākā bibliotēka ar automašīnu", "Number of museums within 30 minutes on foot". */
export const defaultTitle = (
  { query, venueName, otherTown }: TitleInput,
  words: Words,
  language: Language,
): string => {
  const [nearest, object, counted] = offerForms(query.offer, words, venueName);
  const title = fill(words.figures.titles[query.measure], {
    nearest,
    accusative: object,
    genitive: counted,
    within: plural(language, query.cutoffMinutes, words.figures.withinMinutes),
    mode: words.modes[query.mode],
    town:
      otherTown === undefined
        ? words.measures['way-to-town']
        : fill(words.figures.wayToOtherTown, { town: otherTown }),
  });
  return title.slice(0, 1).toLocaleUpperCase(language) + title.slice(1);
};

/** Region, what a value of the map is, with its unit, and by public transport the day and the departures. */
export const defaultSubtitle = (
  { query, level, regionName, dayKind }: TitleInput,
  words: Words,
  language: Language,
): string => {
  const what = `${regionName}. ${words.figures.subtitles[level][query.measure]}`;
  const { departure } = query;
  return departure === null ? what : `${what}. ${departureText(departure, dayKind ?? null, words, language)}`;
};
