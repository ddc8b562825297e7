import type { FigureAnswer } from '#core/contract/figure.ts';
import { type Language, pagePath } from '#core/language/routes.ts';
import { writeSearch } from '../../ui/search-state.ts';
import { figureView, readSpecification } from './specification.ts';

/** The Figures door with the same specification, to draw it from the data of today. */
export function renewLink({ specification }: FigureAnswer, language: Language): string {
  const search = writeSearch(figureView, '', readSpecification(specification));
  return `${pagePath('figures', language)}${search === '' ? '' : `?${search}`}`;
}
