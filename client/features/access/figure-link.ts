import { type Language, pagePath } from '#core/language/routes.ts';
import { accessChoices, onlyAccessChoices, onlyEventChoices } from '../../access-choices.ts';
import { writeSearch } from '../../ui/search-state.ts';
import { type AccessView, accessView } from './view.ts';

/** Address of the Figures door with this question about an event filled in. */
export function eventFigureLink(view: AccessView, language: Language): string {
  const search = writeSearch(accessView, '', onlyEventChoices(view));
  return `${pagePath('figures', language)}${search === '' ? '' : `?${search}`}`;
}

/** Address of the Figures door with this view filled in. */
export function figureLink(view: AccessView, language: Language): string {
  const search = writeSearch(accessChoices, '', onlyAccessChoices(view));
  return `${pagePath('figures', language)}${search === '' ? '' : `?${search}`}`;
}
