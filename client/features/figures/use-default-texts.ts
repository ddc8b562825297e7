import { useQuery } from '@tanstack/react-query';
import type { VenueProperties } from '#core/contract/features/venue.ts';
import { words } from '#core/language/index.ts';
import { type Language, languages } from '#core/language/routes.ts';
import { defaultSubtitle, defaultTitle } from '#core/map/titles.ts';
import { accessQueryOf, venueIdOf } from '../../access-choices.ts';
import { aboutQuery, apiBase, apiQuery } from '../../api.ts';
import { useLanguage } from '../../ui/language-context.tsx';
import type { FigureView } from './specification.ts';

export interface Texts {
  readonly title: string;
  readonly subtitle: string;
}

/** The texts a figure gets where the form leaves them empty; null until the names they need are there. */
export function useDefaultTexts(view: FigureView): Readonly<Record<Language, Texts>> | null {
  const language = useLanguage();
  const about = useQuery(aboutQuery(language)).data;
  const venueId = venueIdOf(view.offer);
  const venue = useQuery({
    ...apiQuery<{ properties: VenueProperties }>(
      `${apiBase}/collections/venues/items/${encodeURIComponent(venueId)}`,
      language,
    ),
    enabled: venueId !== '',
  }).data?.properties;
  if (!about || (venueId !== '' && !venue)) return null;
  const textsIn = (one: Language): Texts => {
    const input = {
      query: accessQueryOf(view),
      level: view.level,
      regionName: one === 'en' ? about.region.nameEn : about.region.nameLv,
      venueName: (one === 'en' ? venue?.nameEn : null) ?? venue?.nameLv ?? '',
    };
    return { title: defaultTitle(input, words[one], one), subtitle: defaultSubtitle(input, words[one], one) };
  };
  const [lv, en] = languages.map(textsIn);
  return lv && en ? { lv, en } : null;
}
