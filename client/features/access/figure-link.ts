import { type Language, pagePath } from '#core/language/routes.ts';
import { type Description, writeSearch } from '../../ui/search-state.ts';
import { type AccessView, accessView } from './view.ts';

const { measure, offer, mode, cutoffMinutes, venueStatus, level } = accessView;

/** The choices that a figure shares with the view it is made of, under the same names in both addresses. */
const shared = { measure, offer, mode, cutoffMinutes, venueStatus, level } satisfies Description;

/** Address of the Figures door with this view filled in. */
export function figureLink(view: AccessView, language: Language): string {
  const chosen = {
    measure: view.measure,
    offer: view.offer,
    mode: view.mode,
    cutoffMinutes: view.cutoffMinutes,
    venueStatus: view.venueStatus,
    level: view.level,
  };
  const search = writeSearch(shared, '', chosen);
  return `${pagePath('figures', language)}${search === '' ? '' : `?${search}`}`;
}
