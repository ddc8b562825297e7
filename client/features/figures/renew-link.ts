import type { FigureAnswer } from '#core/contract/figure.ts';
import { type Language, pagePath } from '#core/language/routes.ts';
import { writeSearch } from '../../ui/search-state.ts';
import { figureView, readSpecification } from './specification.ts';

/**
 * The Figures door with the same specification, to draw it from the data of today; of an event, its own page,
 * which says whether it still takes place.
 */
export function renewLink({ specification }: FigureAnswer, language: Language): string {
  if (specification.measure === 'round-trip') return pagePath('event', language, specification.occurrenceId);
  const search = writeSearch(figureView, '', readSpecification(specification));
  return `${pagePath('figures', language)}${search === '' ? '' : `?${search}`}`;
}
