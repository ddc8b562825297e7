import { useQuery } from '@tanstack/react-query';
import type { AboutResponse } from '#core/contract/about.ts';
import type { VenueProperties } from '#core/contract/features/venue.ts';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { roundTripSubtitle, roundTripTitle } from '#core/map/round-trip-text.ts';
import { defaultSubtitle, defaultTitle } from '#core/map/titles.ts';
import { accessQueryOf, venueIdOf } from '../../access-choices.ts';
import { aboutQuery, apiBase, apiQuery } from '../../api.ts';
import { questionOf } from '../../event-question-of.ts';
import { roundTripQuery } from '../../transit/round-trip-query.ts';
import { findDay, useTimetable } from '../../transit/timetable.ts';
import { useLanguage } from '../../ui/language-context.tsx';
import { type FigureView, isDrawable } from './specification.ts';

export interface Texts {
  readonly title: string;
  readonly subtitle: string;
}
type DefaultTexts = Readonly<Record<Language, Texts>> | null;

const bothOf = (textsIn: (language: Language) => Texts): DefaultTexts => ({
  lv: textsIn('lv'),
  en: textsIn('en'),
});

const regionIn = ({ region }: AboutResponse, language: Language) =>
  language === 'en' ? region.nameEn : region.nameLv;

/** The measure is named after the focal town of the shipped data; any other town is named. */
function otherTownIn({ region: { hasShippedData, focalTown } }: AboutResponse, language: Language) {
  if (hasShippedData) return undefined;
  return language === 'en' ? focalTown.nameEn : focalTown.nameLv;
}

/** The texts a figure gets where the form leaves them empty; null until the names they need are there. */
export function useDefaultTexts(view: FigureView): DefaultTexts {
  const about = useQuery(aboutQuery(useLanguage())).data;
  const ofAccess = useAccessTexts(view, about);
  const ofEvent = useEventTexts(view, about);
  return view.ask === 'event' ? ofEvent : ofAccess;
}

function useAccessTexts(view: FigureView, about: AboutResponse | undefined): DefaultTexts {
  const language = useLanguage();
  const isByDate = view.ask === 'places' && view.mode === 'public-transport';
  const timetable = useTimetable(isByDate).data;
  const venueId = view.ask === 'places' ? venueIdOf(view.offer) : '';
  const venue = useQuery({
    ...apiQuery<{ properties: VenueProperties }>(
      `${apiBase}/collections/venues/items/${encodeURIComponent(venueId)}`,
      language,
    ),
    enabled: venueId !== '',
  }).data?.properties;
  if (!about || (venueId !== '' && !venue) || (isByDate && !timetable)) return null;
  const dayKind = findDay(timetable?.result?.days ?? [], view.date)?.kind ?? null;
  return bothOf((one) => {
    const input = {
      query: accessQueryOf(view),
      level: view.level,
      regionName: regionIn(about, one),
      venueName: (one === 'en' ? venue?.nameEn : null) ?? venue?.nameLv ?? '',
      dayKind,
      otherTown: otherTownIn(about, one),
    };
    return {
      title: defaultTitle(input, words[one], one),
      subtitle: defaultSubtitle(input, words[one], one),
    };
  });
}

function useEventTexts(view: FigureView, about: AboutResponse | undefined): DefaultTexts {
  const language = useLanguage();
  const isWanted = view.ask === 'event' && isDrawable(view);
  const answer = useQuery({ ...roundTripQuery(language, questionOf(view)), enabled: isWanted }).data?.result;
  const timetable = useTimetable(isWanted).data;
  if (!isWanted || !about || !answer || !timetable) return null;
  const dayKind = findDay(timetable.result?.days ?? [], answer.event.startsAt.slice(0, 10))?.kind ?? null;
  return bothOf((one) => {
    const input = { answer, level: view.level, regionName: regionIn(about, one), dayKind };
    return {
      title: roundTripTitle(input, words[one], one),
      subtitle: roundTripSubtitle(input, words[one], one),
    };
  });
}
